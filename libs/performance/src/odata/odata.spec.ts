import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { RowStore } from '@front-door/read-models'
import { SaxesParser } from 'saxes'
import {
  assessed,
  contact,
  contactDecided,
  openCase,
  referral,
  referralDecided,
  registered,
} from '../../../case-flow/testing/steps.js'
import { decided, storeOf } from '../../testing/rows.js'
import { conversion } from '../signals/index.js'
import { odata } from './index.js'

const BASE = 'https://front-door.example/odata'
let store: RowStore

beforeAll(async () => {
  store = await storeOf({
    A1: [registered, assessed],
    B2: [registered, referral, referralDecided('NFA')],
    C3: [registered, referral],
    D4: [registered, openCase],
  })
  await store.db.updateTable('child').set({ restricted_to: 'jo' }).where('child', '=', 'D4').execute()
  await decided(
    store,
    { child: 'A1', type: 'Made', outcome: "it's 100%" },
    { child: 'A1', type: 'Made', outcome: 'IT_is' },
    { child: 'B2', type: 'Made', outcome: null },
  )
})
afterAll(() => store.close())

type Rows = readonly Readonly<Record<string, unknown>>[]
interface Page {
  readonly value: Rows
  readonly '@odata.context': string
  readonly '@odata.count'?: number
  readonly '@odata.nextLink'?: string
}

const ask = (path: string, options: Readonly<Record<string, string>> = {}, atOnce?: number) =>
  odata(store.db, path, String(new URLSearchParams(options)), BASE, atOnce)
const page = async (...asked: Parameters<typeof ask>) => {
  const { status, body } = await ask(...asked)
  expect({ status, body: status === 200 ? '' : body }).toEqual({ status: 200, body: '' })
  return JSON.parse(body) as Page
}
const refused = async (...asked: Parameters<typeof ask>) => {
  const { status, body } = await ask(...asked)
  return { status, ...(JSON.parse(body) as { error: { code: string; message: string; target?: string } }).error }
}
const made = async (filter: string) =>
  (await page('Decisions', { $filter: `Type eq 'Made' and (${filter})`, $select: 'Outcome' })).value.map(
    ({ Outcome }) => Outcome,
  )

describe('the contacts of the feed', () => {
  it('say which of them only update an open case: the others are those that the figure counts', async () => {
    const own = await storeOf({
      A1: [registered, openCase, contact(), contactDecided('OPEN_CASE')],
      B2: [registered, contact()],
      C3: [registered, referral],
    })
    const asked = String(
      new URLSearchParams({ $select: 'Outcome', $filter: 'UpdatesOpenCase eq false', $orderby: 'Outcome' }),
    )
    const rows = async (query: string) =>
      (JSON.parse((await odata(own.db, 'Contacts', query, BASE)).body) as Page).value
    expect((await rows(asked)).map(({ Outcome }) => Outcome)).toEqual([null, 'CIN_REFERRAL', 'CIN_REFERRAL'])
    expect((await rows('$filter=UpdatesOpenCase')).map((row) => [row['Outcome'], row['UpdatesOpenCase']])).toEqual([
      ['OPEN_CASE', true],
    ])
    const june = { from: '2025-06-01', to: '2025-06-30', start: 'contacts' } as const
    expect((await conversion(own, june))[0]?.count).toBe(3)
    await own.close()
  })
})

describe('the feed says what it holds', () => {
  it('by a service document', async () => {
    const { headers, body } = await ask('')
    expect(headers).toEqual({
      'content-type': 'application/json;odata.metadata=minimal;charset=utf-8',
      'odata-version': '4.0',
    })
    const { value } = JSON.parse(body) as Page
    expect(value).toContainEqual({ name: 'Referrals', kind: 'EntitySet', url: 'Referrals' })
  })

  it('by metadata that names every property of every set, and nothing that names a child', async () => {
    const { headers, body } = await ask('/$metadata')
    expect(headers['content-type']).toBe('application/xml;charset=utf-8')
    const parser = new SaxesParser()
    const declared = new Map<string, string[]>()
    let type = ''
    parser.on('opentag', ({ name, attributes }) => {
      if (name === 'EntityType') declared.set((type = String(attributes.Name)), [])
      if (name === 'Property') declared.get(type)?.push(String(attributes.Name))
    })
    parser.write(body).close()
    const { value } = JSON.parse((await ask('')).body) as Page
    expect(value.length).toBe(declared.size)
    for (const { name } of value) {
      const [row] = (await page(String(name))).value
      if (row) expect(Object.keys(row)).toEqual(declared.get(`${String(name)}Row`))
    }
    const telling = /Name|Birth|Death|^Reason|Nhs|Alias|Words|RestrictedTo/
    expect([...declared.values()].flat().filter((name) => telling.test(name))).toEqual([])
  })
})

