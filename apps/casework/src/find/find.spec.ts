import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { wordsOf } from '../../../../libs/pages/testing/browser.js'
import { flawsIn } from '../../../../libs/pages/testing/markup.js'
import { type Desk, desk } from '../../testing/desk.js'

let here: Desk
const children: Record<string, string> = {}

async function receive(givenName: string, familyName: string, birthDate: string, more: object = {}): Promise<void> {
  const { body } = await here.post('/api/acts/receive-contact', {
    source: '6',
    concern: 'Heard.',
    children: [{ person: { givenName, familyName, birthDate, ...more } }],
  })
  children[givenName] = body.children[0].child
}

beforeAll(async () => {
  here = await desk()
  await receive('Robin', 'Example', '2018-05-06', { aliases: 'Bobby Sample' })
  await receive('Robyn', 'Example', '2018-05-06')
  await receive('Kim', 'Hidden', '2015-01-02')
  const named = { to: ['morgan.hill'], reason: 'Family of somebody who works here.' }
  await here.post(`/api/children/${children['Kim']}/acts/restrict-record`, named, 'morgan.hill')
  await here.caughtUp()
})
afterAll(() => here.close())

const find = (typed: Record<string, string>, as?: string) => here.submit('/find', new URLSearchParams(typed), as)
const matches = (typed: Record<string, string>, as?: string) =>
  here.submit('/find/matches', new URLSearchParams(typed), as)

describe('finding a child', () => {
  it('asks for a name, a date of birth or a reference', async () => {
    const { status, body } = await here.page('/find')
    expect(status).toBe(200)
    expect(flawsIn(body)).toEqual([])
    expect(wordsOf(body)).toContain('Find a child')
  })

  it('shows who was found: age, open case and last contact in words', async () => {
    const { body } = await find({ name: 'bobby' })
    expect(flawsIn(body)).toEqual([])
    expect(wordsOf(body)).toContain(
      `1 child Child Age Birth Open case Last contact Child id Robin Example 8 years old Born 6 May 2018 No 2 June 2026 ${children['Robin']}`,
    )
    expect(body).toContain(`href="/children/${children['Robin']}"`)
  })

  it('goes by date of birth in three boxes, and by reference', async () => {
    const born = { 'birthDate-day': '6', 'birthDate-month': '5', 'birthDate-year': '2018' }
    expect(wordsOf((await find(born)).body)).toContain('2 children')
    expect(wordsOf((await find({ reference: children['Robyn'] ?? '' })).body)).toContain('Robyn Example')
  })

  it('says what is missing where nothing was typed, or no day', async () => {
    expect(wordsOf((await find({})).body)).toContain('Enter a name, a date of birth or a reference.')
    const { status, body } = await find({
      name: 'Robin',
      'birthDate-day': '31',
      'birthDate-month': '2',
      'birthDate-year': '2018',
    })
    expect(status).toBe(400)
    expect(body).toContain('<title>Error: Find a child')
    expect(body).toContain('value="Robin"')
    expect(flawsIn(body)).toEqual([])
    expect(body).not.toContain('What was found')
  })

  it('leads on where nobody was found', async () => {
    const { body } = await find({ name: 'Xavier' })
    expect(wordsOf(body)).toContain('No child was found.')
    expect(body).toContain('href="/contacts/new"')
  })

  it('says nothing of a restricted record but that it is there, except to the people it names', async () => {
    const { body } = await find({ name: 'hidden' }, 'pat.lowe')
    expect(wordsOf(body)).toContain('Restricted record')
    expect(body).not.toContain('2 January 2015')
    expect(body).not.toContain(String(children['Kim']))
    expect(wordsOf((await find({ name: 'hidden' }, 'morgan.hill')).body)).toContain('Kim Hidden')
  })

  it('leads whoever may open a restricted record in an emergency to where that is done, and says no more of it', async () => {
    const looked = { givenName: 'Kim', familyName: 'Hidden', birthDate: '2015-01-02' }
    for (const { body } of [await find({ name: 'hidden' }, 'robin.shaw'), await matches(looked, 'robin.shaw')]) {
      expect(body).toContain(`href="/children/${children['Kim']}/emergency"`)
      expect(wordsOf(body)).not.toMatch(/Hidden|2 January 2015/)
    }
    expect((await matches(looked, 'pat.lowe')).body).not.toContain('/emergency')
  })

  it('shows possible duplicates, with why, to those who may merge them, and to nobody else', async () => {
    const { body } = await find({ reference: children['Robin'] ?? '' }, 'pat.lowe')
    expect(wordsOf(body)).toContain('Possible duplicates of Robin Example')
    expect(wordsOf(body)).toContain('Same date of birth and family name')
    expect(body).toContain(`href="/children/${children['Robyn']}/acts/merge-person?into=${children['Robin']}"`)
    expect(flawsIn(body)).toEqual([])
    expect((await find({ reference: children['Robin'] ?? '' }, 'jo.reed')).body).not.toContain('duplicates')
  })

  it('is for those the policy lets find children, and is kept in the log of reads without what was typed', async () => {
    expect((await find({ name: 'robin' }, 'chris.ward')).status).toBe(403)
    expect((await here.page('/find', 'chris.ward')).status).toBe(403)
    await find({ name: 'robin' }, 'alex.moor')
    const [read] = (await here.reads.ofWorker('alex.moor')).reads
    expect(read).toMatchObject({ what: 'search', search: { results: 1, fields: ['name'] } })
    expect(JSON.stringify(read).toLowerCase()).not.toContain('robin')
  })
})

