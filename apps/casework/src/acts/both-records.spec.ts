import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { postedBy, wordsOf } from '../../../../libs/pages/testing/browser.js'
import { type Answer, type Desk, desk } from '../../testing/desk.js'

let here: Desk
beforeAll(async () => {
  here = await desk()
})
afterAll(() => here.close())

const manager = 'morgan.hill'
const act = (child: string, name: string, body: object, headers?: Record<string, string>) =>
  here.post(`/api/children/${child}/acts/${name}`, body, manager, headers)
const eventIn = ({ body }: Answer, child: string, type: string): string =>
  body.children
    .find((each: { child: string }) => each.child === child)
    .events.find((event: { type: string }) => event.type === type).id
const personOf = async (child: string) => (await here.get(`/api/children/${child}`)).body.person
const slip = (event: string) => ({ event, withdrawn: true, reason: 'They are cousins.' })

describe('what was recorded by mistake in two records', () => {
  let [one, other] = ['', '']
  let contact: Answer
  beforeEach(async () => {
    const told = { source: '6', concern: 'Heard.', siblings: true, children: [{}, {}] }
    contact = await here.post('/api/acts/receive-contact', told)
    ;[one, other] = contact.body.children.map(({ child }: { child: string }) => child)
  })

  const merged = () => act(one, 'merge-person', { into: other, reason: 'The same NHS number.' })
  const areApart = async () => {
    expect(await personOf(one)).toMatchObject({ stage: 'living' })
    expect((await personOf(other)).mergedFrom).toEqual([])
    for (const child of [one, other]) expect((await here.get(`/api/children/${child}`)).body.contacts).toHaveLength(1)
  }

  it('is taken back in both, whichever record it is taken back in, and gives the same receipt when asked again', async () => {
    for (const [asked, event] of [
      [one, one],
      [other, other],
      [other, one],
    ] as const) {
      const [merge, key] = [await merged(), { 'idempotency-key': `apart-${asked}-${event}-0001` }]
      const answer = await act(asked, 'correct-decision', slip(eventIn(merge, event, 'PersonMerged')), key)
      expect(answer.status).toBe(201)
      expect(answer.body.children.map(({ child }: { child: string }) => child).sort()).toEqual([one, other].sort())
      const again = await act(asked, 'correct-decision', slip(eventIn(merge, event, 'PersonMerged')), key)
      expect([again.status, again.body]).toEqual([200, answer.body])
      await areApart()
    }
    await here.caughtUp()
  })

  it('is taken back by the form of one record, the relation and not the contact that told of it', async () => {
    const event = eventIn(contact, other, 'PersonRelated')
    const address = `/children/${other}/acts/correct-decision?event=${event}`
    const posted = new URLSearchParams(postedBy((await here.page(address, manager)).body))
    posted.set('withdrawn', 'true')
    posted.set('reason', 'They are cousins.')
    const checked = await here.submit(address, posted, manager)
    expect(wordsOf(checked.body)).toMatch(/Person related .* Taken back/)
    expect(wordsOf(checked.body)).not.toContain('Contact received')
    const sure = new URLSearchParams(postedBy(checked.body))
    sure.set('step', 'record')
    const answer = await here.submit(address, sure, manager)
    expect([answer.status, answer.headers['location']]).toEqual([303, `/children/${other}?done=correct-decision`])
    expect([(await personOf(one)).relations, (await personOf(other)).relations]).toEqual([[], []])
    await areApart()
  })

  it('is corrected in the record kept, by API and form, and the correction stays with it when they come apart', async () => {
    const sourceOf = async (child: string) => {
      const { contacts } = (await here.get(`/api/children/${child}`)).body
      return contacts.map(({ source }: { source: string }) => source).sort()
    }
    const entry = eventIn(contact, one, 'ContactReceived')
    const merge = await merged()
    const key = { 'idempotency-key': `correct-${one}` }
    const body = { event: entry, changed: { source: '9' }, reason: 'A slip.' }
    const answer = await act(other, 'correct-decision', body, key)
    expect([answer.status, answer.body.children]).toEqual([201, [expect.objectContaining({ child: one })]])
    expect(answer.headers['etag']).toBeUndefined()
    expect((await act(other, 'correct-decision', body, key)).body).toEqual(answer.body)
    expect(await sourceOf(other)).toEqual(['6', '9'])
    expect((await act(one, 'correct-decision', body)).body.errors).toMatchObject([{ rule: 'merged' }])

    const address = `/children/${other}/acts/correct-decision?event=${entry}`
    const led = await here.page(`/children/${one}/acts/correct-decision?event=${entry}`, manager)
    expect([led.status, led.headers['location']]).toEqual([303, address])
    const posted = new URLSearchParams(postedBy((await here.page(address, manager)).body))
    posted.set('changed[source]', '3A')
    posted.set('reason', 'Another slip.')
    const sure = new URLSearchParams(postedBy((await here.submit(address, posted, manager)).body))
    sure.set('step', 'record')
    expect((await here.submit(address, sure, manager)).status).toBe(303)
    expect(await sourceOf(other)).toEqual(['3A', '6'])

    await here.caughtUp()
    const rows = () =>
      here.rows.db.selectFrom('contact').select(['child', 'source']).where('child', 'in', [one, other]).execute()
    expect((await rows()).map(({ child, source }) => [child, source]).sort()).toEqual(
      [
        [other, '3A'],
        [other, '6'],
      ].sort(),
    )
    await act(one, 'correct-decision', slip(eventIn(merge, one, 'PersonMerged')))
    expect([await sourceOf(one), await sourceOf(other)]).toEqual([['3A'], ['6']])
  })

  it('is taken back with all that stands on it known, in the form that lists what goes with it', async () => {
    const entry = eventIn(contact, one, 'ContactReceived')
    await merged()
    const address = `/children/${other}/acts/correct-decision?event=${entry}`
    const posted = new URLSearchParams(postedBy((await here.page(address, manager)).body))
    posted.set('withdrawn', 'true')
    posted.set('reason', 'Never said.')
    expect(wordsOf((await here.submit(address, posted, manager)).body)).toMatch(/Contact received .* Taken back/)
    const item = contact.body.children[0].events.find(({ items }: { items: { contact?: string } }) => items.contact)
    const decision = { contact: item.items.contact, outcome: 'NFA', reason: 'Nothing was found.' }
    expect((await act(other, 'decide-contact', decision)).status).toBe(201)
    const { body } = await act(other, 'correct-decision', slip(entry))
    expect(body.errors).toMatchObject([{ rule: 'something-stands-on-it' }])
  })

  it('is taken back by those who may merge, and by nobody else who may correct', async () => {
    const event = eventIn(await merged(), one, 'PersonMerged')
    const { status, body } = await here.post(`/api/children/${one}/acts/correct-decision`, slip(event), 'jo.reed')
    expect([status, body.errors[0].message]).toEqual([403, expect.stringContaining('business-support, team-manager')])
  })

  it('is not taken back where the record has moved on, or where the other one is restricted', async () => {
    const event = eventIn(await merged(), one, 'PersonMerged')
    expect((await act(one, 'correct-decision', slip(event), { 'if-match': '"1"' })).status).toBe(412)
    await act(other, 'restrict-record', { to: [manager], reason: 'A parent works here.' })
    const path = `/api/children/${one}/acts/correct-decision`
    const { status, body } = await here.post(path, slip(event), 'toni.bell')
    expect([status, body.errors]).toMatchObject([422, [{ rule: 'restricted', child: other }]])
    await act(one, 'correct-decision', slip(event))
    expect(await personOf(one)).toMatchObject({ stage: 'living' })
  })
})
