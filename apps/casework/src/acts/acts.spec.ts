import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type Answer, type Desk, desk } from '../../testing/desk.js'

let here: Desk
beforeAll(async () => {
  here = await desk()
})
afterAll(() => here.close())

const contact = (more: object = {}) =>
  here.post('/api/acts/receive-contact', { source: '6', concern: 'Shouting was heard.', children: [{}], ...more })
const item = ({ body }: Answer, name: string): string =>
  body.children[0].events.map((event: { items: Record<string, string> }) => event.items[name]).find(Boolean)
const act = (child: string, name: string, body: object, as?: string, headers?: Record<string, string>) =>
  here.post(`/api/children/${child}/acts/${name}`, body, as, headers)

/** A child with an undecided contact. */
async function received() {
  const answer = await contact()
  return {
    child: answer.body.children[0].child as string,
    contact: item(answer, 'contact'),
    version: answer.body.children[0].version as number,
  }
}

describe('doing an act', () => {
  it('gives a receipt: what was recorded, what may happen next, what is missing', async () => {
    const answer = await contact()
    expect(answer.status).toBe(201)
    const [child] = answer.body.children
    expect(answer.headers['etag']).toBe('"2"')
    expect(child.version).toBe(2)
    expect(child.events.map(({ name }: { name: string }) => name)).toEqual(['Person registered', 'Contact received'])
    expect(child.next[0]).toMatchObject({
      act: 'decide-contact',
      by: { clock: 'contactDecision', due: '2026-06-03' },
    })
    expect(child.missing).toMatchObject([{ what: 'priority' }])
  })

  it('tells of a restricted record only what was recorded, to whoever may not open it', async () => {
    const { child } = await received()
    const named = { to: ['morgan.hill'], reason: 'A relative works here.' }
    await act(child, 'restrict-record', named, 'morgan.hill')
    const told = async (as: string) => {
      const again = { source: '2A', concern: 'Late again.', children: [{ child }] }
      return (await here.post('/api/acts/receive-contact', again, as)).body.children[0]
    }
    expect(await told('jo.reed')).toMatchObject({
      child,
      events: [{ name: 'Contact received' }],
      next: [],
      missing: [],
    })
    const seen = await told('morgan.hill')
    expect(seen.next.length).toBeGreaterThan(0)
    expect(seen.missing.length).toBeGreaterThan(0)
  })

  it('takes who did it from the sign-in, never from the request', async () => {
    const { child } = await received()
    const forged = await act(child, 'record-voice', {
      about: 'x',
      how: 'SAID',
      voice: 'x',
      worker: { id: 'somebody.else', role: 'team-manager' },
    })
    expect(forged.body.errors).toMatchObject([{ field: 'worker', rule: 'unknown' }])
    const { body } = await here.get(`/api/children/${child}/trail`)
    expect(body.lines[0].worker).toEqual({ id: 'jo.reed', role: 'screening-social-worker', team: 'Front Door' })
  })

  it('is one write for several children, some of them new, with what differs told for each', async () => {
    const known = await received()
    const answer = await here.post('/api/acts/receive-contact', {
      source: '2A',
      concern: 'All three came hungry.',
      siblings: true,
      children: [
        { child: known.child },
        { person: { givenName: 'Bo', birthDate: '2019-01-02' } },
        { concern: 'The baby too.', person: { expectedBirthDate: '2026-09-01' } },
      ],
    })
    expect(answer.status).toBe(201)
    expect(answer.body.children).toHaveLength(3)
    const baby = await here.get(`/api/children/${answer.body.children[2].child}/trail`)
    expect(baby.body.lines.find(({ type }: { type: string }) => type === 'ContactReceived').words.concern).toBe(
      'The baby too.',
    )
    expect(baby.body.lines[0].type).toBe('UnbornRegistered')
  })

  it('of several children is not recorded for any where one is refused, and says which', async () => {
    const one = await received()
    const answer = await here.post('/api/acts/decide-contact', {
      outcome: 'NFA',
      reason: 'Nothing more.',
      children: [
        { child: one.child, contact: one.contact },
        { child: one.child + 'X', contact: one.contact },
      ],
    })
    expect(answer.status).toBe(404)
    expect(answer.body.errors).toMatchObject([{ rule: 'unknown-child', child: `${one.child}X` }])
    expect((await here.get(`/api/children/${one.child}`)).body.contacts[0].stage).toBe('received')
  })

  it('registers nobody under an id that was mistyped, and does register a child that is named by none', async () => {
    const one = await contact({ children: [{ child: 'MISTYPED1' }] })
    expect(one.status).toBe(404)
    expect(one.body.errors).toMatchObject([{ rule: 'unknown-child' }])
    expect((await act('MISTYPED1', 'receive-contact', { source: '6', concern: 'Shouting.' })).status).toBe(404)
    expect((await here.get('/api/children/MISTYPED1')).status).toBe(404)
    expect((await act('COUNCIL1', 'register-person', {})).status).toBe(201)
    expect((await contact({ children: [{ child: 'COUNCIL1' }] })).status).toBe(201)
  })

  it('of several children happened at one time: a time for one of them only is refused, not taken for all', async () => {
    const answer = await contact({ children: [{ occurredAt: '2026-05-01' }, {}] })
    expect(answer.status).toBe(400)
    expect(answer.body.errors).toMatchObject([{ field: 'children[0].occurredAt', rule: 'unknown' }])
  })
})