describe('the feed gives rows', () => {
  it('typed: truths as true and false, days as days, and null where there is nothing', async () => {
    const { value } = await page('Referrals', { $filter: "Child eq 'B2'" })
    expect(value).toMatchObject([
      { Child: 'B2', Received: '2025-06-02', Nfa: true, DomesticAbuse: false, Decided: '2025-06-02', Closed: null },
    ])
  })

  it('only the properties selected, and says so', async () => {
    const answered = await page('Referrals', { $select: 'Received, Nfa', $top: '1' })
    expect(answered.value.map((row) => Object.keys(row))).toEqual([['Received', 'Nfa']])
    expect(answered['@odata.context']).toBe(`${BASE}/$metadata#Referrals(Received,Nfa)`)
  })

  it('with the count of all that fit, when asked', async () => {
    expect(await page('Referrals', { $count: 'true', $top: '1' })).toMatchObject({ '@odata.count': 4 })
    expect(await page('Referrals', { $count: 'true', $filter: 'Nfa' })).toMatchObject({ '@odata.count': 1 })
    expect(await page('Referrals', { $top: '1' })).not.toHaveProperty('@odata.count')
    expect(await ask('Referrals/$count', { $filter: 'Nfa eq true' })).toMatchObject({ status: 200, body: '1' })
  })

  it('without saying whom a restricted record is about', async () => {
    const { value } = await page('Referrals', { $select: 'Child', $orderby: 'Child' })
    expect(value.map(({ Child }) => Child)).toEqual([null, 'A1', 'B2', 'C3'])
    expect((await page('Referrals', { $filter: "Child eq 'D4'" })).value).toEqual([])
    expect((await page('Children')).value.map(({ Child }) => Child)).toEqual(['A1', 'B2', 'C3'])
  })
})

describe('a filter', () => {
  it('compares text exactly, whatever signs are in it', async () => {
    expect(await made("Outcome eq 'it''s 100%'")).toEqual(["it's 100%"])
    expect(await made("contains(Outcome,'0%')")).toEqual(["it's 100%"])
    expect(await made("contains(Outcome,'T_i')")).toEqual(['IT_is'])
    expect(await made("contains(Outcome,'t_i')")).toEqual([])
    expect(await made("startswith(Outcome,'IT') or endswith(Outcome,'00%')")).toEqual(["it's 100%", 'IT_is'])
    expect(await made("contains(Outcome,'')")).toEqual(["it's 100%", 'IT_is'])
  })

  it('knows nothing from something', async () => {
    expect(await made('Outcome eq null')).toEqual([null])
    expect(await made('Outcome ne null')).toEqual(["it's 100%", 'IT_is'])
    expect(await made("Outcome ne 'IT_is'")).toEqual(["it's 100%", null])
    expect(await made("not (Outcome eq 'IT_is')")).toEqual(["it's 100%", null])
    expect(await made("Outcome ge 'A'")).toEqual(["it's 100%", 'IT_is'])
  })

  it('compares days, times, numbers and truths', async () => {
    const some = async (filter: string, set = 'Referrals') => (await page(set, { $filter: filter })).value.length
    expect(await some('Received ge 2025-06-02 and Received lt 2025-06-03')).toBe(4)
    expect(await some('Received gt 2025-06-02')).toBe(0)
    expect(await some('AuthorisedAssessments ge 1')).toBe(1)
    expect(await some('Nfa eq false')).toBe(2)
    expect(await some('not Nfa')).toBe(3)
    expect(await some("RecordedAt ge 2026-06-02T10:00:00.001+01:00 and Type eq 'Made'", 'Decisions')).toBe(2)
  })

  it('binds and before or, and reads parentheses', async () => {
    expect(await made("Outcome eq null or Outcome eq 'IT_is' and Outcome eq null")).toEqual([null])
    expect(await made("(Outcome eq null or Outcome eq 'IT_is') and Outcome eq null")).toEqual([null])
    expect(await made("(Outcome eq null or Outcome eq 'IT_is') and Outcome ne null")).toEqual(['IT_is'])
  })

  it('that holds more than text is text all the same', async () => {
    expect(await made("Outcome eq ''' or 1=1 --'")).toEqual([])
    expect((await store.db.selectFrom('decision').select('event').execute()).length).toBeGreaterThan(3)
  })

  it.each([
    ["Name eq 'x'", 'Referrals have no property “Name”.'],
    ["Received eq '2025-06-02'", "Received is a day such as 2026-06-04; “'2025-06-02'” is not."],
    ['Source eq 1', 'Source is text between single quotes; “1” is not.'],
    ['Received like 2025-06-02', 'After Received should follow one of eq, ne, gt, ge, lt, le.'],
    ["(Source eq '1A'", '“)” is missing before “the end”.'],
    ["Source eq '1A' Source", '“Source” is not expected there.'],
    ["contains(OfDay,'1')", 'contains is for text.'],
    ["Source eq '1A' and", 'It ends where a property should follow.'],
    [`${'('.repeat(60)}Nfa${')'.repeat(60)}`, 'It is nested too deeply.'],
    [Array.from({ length: 201 }, () => 'Nfa').join(' or '), 'It has more than 200 conditions.'],
  ])('%s is refused with what is wrong', async (filter, message) => {
    expect(await refused('Referrals', { $filter: filter })).toEqual({
      status: 400,
      code: 'BadRequest',
      message: `The filter is not understood. ${message}`,
      target: '$filter',
    })
  })
})

