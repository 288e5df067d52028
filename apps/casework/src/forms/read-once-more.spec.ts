import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type Desk, desk } from '../../testing/desk.js'
import { fill } from '../../testing/intake.js'
import { wordsOf } from '../../../../libs/pages/testing/browser.js'
import { flawsIn } from '../../../../libs/pages/testing/markup.js'

let here: Desk
beforeAll(async () => {
  here = await desk()
})
afterAll(() => here.close())

const registered = async (person: object) => {
  const told = { source: '6', concern: 'Heard.', children: [{ person }] }
  const { body } = await here.post('/api/acts/receive-contact', told)
  return { child: body.children[0].child as string, events: body.children[0].events as { id: string }[] }
}

const kim = { givenName: 'Kim', familyName: 'Ford', birthDate: '2019-03-04', sex: 'F' }

/** Fills in the form and goes on to the page that is read before it is recorded. */
const goOn = async (address: string, answers: Readonly<Record<string, string>>, as?: string) => {
  const form = await here.page(address, as)
  return here.submit(address, fill(form.body, answers), as)
}

const mergeInto = async (one: string, into: string) => {
  const address = `/children/${one}/acts/merge-person`
  const checked = await goOn(address, { into, reason: 'The same child.' }, 'morgan.hill')
  return { ...checked, address, words: wordsOf(checked.body) }
}

describe('a merge, before it is recorded', () => {
  it('shows who is merged into whom, side by side, and is recorded once it was read', async () => {
    const [one, kept] = [
      await registered({ givenName: 'Kimmy', familyName: 'Ford', birthDate: '2019-03-04' }),
      await registered({ ...kim, address: '1 Invented Lane' }),
    ]
    const { status, words, body, address } = await mergeInto(one.child, kept.child)
    expect(status).toBe(200)
    for (const row of [
      'Detail The duplicate The record to keep',
      'Name Kimmy Ford Kim Ford',
      'Birth Born 4 March 2019 Born 4 March 2019',
      'Sex Not known Female',
      'Address Not known 1 Invented Lane',
      `Child id ${one.child} ${kept.child}`,
    ])
      expect(words).toContain(row)
    expect(words).not.toMatch(/Warning|differ|related/)
    expect(flawsIn(body)).toEqual([])
    expect((await here.get(`/api/children/${one.child}`)).body.person.stage).toBe('living')
    expect((await here.reads.ofChild(kept.child)).reads[0]).toMatchObject({
      worker: 'morgan.hill',
      what: 'merge-person',
    })
    expect((await here.submit(address, fill(body, { step: 'record' }), 'morgan.hill')).status).toBe(303)
    expect((await here.get(`/api/children/${one.child}`)).body.person.mergedInto).toBe(kept.child)
  })

  it('asks where the dates of birth differ, and where the two are recorded as brother or sister', async () => {
    const [one, kept] = [await registered(kim), await registered({ ...kim, birthDate: '2019-03-05' })]
    expect((await mergeInto(one.child, kept.child)).words).toContain('The dates of birth differ.')
    const twin = await registered(kim)
    await here.post(`/api/children/${one.child}/acts/relate-person`, { other: twin.child, relation: 'SIBLING' })
    const { words } = await mergeInto(one.child, twin.child)
    expect(words).toContain('They are recorded as two children who are related: brother or sister.')
    expect(words).not.toContain('differ')
  })

  it('says of a restricted record no more than that it is restricted', async () => {
    const [one, kept] = [
      await registered(kim),
      await registered({ ...kim, givenName: 'Hidden', birthDate: '2011-01-01' }),
    ]
    const restricted = { to: ['morgan.hill'], reason: 'A colleague.' }
    await here.post(`/api/children/${kept.child}/acts/restrict-record`, restricted, 'morgan.hill')
    const { words } = await mergeInto(one.child, kept.child)
    expect(words).toContain('Name Kim Ford Restricted record')
    expect(words).toContain('Make sure with a team manager')
    expect(words).not.toMatch(/Hidden|2011|differ/)
  })

  it('warns where a restricted history would open to all, and is for somebody who may open both', async () => {
    const [one, kept] = [await registered(kim), await registered(kim)]
    const restrict = (child: string, to: string) =>
      here.post(`/api/children/${child}/acts/restrict-record`, { to: [to], reason: 'A colleague.' }, to)
    await restrict(one.child, 'morgan.hill')
    const address = `/children/${one.child}/acts/merge-person`
    const named = { 'x-purpose': 'data-quality', accept: 'text/html' }
    const form = await here.get(address, 'morgan.hill', named)
    const answers = String(fill(form.body as string, { into: kept.child, reason: 'The same child.' }))
    const sent = () =>
      here.post(address, answers, 'morgan.hill', { ...named, 'content-type': 'application/x-www-form-urlencoded' })
    expect(wordsOf((await sent()).body)).toContain('then opens to everybody who reads records')
    await restrict(kept.child, 'toni.bell')
    const refused = await sent()
    expect([refused.status, wordsOf(refused.body)]).toEqual([
      400,
      expect.stringContaining('Two records are merged by somebody who may open both.'),
    ])
  })

  it('is turned down where there is no such child', async () => {
    const one = await registered(kim)
    const { status, words } = await mergeInto(one.child, 'NOBODY1')
    expect([status, words]).toEqual([400, expect.stringContaining('There is no child NOBODY1.')])
  })
})

describe('a correction, before it is recorded', () => {
  it('shows what stands and what it becomes, in words', async () => {
    const { child, events } = await registered(kim)
    const address = `/children/${child}/acts/correct-decision?event=${events.at(-1)?.id}`
    const answers = { 'changed[source]': '3A', 'changed[concern]': 'Seen.', reason: 'A slip.' }
    const checked = await goOn(address, answers)
    const words = wordsOf(checked.body)
    expect(checked.status).toBe(200)
    expect(words).toContain('Detail Recorded From now on')
    expect(words).toContain('Heard. Seen.')
    expect(words).not.toMatch(/\b3A\b/)
    expect(flawsIn(checked.body)).toEqual([])
    expect((await here.get(`/api/children/${child}`)).body.contacts[0].source).toBe('6')
    expect((await here.submit(address, fill(checked.body, { step: 'record' }))).status).toBe(303)
    expect((await here.get(`/api/children/${child}`)).body.contacts[0].source).toBe('3A')
  })

  it('that takes an entry back names everything that goes with it', async () => {
    const { child } = await registered(kim)
    const contact = (await here.get(`/api/children/${child}`)).body.contacts[0].id
    const decided = await here.post(`/api/children/${child}/acts/decide-contact`, {
      ...{ contact, outcome: 'CIN_REFERRAL', reason: 'Help is needed.' },
    })
    const [first] = decided.body.children[0].events
    const address = `/children/${child}/acts/correct-decision?event=${first.id}`
    const { body } = await goOn(address, { withdrawn: 'true', reason: 'The wrong child.' })
    expect(wordsOf(body)).toMatch(/Contact decided 2 June 2026 at .{3,8} Taken back Referral received .* Taken back/)
  })
})
