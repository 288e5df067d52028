import { describe, expect, it } from '@jest/globals'
import { codes, fields as make } from '@front-door/case-flow'
import { enteredIn, listIn } from './entered.js'
import { parsePosted } from './posted.js'

const fields = {
  born: make.day('Date of birth'),
  at: make.moment('When'),
  seen: make.yesNo('Seen'),
  plans: make.count('Plans'),
  agencies: make.codes(codes.agency),
  others: make.children('Children'),
  reason: make.words('Reason'),
  person: make.group({ born: make.day('Date of birth'), name: make.words('Name') }, 'Child'),
}
const entered = (posted: string) => enteredIn(fields, parsePosted(posted))
const at = (day: string, month: string, year: string, time = '') =>
  entered(new URLSearchParams({ 'at-day': day, 'at-month': month, 'at-year': year, 'at-time': time }).toString())['at']

describe('what a browser posts', () => {
  it('is read as plain values: days, true and false, numbers, lists, groups', () => {
    const body =
      'born-day=4&born-month=6&born-year=2019&seen=true&plans=2&agencies=POLICE&others=A1,%20B2' +
      '&person[born-day]=1&person[born-month]=mar&person[born-year]=2020&person[name]=Bo'
    expect(entered(body)).toEqual({
      born: '2019-06-04',
      seen: true,
      plans: 2,
      agencies: ['POLICE'],
      others: ['A1', 'B2'],
      person: { born: '2020-03-01', name: 'Bo' },
    })
  })

  it('leaves out what was left empty, a whole group too, and whatever is not asked for', () => {
    expect(entered('_csrf=x&born-day=&born-month=&born-year=&seen=&reason=%20&person[name]=&agencies=')).toEqual({})
  })

  it('keeps lines as people typed them', () => {
    expect(entered('reason=one%0D%0Atwo')).toEqual({ reason: 'one\ntwo' })
  })

  it('takes whole values as hidden inputs send them', () => {
    expect(entered('born=2019-06-04&at=2019-06-04T09:32')).toEqual({ born: '2019-06-04', at: '2019-06-04T09:32' })
  })

  it('hands on what makes no sense, so that the check refuses it and the page can show it', () => {
    const values = entered('born-day=31&born-month=2&born-year=2019&seen=perhaps&plans=-1&person=text&reason[x]=1')
    expect(values).toEqual({ born: '2019-02-31', seen: 'perhaps', plans: '-1', reason: { x: '1' } })
    const { problems } = make.read(fields, values)
    expect(problems.filter(({ rule }) => rule !== 'required').map(({ field }) => field)).toEqual([
      'born',
      'seen',
      'plans',
      'reason',
    ])
  })

  it('is never taken for a day that was not typed whole', () => {
    for (const boxes of [
      'born-day=4',
      'born-day=4&born-month=6&born-year=19',
      'born-year=2019',
      'born-day=x&born-month=6&born-year=2019',
    ])
      expect(make.isValid(fields.born, entered(boxes)['born'])).toBe(false)
  })
})

describe('a time', () => {
  it.each([
    ['9:32am', '2026-06-04T09:32+01:00'],
    ['9.32 AM', '2026-06-04T09:32+01:00'],
    ['0932', '2026-06-04T09:32+01:00'],
    ['14:05', '2026-06-04T14:05+01:00'],
    ['2pm', '2026-06-04T14:00+01:00'],
    ['12:10am', '2026-06-04T00:10+01:00'],
    ['noon', '2026-06-04T12:00+01:00'],
    ['', '2026-06-04'],
  ])('typed as "%s" is understood', (time, moment) => {
    expect(at('4', '6', '2026', time)).toBe(moment)
  })

  it.each(['9', '25:00', '13pm', '9:75', 'later'])('typed as "%s" is refused', (time) => {
    expect(make.isValid(fields.at, at('4', '6', '2026', time))).toBe(false)
  })

  it('without its day is refused, not left out', () => {
    expect(make.isValid(fields.at, at('', '', '', '9:32am'))).toBe(false)
  })
})

describe('a list', () => {
  it('of children is read in order, with the gap closed that one taken out left', () => {
    const body = parsePosted('children[0][child]=A1&children[2][person][name]=Bo&children[2][person][born-day]=4')
    expect(listIn(body, 'children')).toEqual([{ child: 'A1' }, { person: { name: 'Bo', 'born-day': '4' } }])
    expect(listIn(parsePosted('children=x'), 'children')).toEqual([])
  })
})
