import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type Desk, desk } from '../../testing/desk.js'
import { fill } from '../../testing/intake.js'
import { wordsOf } from '../../../../libs/pages/testing/browser.js'
import { flawsIn } from '../../../../libs/pages/testing/markup.js'

let here: Desk
let one: string
let other: string
let contact: string

beforeAll(async () => {
  here = await desk()
  const { body } = await here.post('/api/acts/receive-contact', {
    source: '6',
    concern: 'Shouting was heard.',
    siblings: true,
    domesticAbuse: true,
    children: [
      { person: { givenName: 'Robin', familyName: 'Example', birthDate: '2019-03-04' } },
      { person: { givenName: 'Bo' } },
    ],
  })
  one = body.children[0].child
  other = body.children[1].child
  contact = body.children[0].events.find(({ items }: { items: { contact?: string } }) => items.contact).items.contact
})
afterAll(() => here.close())

describe('a child’s record', () => {
  it('says who the child is, what comes next, and tells the trail', async () => {
    const { status, body } = await here.page(`/children/${one}`)
    expect(status).toBe(200)
    const words = wordsOf(body)
    for (const part of [
      'Robin Example',
      '7 years old',
      'Domestic abuse',
      'What you can do next',
      'Start screening',
      'Bo',
      'Shouting was heard.',
      'Jo Reed, Screening social worker, Front Door',
      'Correct this entry',
    ])
      expect(words).toContain(part)
    expect(body).toContain(`/children/${one}/acts/decide-contact?contact=${contact}`)
  })

  it('offers a manager what is for managers, and a reviewer nothing to record', async () => {
    expect(wordsOf((await here.page(`/children/${one}`, 'morgan.hill')).body)).toContain('Record management oversight')
    const reviewer = wordsOf((await here.page(`/children/${one}`, 'val.brook')).body)
    expect(reviewer).toContain('Nothing waits for somebody in your role.')
    expect(reviewer).not.toContain('Correct this entry')
  })

  it('offers the correction of an entry to those who may record it, and says at its form whom it is for', async () => {
    const told = { source: '6', concern: 'Heard.', children: [{ person: { givenName: 'Ash' } }] }
    const { child, events } = (await here.post('/api/acts/receive-contact', told)).body.children[0]
    const about = events.at(-1).items.contact
    const decision = { contact: about, outcome: 'NFA', reason: 'Nothing more to do.' }
    const decided = await here.post(`/api/children/${child}/acts/decide-contact`, decision)
    const event = decided.body.children[0].events[0].id
    const address = (id: string) => `/children/${child}/acts/correct-decision?event=${id}`
    for (const page of [`/children/${child}`, `/children/${child}/items/${about}`]) {
      const [support, screener] = [(await here.page(page, 'pat.lowe')).body, (await here.page(page)).body]
      for (const body of [support, screener]) expect(body).toContain(`href="${address(events.at(-1).id)}"`)
      expect(support).not.toContain(`href="${address(event)}"`)
      expect(screener).toContain(`href="${address(event)}"`)
    }
    const { status, body } = await here.page(address(event), 'pat.lowe')
    expect([status, wordsOf(body)]).toEqual([
      403,
      expect.stringContaining(
        'Your role (Business support) may not correct this entry. It is for Screening social worker, Emergency duty team (EDT), Team manager.',
      ),
    ])
    const slip = { event, withdrawn: true, reason: 'A slip.' }
    const refused = await here.post(`/api/children/${child}/acts/correct-decision`, slip, 'pat.lowe')
    expect([refused.status, refused.body.errors]).toMatchObject([403, [{ rule: 'role', field: 'event' }]])
  })

  it('shows what was known on a date, and says so', async () => {
    here.later(48)
    await here.post(`/api/children/${one}/acts/rate-priority`, {
      about: contact,
      priority: 'AMBER',
      reason: 'Harm is likely.',
    })
    const then = wordsOf(
      (await here.page(`/children/${one}?asKnownAt-day=2&asKnownAt-month=6&asKnownAt-year=2026`)).body,
    )
    expect(then).toContain('as it was known on 2 June 2026')
    expect(then).not.toContain('Harm is likely.')
    expect(wordsOf((await here.page(`/children/${one}`)).body)).toContain('Harm is likely.')
    expect(
      wordsOf((await here.page(`/children/${one}?asKnownAt-day=31&asKnownAt-month=2&asKnownAt-year=2026`)).body),
    ).toContain('Enter the day it was known on as a day that exists')
  })

  it('of a long life is shown in pages, with its words on each', async () => {
    const { body } = await here.post('/api/acts/receive-contact', {
      source: '6',
      concern: 'The first of many.',
      children: [{ person: { givenName: 'Long', familyName: 'Life' } }],
    })
    const { child, events } = body.children[0]
    const about = events.at(-1).items.contact
    for (let times = 1; times <= 55; times++)
      await here.post(`/api/children/${child}/acts/record-consent`, {
        about,
        consent: 'GIVEN',
        reason: `Asked ${times} times.`,
      })
    const [first, second] = [await here.page(`/children/${child}`), await here.page(`/children/${child}?page=2`)]
    for (const { body: page } of [first, second]) expect(wordsOf(page)).toContain('Long Life')
    expect(wordsOf(first.body)).toContain('Asked 55 times.')
    expect(wordsOf(first.body)).not.toContain('Asked 5 times.')
    for (const words of ['Asked 5 times.', 'The first of many.']) expect(wordsOf(second.body)).toContain(words)
    expect(wordsOf((await here.page(`/children/${child}?page=99999`)).body)).toBe(wordsOf(second.body))
  })

  it('names the children of its trail, and leads to their records', async () => {
    await here.post(`/api/children/${one}/acts/relate-person`, { other, relation: 'SIBLING' })
    for (const address of [`/children/${one}`, `/children/${one}/items/${contact}`]) {
      const { body } = await here.page(address)
      expect(body).toContain(`<dd class="app-as-typed"><a class="govuk-link" href="/children/${other}">Bo</a></dd>`)
      expect(wordsOf(body)).not.toContain(other)
    }
  })

  it('that was merged leads to the record that was kept, from its page and when it is looked for', async () => {
    const told = { source: '6', concern: 'Heard.', children: [{ person: { givenName: 'Rob', familyName: 'Twice' } }] }
    const duplicate = (await here.post('/api/acts/receive-contact', told)).body.children[0].child as string
    const item = (await here.get(`/api/children/${duplicate}`)).body.contacts[0].id
    await here.post(`/api/children/${duplicate}/acts/merge-person`, { into: one, reason: 'Same.' }, 'morgan.hill')
    for (const address of [`/children/${duplicate}`, `/children/${duplicate}/items/${item}`]) {
      const { body } = await here.page(address)
      expect(wordsOf(body)).toContain('This record was merged into another')
      expect(body).toContain(`<a class="govuk-link" href="/children/${one}">Robin Example</a>.`)
    }
    await here.caughtUp()
    const found = await here.submit('/find', new URLSearchParams({ reference: duplicate }))
    expect(found.body).toContain(`href="/children/${one}"`)
    expect((await here.page(`/children/${one}`)).body).toContain(`<a class="govuk-link" href="/children/${duplicate}">`)
  })

  it('is closed to roles that may not read it', async () => {
    for (const person of ['chris.ward', 'ray.stone']) {
      const { status, body } = await here.page(`/children/${one}`, person)
      expect(status).toBe(403)
      expect(wordsOf(body)).toContain('You cannot see or do this')
      expect(wordsOf(body)).toContain('This is for Business support, Early help co-ordinator')
      expect(body).not.toContain('business-support')
    }
  })
})

