import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type Desk, desk } from '../../testing/desk.js'

let here: Desk
beforeAll(async () => {
  here = await desk()
  for (const [givenName, domesticAbuse] of [
    ['Robin', true],
    ['Alex', false],
    ['Sam', true],
  ] as const)
    await here.post('/api/acts/receive-contact', {
      source: '6',
      concern: 'Heard.',
      domesticAbuse,
      children: [{ person: { givenName, familyName: 'Example' } }],
    })
  await here.caughtUp()
})
afterAll(() => here.close())

describe('search', () => {
  it('finds children, and needs something to look for', async () => {
    const { body } = await here.get('/api/children?name=exam')
    expect(body.children.map(({ givenName }: { givenName: string }) => givenName)).toEqual(['Alex', 'Robin', 'Sam'])
    expect(await here.get('/api/children')).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'name', rule: 'required' }] },
    })
    expect(await here.get('/api/children?name=%20')).toMatchObject({ status: 200, body: { results: 0 } })
    expect(await here.get('/api/children?birthDate=2025-02-30&colour=red')).toMatchObject({
      status: 400,
      body: {
        errors: [
          { field: 'colour', rule: 'unknown' },
          { field: 'birthDate', rule: 'day' },
        ],
      },
    })
  })
})

describe('lists', () => {
  it('say how far they have come', async () => {
    const { body } = await here.get('/api/contacts')
    expect(body.upTo).toEqual({ position: 6, behind: 0, standing: 'keeping up', setAside: 0 })
  })

  it('are narrowed and paged', async () => {
    const first = await here.get('/api/contacts?domesticAbuse=true&limit=1')
    expect(first.body.contacts).toHaveLength(1)
    const second = await here.get(`/api/contacts?domesticAbuse=true&limit=1&after=${first.body.next}`)
    expect(second.body.contacts).toHaveLength(1)
    expect(second.body.next).toBeUndefined()
    expect(second.body.contacts[0].contact).not.toBe(first.body.contacts[0].contact)
  })

  it('tell what is overdue, and what is missing', async () => {
    const soon = await here.get('/api/worklist?kind=contact&stage=received')
    expect(soon.body.work[0]).toMatchObject({
      kind: 'contact',
      overdue: false,
      missing: ['priority'],
      due: '2026-06-03',
    })
    here.later(48)
    expect((await here.get('/api/worklist')).body.work[0].overdue).toBe(true)
    expect((await here.get('/api/worklist/counts')).body.counts).toEqual([
      { kind: 'contact', stage: 'received', count: 3 },
    ])
  })

  it('name what cannot be asked', async () => {
    expect(await here.get('/api/contacts?after=zzz')).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'after', rule: 'place' }] },
    })
    const { status, body } = await here.get('/api/worklist?kind=lunch&limit=1000&dueBefore=soon&after=!!')
    expect(status).toBe(400)
    expect(body.errors.map(({ field }: { field: string }) => field).sort()).toEqual([
      'after',
      'dueBefore',
      'kind',
      'limit',
    ])
  })
})

describe('health', () => {
  it('is well while the rows keep up', async () => {
    expect(await here.anonymous('GET', '/health')).toMatchObject({
      status: 200,
      body: { status: 'ok', rows: { behind: 0 } },
    })
  })
})

describe('a restricted record in a list', () => {
  it('is told of to the people named, and to others not even by id', async () => {
    const { body } = await here.post('/api/acts/receive-contact', {
      source: '6',
      concern: 'Heard.',
      children: [{ person: { givenName: 'Kim', familyName: 'Hidden' } }],
    })
    const { child } = body.children[0]
    const named = { to: ['morgan.hill'], reason: 'A parent works here.' }
    await here.post(`/api/children/${child}/acts/restrict-record`, named, 'morgan.hill')
    await here.caughtUp()
    for (const address of ['/api/children?name=hidden', '/api/contacts', '/api/worklist']) {
      const others = JSON.stringify((await here.get(address)).body)
      expect(others).toContain('"restricted":true')
      expect(others).not.toContain(child)
      expect(JSON.stringify((await here.get(address, 'morgan.hill')).body)).toContain(child)
    }
  })
})