describe('bad input', () => {
  it('that is nested deeper than any field, or named like something every object has, is refused by name', async () => {
    const deep = `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`
    const answer = await here.post('/api/acts/receive-contact', `{"children": [{"person": ${deep}}]}`)
    expect(answer.status).toBe(400)
    expect(answer.body.errors).toMatchObject([{ field: 'children[0].person.a.a.a', rule: 'too-deep' }])
    const odd = await contact({ toString: 'x' })
    expect(odd.body.errors).toMatchObject([{ field: 'toString', rule: 'unknown' }])
  })

  it('names every field, the rule and what to do, and nothing is recorded', async () => {
    const { child, version } = await received()
    const answer = await act(child, 'decide-contact', { outcome: 'MAYBE', occurredAt: 'yesterday', colour: 'red' })
    expect(answer.status).toBe(400)
    expect(answer.headers['content-type']).toContain('application/problem+json')
    expect(answer.body).toMatchObject({
      title: 'What was sent cannot be read',
      status: 400,
      instance: `/api/children/${child}/acts/decide-contact`,
    })
    expect(answer.body.errors).toEqual([
      { field: 'colour', rule: 'unknown', message: 'There is no field called colour here. Leave it out.' },
      { field: 'contact', rule: 'required', message: "Enter the contact by its id, as the child's trail gives it." },
      {
        field: 'outcome',
        rule: 'code',
        message: 'Select the outcome: NFA, INFO_ADVICE, SIGNPOST, EH_REFERRAL, CIN_REFERRAL, OPEN_CASE.',
      },
      { field: 'reason', rule: 'required', message: 'Enter the reason for the decision, in at most 20000 characters.' },
      {
        field: 'occurredAt',
        rule: 'moment',
        message: 'Enter the time it happened as a day, like 2026-06-04, or a day and time, like 2026-06-04T09:32.',
      },
    ])
    expect((await here.get(`/api/children/${child}`)).body.version).toBe(version)
  })

  it('is found in each child’s own part, and in what holds for all once', async () => {
    const answer = await here.post('/api/acts/receive-contact', {
      source: 'X',
      concern: 'Heard.',
      children: [{ person: { birthDate: '2025-02-30' } }, { version: 'two' }, 'three'],
    })
    expect(answer.status).toBe(400)
    const other = await here.post('/api/acts/receive-contact', {
      source: 'X',
      concern: 'Heard.',
      children: [{ person: { birthDate: '2025-02-30', shoe: 1 } }, { version: 'two' }],
    })
    expect(other.body.errors.map(({ field }: { field: string }) => field)).toEqual([
      'source',
      'children[0].person.shoe',
      'children[0].person.birthDate',
      'children[1].version',
    ])
  })

  it.each([
    ['no children', {}, 'children'],
    ['too many', { children: Array.from({ length: 21 }, () => ({})) }, 'children'],
    ['the same child twice', { children: [{ child: 'A1' }, { child: 'A1' }] }, 'children'],
    ['an id that is none', { children: [{ child: '../../etc' }] }, 'children[0].child'],
  ])('%s', async (_, more, field) => {
    const answer = await here.post('/api/acts/receive-contact', { source: '6', concern: 'Heard.', ...more })
    expect(answer.status).toBe(400)
    expect(answer.body.errors.map((each: { field: string }) => each.field)).toContain(field)
  })

  it('that is not JSON, not an object, or too large is told so', async () => {
    const url = '/api/acts/receive-contact'
    expect(await here.post(url, '{"source":')).toMatchObject({ status: 400, body: { type: '/api/problems#invalid' } })
    expect(await here.post(url, '[1]')).toMatchObject({ status: 400 })
    expect(await here.post(url, '{"__proto__":{"x":1}}')).toMatchObject({ status: 400 })
    for (const type of ['text/plain', 'application/x-www-form-urlencoded'])
      expect(await here.post(url, 'source=6', 'jo.reed', { 'content-type': type })).toMatchObject({
        status: 415,
        body: { type: '/api/problems#not-json' },
      })
    expect(await here.post(url, { concern: 'x'.repeat(1_100_000) })).toMatchObject({ status: 413 })
  })

  it('of a child or an act there is not is told so', async () => {
    expect(await act('NOBODY1', 'record-death', { deathDate: '2026-01-01' })).toMatchObject({
      status: 404,
      body: { errors: [{ rule: 'unknown-child' }] },
    })
    expect(await act('NOBODY1', 'fly-away', {})).toMatchObject({ status: 404 })
    expect(await here.post('/api/acts/constructor', {})).toMatchObject({ status: 404 })
  })
})