describe('pages', () => {
  const follow = async (set: string, options: Readonly<Record<string, string>>, atOnce: number) => {
    const rows: Rows[] = []
    let answered = await page(set, options, atOnce)
    rows.push(answered.value)
    while (answered['@odata.nextLink']) {
      const link = new URL(answered['@odata.nextLink'])
      expect(link.href.startsWith(`${BASE}/${set}?`)).toBe(true)
      answered = JSON.parse((await odata(store.db, set, link.search, BASE, atOnce)).body) as Page
      rows.push(answered.value)
    }
    return rows
  }

  it.each([
    ['in no order', {}],
    ['in an order', { $orderby: 'Closed desc,Nfa' }],
    ['in an order with nothing first', { $orderby: 'Nfa,Child desc' }],
    ['some of them', { $filter: 'Nfa ne true', $select: 'Child,Nfa' }],
  ])('lead to each row once: %s', async (_, options) => {
    const whole = (await page('Referrals', options)).value
    expect(whole.length).toBeGreaterThan(2)
    const pages = await follow('Referrals', options, 1)
    expect(pages.flat()).toEqual(whole)
    expect(pages).toHaveLength(whole.length)
  })

  it('end at $top, and begin after $skip', async () => {
    const whole = (await page('Decisions')).value
    expect((await follow('Decisions', { $top: '3', $skip: '2' }, 2)).map((rows) => rows.length)).toEqual([2, 1])
    expect((await follow('Decisions', { $top: '3', $skip: '2' }, 2)).flat()).toEqual(whole.slice(2, 5))
    expect((await follow('Decisions', { $top: '0' }, 2)).flat()).toEqual([])
  })

  it('have nothing before something, and everything the other way round descending', async () => {
    const nfa = async (order: string) => (await page('Referrals', { $orderby: order })).value.map(({ Nfa }) => Nfa)
    expect(await nfa('Nfa')).toEqual([null, false, false, true])
    expect(await nfa('Nfa desc')).toEqual([true, false, false, null])
  })
})

describe('a request that cannot be answered', () => {
  it.each([
    ['Names', {}, 404, 'There is no entity set “Names”. The service document lists those there are.'],
    ["Referrals('x')", {}, 404, "There is no entity set “Referrals('x')”. The service document lists those there are."],
    ['Referrals/Child', {}, 501, 'Only Referrals and Referrals/$count can be read.'],
    ['Referrals', { $expand: 'Child' }, 501, '$expand is not offered by this feed.'],
    ['Referrals', { $format: 'xml' }, 501, 'The feed speaks JSON only.'],
    ['Referrals', { $select: 'Name' }, 400, 'Referrals have no property “Name”.'],
    [
      'Referrals',
      { $orderby: 'Received up' },
      400,
      '“Received up” should be a property, or a property and asc or desc.',
    ],
    ['Referrals', { $top: '-1' }, 400, '$top should be a whole number.'],
    ['Referrals', { $count: 'yes' }, 400, '$count should be true or false.'],
    ['Referrals', { $skiptoken: 'made up' }, 400, 'The $skiptoken is not one that this feed gave.'],
  ])('%s %j', async (path, options, status, message) => {
    expect(await refused(path, options as Record<string, string>)).toMatchObject({ status, message })
  })

  it('is one that asks the same twice', async () => {
    const { status } = await odata(store.db, 'Referrals', '$top=1&$top=2', BASE)
    expect(status).toBe(400)
  })
})
