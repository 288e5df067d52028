import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type Desk, desk } from '../../testing/desk.js'
import { born, child, told, intakeAt } from '../../testing/intake.js'
import { wordsOf } from '../../../../libs/pages/testing/browser.js'
import { flawsIn } from '../../../../libs/pages/testing/markup.js'

let here: Desk
beforeAll(async () => {
  here = await desk()
})
afterAll(() => here.close())
const { form, send, registered } = intakeAt(() => here)

const address = '/contacts/new'
const childrenIn = (location: unknown) => new URL(String(location), 'http://here').searchParams.getAll('child')

describe('recording a contact', () => {
  it('asks about the contact and the child on one page that a browser without script can use', async () => {
    const { status, body } = await here.page(address)
    expect(status).toBe(200)
    expect(flawsIn(body)).toEqual([])
    for (const part of ['About the contact', 'What was said', 'Child 1', 'More about this child', 'Add another child'])
      expect(wordsOf(body)).toContain(part)
  })

  it('continues when Enter is pressed in a text field, and takes no child out', async () => {
    const one = await send(await form(), { ...told, step: 'add' })
    expect(/<button[^>]*>/.exec(/<form[\s\S]*/.exec(one.body)?.[0].replace(/[\s\S]*?<main/, '') ?? '')?.[0]).toMatch(
      /value="(check)"/,
    )
  })

  it('takes one child more, with all that was typed, and goes on with its first question', async () => {
    const { status, body } = await send(await form(), { ...told, ...child(0, { givenName: 'Ash' }), step: 'add' })
    expect(status).toBe(200)
    expect(body).toContain('value="Ash"')
    expect(body).toContain('They were alone at home.')
    expect(/<input[^>]*autofocus[^>]*>/.exec(body)?.[0]).toContain('name="children[1][person][givenName]"')
    expect(wordsOf(body)).toContain('The children are brothers and sisters')
    expect(flawsIn(body)).toEqual([])
  })

  it('takes a child out, and leaves the others as they were typed', async () => {
    const two = await send(await form(), { ...told, ...child(0, { givenName: 'Ash' }), step: 'add' })
    const three = await send(two.body, { ...child(1, { givenName: 'Bo', familyName: 'Reed' }), step: 'add' })
    const { body } = await send(three.body, { ...child(2, { givenName: 'Cy' }), step: 'remove-1' })
    expect(body).not.toContain('value="Bo"')
    expect(/<input[^>]*value="Cy"[^>]*>/.exec(body)?.[0]).toContain('name="children[1][person][givenName]"')
    expect(body).toContain('They were alone at home.')
  })

  it('shows what is wrong at the right child, and records nothing', async () => {
    const two = await send(await form(), { ...told, ...child(0, { givenName: 'Ash' }), step: 'add' })
    const { body } = await send(two.body, { source: '', ...child(1, born('2019-13-45')) })
    expect(body).toContain('<title>Error: ')
    expect(wordsOf(body)).toContain('Select the source.')
    expect(body).toContain('href="#children-1-person-birthDate-day"')
    expect(wordsOf(body)).toContain('Child 2: Enter the date of birth as a day that exists')
    expect(body).toContain('value="Ash"')
  })

  it('tells a rule of the act at the question it is about', async () => {
    const { body } = await send(await form(), { ...told, ...child(0, born('2031-01-01')) })
    expect(body).toContain('href="#children-0-person-birthDate-day"')
    expect(wordsOf(body)).toContain('Enter a day that is not in the future')
  })

  it('asks once more where it is dated long ago, and records it, telling so in its receipt', async () => {
    const dated = (year: string) => ({ 'occurredAt-day': '4', 'occurredAt-month': '6', 'occurredAt-year': year })
    const question = /This contact is dated 4 June 2021, more than 4 years ago. Is that right\?/
    const checked = await send(await form(), { ...told, ...dated('2021') })
    expect(wordsOf(checked.body)).toMatch(question)
    expect(flawsIn(checked.body)).toEqual([])
    expect((await send(checked.body, { step: 'record' })).status).toBe(303)
    const lately = { ...told, ...dated('2026'), 'occurredAt-month': '5', 'occurredAt-day': '30' }
    expect(wordsOf((await send(await form(), lately)).body)).not.toContain('Is that right?')
    const body = { ...told, occurredAt: '2021-06-04', children: [{}] }
    const answer = await here.post('/api/acts/receive-contact', body)
    const doubt = { what: 'date', says: expect.stringContaining('is dated 4 June 2021, more than 4 years ago') }
    expect([answer.status, answer.body.children[0].missing]).toEqual([
      201,
      expect.arrayContaining([expect.objectContaining(doubt)]),
    ])
  })

  it('says at the question itself when an expected date of birth cannot be right', async () => {
    const expected = { 'expectedBirthDate-day': '4', 'expectedBirthDate-month': '9', 'expectedBirthDate-year': '2028' }
    const { body } = await send(await form(), { ...told, ...child(0, expected) })
    expect(wordsOf(body)).toContain('Enter an expected date of birth from 2 April 2026 to 2 April 2027')
    expect(body).toContain('href="#children-0-person-expectedBirthDate-day"')
  })

  it('is of night work out of hours from the start', async () => {
    expect(/<input[^>]*name="outOfHours"[^>]*checked[^>]*>/.exec(await form('robin.shaw'))?.[0]).toContain('"true"')
    expect(await form('pat.lowe')).not.toMatch(/name="outOfHours"[^>]*checked/)
  })

  it('is not for roles that the policy does not name', async () => {
    expect((await here.page(address, 'val.brook')).status).toBe(403)
    expect((await here.submit(address, new URLSearchParams(told), 'val.brook')).status).toBe(403)
  })
})