describe('a refusal', () => {
  it('names the rule and says what to do', async () => {
    const { child, contact: id } = await received()
    await act(child, 'decide-contact', { contact: id, outcome: 'CIN_REFERRAL', reason: 'Assess.' })
    const again = await act(child, 'decide-contact', { contact: id, outcome: 'NFA', reason: 'No.' })
    expect(again).toMatchObject({
      status: 422,
      body: { title: 'This may not be recorded', errors: [{ rule: 'stage', field: 'contact' }] },
    })
    expect(again.body.detail).toContain('The contact is decided since 2 June 2026.')
  })

  it('for the wrong role is 403 and says whose it is', async () => {
    const { child, contact: id } = await received()
    const answer = await act(child, 'decide-contact', { contact: id, outcome: 'NFA', reason: 'No.' }, 'pat.lowe')
    expect(answer.status).toBe(403)
    expect(answer.body.detail).toBe(
      'Your role (business-support) may not do this: Decide what happens after a contact. It is for screening-social-worker, edt, team-manager.',
    )
  })

  it('of an own assessment says who can authorise it', async () => {
    const { child, contact: id } = await received()
    const referral = item(
      await act(child, 'decide-contact', { contact: id, outcome: 'CIN_REFERRAL', reason: 'Assess.' }),
      'referral',
    )
    await act(child, 'decide-referral', { referral, outcome: 'ASSESSMENT', need: 'N1', reason: 'Assess.' })
    const assessment = item(await act(child, 'start-assessment', { referral }, 'toni.bell'), 'assessment')
    await act(
      child,
      'complete-assessment',
      { assessment, outcome: 'NFA', factors: ['21'], analysis: 'Fine.' },
      'toni.bell',
    )
    const own = await act(child, 'authorise-assessment', { assessment }, 'toni.bell')
    expect(own).toMatchObject({
      status: 422,
      body: {
        errors: [
          {
            rule: 'own-assessment',
            message: 'You worked on this assessment, so you cannot authorise it. Ask another manager to authorise it.',
          },
        ],
      },
    })
    expect(await act(child, 'authorise-assessment', { assessment }, 'morgan.hill')).toMatchObject({ status: 201 })
  })
})