describe('possible matches, while a contact is typed', () => {
  it('are a piece of a page with why each may be the same child', async () => {
    const { status, body } = await matches({ givenName: 'robin', familyName: 'example', birthDate: '2018-06-05' })
    expect(status).toBe(200)
    expect(body).not.toContain('<html')
    expect(wordsOf(body)).toContain(
      `Robin Example (opens in a new tab) , 8 years old, child id ${children['Robin']}. Same name; day and month of birth the other way round. Open case: No`,
    )
    expect(body).toContain('target="_blank" rel="noopener"')
  })

  it('are asked for as a form or as JSON, with the date in one or in three boxes', async () => {
    const json = await here.post('/find/matches', {
      givenName: 'Robin',
      familyName: 'Example',
      birthDate: '2018-05-06',
    })
    expect(wordsOf(json.body)).toContain('2 records may be of this child')
    const boxes = { givenName: 'Robin', 'birthDate-day': '6', 'birthDate-month': '5', 'birthDate-year': '2018' }
    expect(wordsOf((await matches(boxes)).body)).toContain('Same date of birth and given name')
  })

  it('say so where there is none, and nothing until enough is typed', async () => {
    expect(wordsOf((await matches({ givenName: 'Xavier', familyName: 'Other' })).body)).toBe(
      'No record looks like this child.',
    )
    expect(wordsOf((await matches({ givenName: 'Robin' })).body)).toBe('')
  })

  it('say nothing of a restricted record but that it is there', async () => {
    const { body } = await matches({ givenName: 'Kim', familyName: 'Hidden', birthDate: '2015-01-02' })
    expect(wordsOf(body)).toContain('Restricted record: if you need it to keep a child safe, ask a team manager')
    expect(body).not.toContain('Hidden')
  })

  it('are for those who may find children, and are kept in the log of reads', async () => {
    expect((await matches({ givenName: 'Robin', familyName: 'Example' }, 'chris.ward')).status).toBe(403)
    await matches({ givenName: 'Robin', familyName: 'Example' }, 'kim.dale')
    expect((await here.reads.ofWorker('kim.dale')).reads[0]).toMatchObject({
      what: 'possible-matches',
      search: { results: 1, fields: ['givenName', 'familyName'] },
    })
  })
})
