import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type Desk, desk } from '../../testing/desk.js'

let here: Desk
let child: string
beforeAll(async () => {
  here = await desk()
  const answer = await here.post('/api/acts/receive-contact', {
    source: '6',
    concern: 'Shouting was heard.',
    children: [{ person: { givenName: 'Robin', birthDate: '2018-05-06' } }],
  })
  child = answer.body.children[0].child
  const contact = answer.body.children[0].events[1].items.contact
  here.later(48)
  await here.post(`/api/children/${child}/acts/decide-contact`, {
    contact,
    outcome: 'NFA',
    reason: 'Explained by the family.',
  })
})
afterAll(() => here.close())

describe('a child', () => {
  it('is told with who it is, how things stand and an ETag to act on', async () => {
    const { status, headers, body } = await here.get(`/api/children/${child}`)
    expect(status).toBe(200)
    expect(headers['etag']).toBe('"3"')
    expect(body).toMatchObject({
      child,
      version: 3,
      identity: { givenName: 'Robin' },
      person: { stage: 'living', birthDate: '2018-05-06' },
      contacts: [{ stage: 'decided', outcome: 'NFA' }],
      clocks: [{ clock: 'contactDecision', state: 'missed', due: { due: '2026-06-03' } }],
    })
  })

  it('that nobody knows is not found', async () => {
    expect(await here.get('/api/children/NOBODY1')).toMatchObject({
      status: 404,
      body: { detail: 'There is no child NOBODY1. Check the id, or search.' },
    })
  })
})

describe('a trail', () => {
  it('says who did what, when, and why, in words', async () => {
    const { body } = await here.get(`/api/children/${child}/trail`)
    expect(body.lines.map(({ name }: { name: string }) => name)).toEqual([
      'Person registered',
      'Contact received',
      'Contact decided',
    ])
    expect(body.lines[2]).toMatchObject({
      worker: { id: 'jo.reed' },
      data: { outcome: 'NFA' },
      words: { reason: 'Explained by the family.' },
    })
  })

  it('is told as it was known on a day', async () => {
    const { body } = await here.get(`/api/children/${child}/trail?asKnownAt=2026-06-03`)
    expect(body.lines).toHaveLength(2)
    expect(body.asKnownAt).toBe('2026-06-03T22:59:59.999Z')
    expect(await here.get(`/api/children/${child}/trail?asKnownAt=2026-06-01`)).toMatchObject({ status: 404 })
    expect(await here.get(`/api/children/${child}/trail?asKnownAt=someday`)).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'asKnownAt' }] },
    })
  })

  it('stays whole when the child’s key is destroyed: the words are gone, and no more can be added', async () => {
    const answer = await here.post('/api/acts/receive-contact', {
      source: '6',
      concern: 'Heard.',
      children: [{ person: { givenName: 'Alex' } }],
    })
    const erased = answer.body.children[0].child
    await here.keys.destroy(erased, '2026-06-10T00:00:00.000Z')
    const { body } = await here.get(`/api/children/${erased}/trail`)
    expect(body.lines[1]).toMatchObject({ data: { source: '6' }, said: ['concern'] })
    expect(body.lines[1].words).toBeUndefined()
    expect(body.identity).toEqual({})
    expect(
      await here.post(`/api/children/${erased}/acts/receive-contact`, { source: '6', concern: 'Again.' }),
    ).toMatchObject({ status: 410, body: { type: '/api/problems#erased' } })
  })
})

describe('what may happen next', () => {
  it('is told with clocks and their workings', async () => {
    const { body } = await here.get(`/api/children/${child}/next`)
    expect(body.next.map(({ act }: { act: string }) => act)).toEqual(['inform-referrer'])
    expect(body.clocks[0].due.counted).toEqual(['2026-06-03'])
  })
})