describe('asking twice', () => {
  const key = (value: string) => ({ 'idempotency-key': value })

  it('with the same key is done once and gets the same receipt', async () => {
    const body = { source: '6', concern: 'Heard once.', children: [{}, {}] }
    const first = await here.post('/api/acts/receive-contact', body, 'jo.reed', key('one'))
    here.later(30)
    const second = await here.post('/api/acts/receive-contact', body, 'jo.reed', key('one'))
    expect(first.status).toBe(201)
    expect(second.status).toBe(200)
    expect(second.headers['idempotent-replayed']).toBe('true')
    expect(second.body).toEqual(first.body)
  })

  it('at the same moment is done once', async () => {
    const { child, contact: id } = await received()
    const body = { contact: id, outcome: 'NFA', reason: 'Once.' }
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => act(child, 'decide-contact', body, 'jo.reed', key('together'))),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 200, 200, 201])
    expect(new Set(answers.map(({ body: receipt }) => JSON.stringify(receipt))).size).toBe(1)
  })

  it('with the same key for something else is refused', async () => {
    await here.post(
      '/api/acts/receive-contact',
      { source: '6', concern: 'This.', children: [{}] },
      'jo.reed',
      key('two'),
    )
    const other = await here.post(
      '/api/acts/receive-contact',
      { source: '6', concern: 'That.', children: [{}] },
      'jo.reed',
      key('two'),
    )
    expect(other).toMatchObject({ status: 422, body: { type: '/api/problems#key-reused' } })
  })

  it('by two people with the same key is two requests', async () => {
    const body = { source: '6', concern: 'Heard.', children: [{}] }
    const one = await here.post('/api/acts/receive-contact', body, 'jo.reed', key('three'))
    const two = await here.post('/api/acts/receive-contact', body, 'pat.lowe', key('three'))
    expect([one.status, two.status]).toEqual([201, 201])
  })

  it('with a key that is none is told so', async () => {
    expect(await here.post('/api/acts/receive-contact', {}, 'jo.reed', key('with space'))).toMatchObject({
      status: 400,
    })
  })
})

describe('acting on a record that has moved on', () => {
  it('is refused where the version is told, and nothing is recorded', async () => {
    const { child, contact: id, version } = await received()
    const { headers } = await here.get(`/api/children/${child}`)
    await act(child, 'rate-priority', { about: id, priority: 'RED', reason: 'Harm.' })
    const stale = await act(child, 'decide-contact', { contact: id, outcome: 'CIN_REFERRAL', reason: 'x' }, 'jo.reed', {
      'if-match': String(headers['etag']),
    })
    expect(stale).toMatchObject({
      status: 412,
      body: { children: [{ child, expected: version, actual: version + 1 }] },
    })
    const fresh = await act(child, 'decide-contact', { contact: id, outcome: 'CIN_REFERRAL', reason: 'x' }, 'jo.reed', {
      'if-match': `"${version + 1}"`,
    })
    expect(fresh.status).toBe(201)
  })

  it('is refused for several children by the version of each', async () => {
    const one = await received()
    const two = await received()
    const body = (version: number) => ({
      source: '6',
      concern: 'Again.',
      children: [{ child: one.child, version }, { child: two.child }],
    })
    expect(await here.post('/api/acts/receive-contact', body(one.version - 1))).toMatchObject({ status: 412 })
    expect(await here.post('/api/acts/receive-contact', body(one.version))).toMatchObject({ status: 201 })
  })

  it('needs an ETag that is one', async () => {
    const { child, contact: id } = await received()
    expect(await act(child, 'start-screening', { about: id }, 'jo.reed', { 'if-match': 'two' })).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'If-Match' }] },
    })
    expect(await act(child, 'start-screening', { about: id }, 'jo.reed', { 'if-match': '*' })).toMatchObject({
      status: 201,
    })
  })
})

describe('the list of acts', () => {
  it('says what each takes, who may do it and whether you may', async () => {
    const { body } = await here.get('/api/acts', 'pat.lowe')
    const decide = body.find((each: { act: string }) => each.act === 'decide-contact')
    expect(decide).toMatchObject({
      label: 'Decide what happens after a contact',
      yours: false,
      roles: ['screening-social-worker', 'edt', 'team-manager'],
      fields: { required: ['contact', 'outcome', 'reason'] },
    })
  })
})
