import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { demoStaff } from '@front-door/identity'
import { type Desk, desk } from '../../testing/desk.js'
import { fill } from '../../testing/intake.js'
import { wordsOf } from '../../../../libs/pages/testing/browser.js'

let here: Desk
beforeAll(async () => {
  here = await desk()
})
afterAll(() => here.close())

const [police, health] = ['chris.ward', 'dana.cole']

/** A child about whom an agency was asked something. */
const askedAbout = async (givenName: string, agency: string, asked = 'Were you ever called to the house?') => {
  const told = { source: '2A', concern: 'A bruise was seen.', domesticAbuse: true }
  const person = { givenName, familyName: 'Example', birthDate: '2016-05-04' }
  const { body } = await here.post('/api/acts/receive-contact', { ...told, children: [{ person }] })
  const { child, events } = body.children[0] as { child: string; events: { items: { contact?: string } }[] }
  const about = events.find(({ items }) => items.contact)?.items.contact
  const sent = await here.post(`/api/children/${child}/acts/request-information`, { about, agency, asked })
  await here.caughtUp()
  return { child, request: sent.body.children[0].events[0].items.request as string }
}
const answerAt = ({ child, request }: { child: string; request: string }, act = 'receive-information') =>
  `/requests/${child}/${request}/${act}`
const listFor = async (person: string, at = '/requests') => wordsOf((await here.page(at, person)).body)