describe('three siblings, one of them known, one not born yet and one without a name', () => {
  it('are recorded together in one act, once however often the form is sent', async () => {
    const known = await registered({ givenName: 'Dot', familyName: 'Vale', birthDate: '2018-05-06' })
    const first = await form('jo.reed', `${address}?child=${known}`)
    expect(wordsOf(first)).toContain('Dot Vale')
    expect(wordsOf(first)).toContain('8 years old')
    const two = await send(first, { ...told, step: 'add' })
    const three = await send(two.body, {
      ...child(1, { familyName: 'Vale', givenName: 'Eve' }),
      ...{ 'children[1][person][expectedBirthDate-day]': '4', 'children[1][person][expectedBirthDate-month]': '9' },
      ...{ 'children[1][person][expectedBirthDate-year]': '2026', step: 'add' },
    })
    const checked = await send(three.body, { siblings: 'true' })
    expect(checked.status).toBe(200)
    const words = wordsOf(checked.body)
    for (const part of ['Check before you record', 'Dot Vale', 'Unborn: Eve Vale', 'Nothing is known about this child'])
      expect(words).toContain(part)
    expect(words).not.toContain('Not recorded for a child who is not born yet')
    expect(flawsIn(checked.body)).toEqual([])

    const places = []
    for (let times = 0; times < 2; times++) places.push(await send(checked.body, { step: 'record' }))
    expect(places.map(({ status }) => status)).toEqual([303, 303])
    expect(places[0]?.headers['location']).toBe(places[1]?.headers['location'])
    const ids = childrenIn(places[0]?.headers['location'])
    expect(ids[0]).toBe(known)
    expect(ids).toHaveLength(3)
    const all = await Promise.all(ids.map(async (id) => (await here.get(`/api/children/${id}`)).body))
    expect(all.map(({ person }) => person.stage)).toEqual(['living', 'unborn', 'living'])
    expect(all.map(({ contacts }) => contacts.length)).toEqual([2, 1, 1])
    expect(all[0].person.relations.map(({ other }: { other: string }) => other).sort()).toEqual(ids.slice(1).sort())

    const { body } = await here.page(String(places[0]?.headers['location']))
    expect(wordsOf(body)).toContain('The contact is recorded')
    expect(wordsOf(body)).toContain('Dot Vale')
    expect(body).toContain(`/children/${known}/acts/decide-contact?contact=`)
    expect(flawsIn(body)).toEqual([])
  })

  it('shows what is open about a known child, whose it is, and what happened lately', async () => {
    const known = await registered({ givenName: 'Flo', familyName: 'Moss' })
    const { body } = await here.get(`/api/children/${known}`)
    await here.post(`/api/children/${known}/acts/decide-contact`, {
      ...{ contact: body.contacts[0].id, outcome: 'CIN_REFERRAL', reason: 'Help is needed.' },
    })
    const first = await form('jo.reed', `${address}?child=${known}`)
    const checked = await send(first, told)
    expect(wordsOf(checked.body)).toContain('A referral about this child is waiting for a decision')
    expect(wordsOf(checked.body)).toContain("decided: Referral to children's social care")
    const reads = await here.reads.ofChild(known)
    expect(reads.reads.map(({ what, worker }) => `${what} ${worker}`)).toContain('contact-form jo.reed')
  })

  it('can lose the child it began with, and be about another', async () => {
    const known = await registered({ givenName: 'Gil', familyName: 'Frost' })
    const { body } = await send(await form('jo.reed', `${address}?child=${known}`), { ...told, step: 'remove-0' })
    expect(body).not.toContain(known)
    expect(body).toContain('name="children[0][person][givenName]"')
  })

  it('never shows who a restricted child is', async () => {
    const known = await registered({ givenName: 'Hal', familyName: 'Kerr' })
    await here.post(
      `/api/children/${known}/acts/restrict-record`,
      { to: ['morgan.hill'], reason: 'A child of somebody who works here.' },
      'morgan.hill',
    )
    const { body } = await here.page(`${address}?child=${known}`)
    expect(wordsOf(body)).toContain('Restricted record')
    expect(body).not.toContain('Kerr')
  })

  it('says that a restricted record may match, and not which', async () => {
    const known = await registered({ givenName: 'Ida', familyName: 'Lorne', birthDate: '2016-02-03' })
    const named = { to: ['morgan.hill'], reason: 'A child of somebody who works here.' }
    await here.post(`/api/children/${known}/acts/restrict-record`, named, 'morgan.hill')
    await here.caughtUp()
    const typed = { 'children[0][person][givenName]': 'Ida', 'children[0][person][familyName]': 'Lorne' }
    const { body } = await send(await form('jo.reed'), { ...told, ...typed })
    expect(wordsOf(body)).toContain('A restricted record may be about the same child.')
    expect(body).not.toContain(known)
  })
})