describe('the page of a contact under screening', () => {
  it('lists what is done and what remains, the clocks, and what is missing', async () => {
    await here.post(`/api/children/${one}/acts/start-screening`, { about: contact })
    const words = wordsOf((await here.page(`/children/${one}/items/${contact}`)).body)
    for (const part of [
      'Contact of 2 June 2026',
      'Rate the priority Completed',
      'The consent position is not recorded.',
      'Amber: decision',
    ])
      expect(words).toContain(part)
  })

  it('keeps partners asked for information with their replies', async () => {
    await here.post(`/api/children/${one}/acts/request-information`, {
      about: contact,
      agency: 'POLICE',
      asked: 'Any call-outs?',
    })
    const words = wordsOf((await here.page(`/children/${one}/items/${contact}`)).body)
    expect(words).toContain('Record the information a partner sent')
    await here.post(`/api/children/${one}/acts/request-information`, {
      ...{ about: contact, agency: 'HEALTH', asked: 'Any visits?' },
    })
    const record = wordsOf((await here.page(`/children/${one}`)).body)
    for (const asked of ['asked of police', 'asked of health'])
      expect(record).toMatch(new RegExp(`Request for information of 4 June 2026 at 9:\\d\\dam, ${asked}`))
  })
})

describe('a restricted record', () => {
  it('opens to the people named, once they have said what for, and every read keeps that', async () => {
    await here.post(
      `/api/children/${other}/acts/restrict-record`,
      { to: ['morgan.hill'], reason: 'A parent works here.' },
      'morgan.hill',
    )
    expect(wordsOf((await here.page(`/children/${other}`)).body)).toContain('restricted to named people')
    const sent = await here.page(`/children/${other}`, 'morgan.hill')
    expect(sent).toMatchObject({
      status: 303,
      headers: { location: `/children/${other}/purpose?returnTo=%2Fchildren%2F${other}` },
    })
    const api = (purpose?: string) =>
      here.get(`/api/children/${other}`, 'morgan.hill', purpose ? { 'x-purpose': purpose } : {})
    expect((await api()).status).toBe(403)
    expect((await api('supervision')).status).toBe(200)
    expect((await here.reads.ofChild(other)).reads[0]).toMatchObject({ worker: 'morgan.hill', purpose: 'supervision' })
    expect(wordsOf((await here.page(`/children/${one}`)).body)).toContain('Restricted record')
  })

  it('is opened again by a manager whom it does not name, who gives a reason and sees nothing of it', async () => {
    const { body } = await here.post('/api/acts/receive-contact', {
      ...{
        source: '6',
        concern: 'Known to nobody.',
        children: [{ person: { givenName: 'Ivo', birthDate: '2017-08-09' } }],
      },
    })
    const { child } = body.children[0]
    const record = `/children/${child}`
    const manager = 'toni.bell'
    const restricted = { to: ['morgan.hill'], reason: 'A colleague who has left.' }
    await here.post(`/api${record}/acts/restrict-record`, restricted, 'morgan.hill')
    const closed = await here.page(record, manager)
    const systems = await here.page(record, 'ray.stone')
    for (const { status, body: page } of [closed, systems])
      expect([status, page]).toEqual([403, expect.stringContaining(`href="${record}/restriction"`)])
    expect((await here.page(record)).body).not.toContain(`${record}/restriction`)
    expect((await here.page(`${record}/restriction`)).status).toBe(403)

    const form = await here.page(`${record}/restriction`, manager)
    expect(form.status).toBe(200)
    expect(flawsIn(form.body)).toEqual([])
    const unsaid = await here.submit(`${record}/restriction`, fill(form.body, {}), manager)
    expect([unsaid.status, wordsOf(unsaid.body)]).toEqual([400, expect.stringContaining('There is a problem')])
    for (const { body: page } of [form, unsaid]) expect(wordsOf(page)).not.toMatch(/Ivo|2017|Known to nobody|colleague/)

    const answers = fill(form.body, { reason: 'Those named have left.' })
    for (let times = 0; times < 2; times++)
      expect(await here.submit(`${record}/restriction`, answers, manager)).toMatchObject({
        status: 303,
        headers: { location: `${record}?done=lift-restriction` },
      })
    const opened = wordsOf((await here.page(record, manager)).body)
    for (const words of ['Ivo', 'Those named have left.']) expect(opened).toContain(words)
    expect((await here.page(`${record}/restriction`, manager)).status).toBe(404)
  })
})