describe('what is asked of a partner', () => {
  it('is listed to that agency alone, with who the child is, what was asked and by when, what is due first first', async () => {
    await askedAbout('Ash', 'POLICE', 'Is the father known to you?')
    here.later(54)
    await askedAbout('Bo', 'POLICE')
    const list = await listFor(police)
    for (const part of ['Ash Example', 'Born 4 May 2016', 'Is the father known to you?', '1 working day overdue'])
      expect(list).toContain(part)
    expect(list.indexOf('Ash Example')).toBeLessThan(list.indexOf('Bo Example'))
    expect(await listFor(health)).toContain('Nothing is waiting for an answer.')
    expect(await listFor(health)).not.toContain('Example')
  })

  it('is in the log of reads for every child on the page, and for every form that is opened', async () => {
    const { child, request } = await askedAbout('Cas', 'HEALTH')
    await here.page('/requests', health)
    await here.page(answerAt({ child, request }), health)
    const { reads } = await here.reads.ofChild(child)
    expect(reads.map(({ worker }) => worker)).toEqual([health, health])
  })

  it('is answered in the form of the act, with nothing of the record around it, and once', async () => {
    const one = await askedAbout('Dot', 'POLICE', 'Anything since March?')
    const form = await here.page(answerAt(one), police)
    const words = wordsOf(form.body)
    for (const part of ['Dot Example', 'Answer the request', 'Anything since March?', 'What you know'])
      expect(words).toContain(part)
    for (const part of ['bruise', 'Domestic abuse', 'Jo Reed', `/children/${one.child}`])
      expect(form.body).not.toContain(part)
    const checked = await here.submit(answerAt(one), fill(form.body, { reply: 'Two call-outs in May.' }), police)
    expect(checked.body).not.toContain('What can happen next')
    const posted = fill(checked.body, { step: 'record' })
    for (let times = 0; times < 2; times++)
      expect(await here.submit(answerAt(one), posted, police)).toMatchObject({
        status: 303,
        headers: { location: '/requests?done=receive-information' },
      })
    await here.caughtUp()
    const list = await listFor(police, '/requests?done=receive-information')
    expect(list).toContain('Your answer is in the child’s record.')
    expect(list).not.toContain('Dot Example')
    expect(wordsOf((await here.page(`/children/${one.child}`)).body)).toContain('Two call-outs in May.')
    expect((await here.page(answerAt(one), police)).status).toBe(404)
  })

  it('can be answered with why there is no answer, whatever else was recorded meanwhile', async () => {
    const one = await askedAbout('Ed', 'POLICE')
    const at = answerAt(one, 'information-not-received')
    const form = await here.page(at, police)
    const wrong = await here.submit(at, fill(form.body, {}), police)
    expect(wrong.status).toBe(400)
    expect(wordsOf(wrong.body)).toContain('Enter why there will be no answer.')
    const checked = await here.submit(at, fill(wrong.body, { reason: 'The system is down.' }), police)
    const consent = { about: (await here.get(`/api/children/${one.child}`)).body.contacts[0].id, consent: 'GIVEN' }
    await here.post(`/api/children/${one.child}/acts/record-consent`, consent)
    const sent = await here.submit(at, fill(checked.body, { step: 'record' }), police)
    expect(sent.headers['location']).toBe('/requests?done=information-not-received')
    const late = await here.page(answerAt(one), police)
    expect([late.status, (await here.page(at, police)).status]).toEqual([200, 404])
  })

  it('opens to that agency, and to nobody else', async () => {
    const one = await askedAbout('Flo', 'POLICE')
    for (const { id } of demoStaff)
      expect([id, (await here.page(answerAt(one), id)).status]).toEqual([id, id === police ? 200 : 403])
    const form = await here.page(answerAt(one), police)
    expect((await here.submit(answerAt(one), fill(form.body, { reply: 'x' }), health)).status).toBe(403)
    const sent = await here.post(
      `/api/children/${one.child}/acts/receive-information`,
      { request: one.request, reply: 'x' },
      health,
    )
    expect(sent.body.errors).toMatchObject([{ rule: 'other-agency' }])
    expect((await here.page(answerAt(one, 'record-voice'), police)).status).toBe(404)
    expect((await here.page(answerAt({ ...one, request: 'none' }), police)).status).toBe(404)
    expect((await here.page(`/children/${one.child}/acts/receive-information`, police)).status).toBe(403)
  })

  it('reads as it was corrected', async () => {
    const one = await askedAbout('Gil', 'POLICE', 'Is the uncle known?')
    const { body } = await here.get(`/api/children/${one.child}/trail`)
    const event = body.lines.find(({ type }: { type: string }) => type === 'InformationRequested').event
    const changed = { asked: 'Is the grandfather known?' }
    await here.post(`/api/children/${one.child}/acts/correct-decision`, { event, changed, reason: 'Mistyped.' })
    await here.caughtUp()
    expect(await listFor(police)).toContain('Is the grandfather known?')
    expect(await listFor(police)).not.toContain('uncle')
  })

  it('of a restricted record is shown to the people it names alone, once they say what for', async () => {
    const one = await askedAbout('Hal', 'HEALTH', 'Any injuries?')
    const restrict = (to: readonly string[]) =>
      here.post(`/api/children/${one.child}/acts/restrict-record`, { to, reason: 'A colleague.' }, 'morgan.hill')
    await restrict(['morgan.hill'])
    await here.caughtUp()
    expect(await listFor(health)).toContain('Restricted record')
    expect(await listFor(health)).not.toContain('Hal')
    expect((await here.page(answerAt(one), health)).status).toBe(403)
    await restrict(['morgan.hill', health])
    await here.caughtUp()
    expect(await listFor(health)).toContain('Hal Example')
    expect(await listFor(health)).not.toContain('Any injuries?')
    const sent = await here.page(answerAt(one), health)
    expect(sent).toMatchObject({ status: 303 })
    expect((await here.page(String(sent.headers['location']), health)).status).toBe(200)
    const said = await here.get(answerAt(one), health, { 'x-purpose': 'my-case', accept: 'text/html' })
    expect(wordsOf(said.body)).toContain('Any injuries?')
  })

  it('is told page by page, and a page after the last is the last', async () => {
    for (let count = 1; count <= 21; count++) await askedAbout('Ida', 'POLICE', `Question ${count}.`)
    const first = await here.page('/requests', police)
    expect(first.body).toContain('href="/requests?page=2"')
    expect(wordsOf(first.body)).not.toContain('Question 21.')
    const last = await listFor(police, '/requests?page=2')
    expect(last).toContain('Question 21.')
    expect(await listFor(police, '/requests?page=99999')).toBe(last)
  })
})
