import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { catalogue } from '@front-door/performance'
import { figuresDesk } from '../../testing/figures-desk.js'

type Desk = Awaited<ReturnType<typeof figuresDesk>>
let here: Desk
const june = 'from=2026-06-01&to=2026-06-30'
/** Nat Frost of the invented staff watches the figures; Morgan Hill manages; Jo Reed screens. */
const [analyst, manager, screener] = ['nat.frost', 'morgan.hill', 'jo.reed']

beforeAll(async () => {
  here = await figuresDesk()
  for (const child of ['A1', 'B2', 'C3']) {
    await here.do(child, 'register-person', {})
    await here.do(child, 'receive-referral', { source: child === 'A1' ? '6' : '2A', concern: 'Bruises.', need: 'N1' })
  }
  const referral = (await here.histories.current('A1')).history.state.referrals[0]?.id ?? ''
  await here.do('A1', 'decide-referral', { referral, outcome: 'NFA', reason: 'Explained.' })
  await here.do(
    'B2',
    'restrict-record',
    { to: ['sam.field', 'the-team-manager'], reason: 'Family of staff.' },
    'team-manager',
  )
})
afterAll(() => here.close())

describe('the figures over the API', () => {
  it('are all of the catalogue, each with its value and what it was made of', async () => {
    const { status, body } = await here.get(`/api/performance/kpis?${june}`, screener)
    expect(status).toBe(200)
    expect(body.map(({ id }: { id: string }) => id)).toEqual(catalogue.map(({ id }) => id))
    const of = (id: string) => body.find((figure: { id: string }) => figure.id === id)
    expect(of('referrals')).toEqual({
      ...{ id: 'referrals', from: '2026-06-01', to: '2026-06-30', numerator: 3, denominator: null, value: 3 },
    })
    expect(of('referrals-nfa')).toMatchObject({ numerator: 1, denominator: 3, value: 100 / 3 })
    expect(of('referrals-by-source')).toMatchObject({ breakdown: { 6: 1, '2A': 2 } })
    expect(of('assessments-45wd')).toMatchObject({ numerator: 0, denominator: 0, value: null })
    expect(of('referrals-rate')).toMatchObject({ value: null, unavailable: expect.stringContaining('twelve months') })
  })

  it('are those asked for, of the twelve months asked for, by what was asked', async () => {
    const { body } = await here.get(
      '/api/performance/kpis?from=2025-07-01&to=2026-06-30&ids=referrals-rate,referrals&by=source-group',
      analyst,
    )
    expect(body).toMatchObject([
      {
        id: 'referrals',
        groups: [
          { code: 'Police', value: 1 },
          { code: 'Schools', value: 2 },
        ],
      },
      { id: 'referrals-rate', numerator: 3, denominator: 50_000, value: 0.6 },
    ])
  })

  it('are of the last financial year where no period is named', async () => {
    const { body } = await here.get('/api/performance/kpis?ids=referrals', analyst)
    expect(body).toMatchObject([{ from: '2025-04-01', to: '2026-03-31', value: null }])
    expect(body).toMatchObject([{ unavailable: 'The record begins on 1 June 2026.' }])
  })

  it('can be asked as they were known, and by other settings, and say so', async () => {
    const at = (await here.histories.current('B2')).history.latest?.event.recordedAt ?? ''
    const known = await here.get(`/api/performance/kpis?${june}&ids=referrals-nfa&asKnownAt=2026-05-31`, analyst)
    expect(known.body).toMatchObject([{ asKnownAt: '2026-05-31', value: null, unavailable: expect.any(String) }])
    const then = await here.get(`/api/performance/kpis?${june}&ids=referrals-nfa&asKnownAt=${at}`, analyst)
    expect(then.body).toMatchObject([{ asKnownAt: at, numerator: 1, denominator: 3 }])
    const tried = await here.get(
      `/api/performance/kpis?${june}&ids=referrals,referrals-decided-1wd&setting.decision-limit=5`,
      analyst,
    )
    expect(tried.body[0].rehearsal).toBeUndefined()
    expect(tried.body[1].rehearsal).toEqual({ 'decision-limit': '5' })
  })

  it('name everything wrong with what was asked', async () => {
    const { status, body, headers } = await here.get(
      '/api/performance/kpis?from=2026-02-30&to=2026-03-31&ids=nothing&by=colour&asKnownAt=then&setting.decision-limit=0&x=1',
      analyst,
    )
    expect([status, headers['content-type']]).toEqual([400, expect.stringContaining('application/problem+json')])
    expect(body.errors.map(({ field, rule }: { field: string; rule: string }) => [field, rule]).sort()).toEqual([
      ['asKnownAt', 'moment'],
      ['by', 'isIn'],
      ['from', 'day'],
      ['ids', 'known'],
      ['setting.decision-limit', 'setting'],
      ['x', 'unknown'],
    ])
    const order = await here.get('/api/performance/kpis?from=2026-03-31&to=2026-03-01', analyst)
    expect(order.body.errors).toMatchObject([{ field: 'to', rule: 'order' }])
    const half = await here.get('/api/performance/kpis?from=2026-03-31', analyst)
    expect(half.body.errors).toMatchObject([{ field: 'to', rule: 'day' }])
  })

  it('are for those the policy names', async () => {
    for (const path of ['kpis', 'catalogue', 'kpis/referrals/cases']) {
      expect((await here.get(`/api/performance/${path}?${june}`)).status).toBe(401)
      expect((await here.get(`/api/performance/${path}?${june}`, 'chris.ward')).status).toBe(403)
    }
    expect((await here.get(`/api/performance/kpis/referrals/cases?${june}`, screener)).status).toBe(403)
  })
})

describe('the cases of a figure over the API', () => {
  const cases = (query = '', id = 'referrals-nfa', as = manager) =>
    here.get(`/api/performance/kpis/${id}/cases?${june}${query}`, as)

  it('are what was counted and what was not, with the reason, leading to the trail', async () => {
    const { body } = await cases()
    expect(body.figure).toMatchObject({ id: 'referrals-nfa', numerator: 1, denominator: 3 })
    expect(body.totals).toEqual({ counted: 1, 'not counted': 2, 'left out': 0 })
    expect(body.reasons).toEqual([{ why: 'undecided', because: 'It is not decided', count: 2 }])
    const counted = body.cases.filter(({ standing }: { standing: string }) => standing === 'counted')
    expect(counted).toMatchObject([{ child: 'A1', kind: 'referral', trail: '/api/children/A1/trail' }])
  })

  it('hide a record that is restricted to others', async () => {
    const { body } = await cases()
    expect(body.cases).toContainEqual({ child: 'B2', restricted: true, name: 'Restricted record' })
    expect(JSON.stringify(body.cases)).not.toContain('sam.field')
  })

  it('come page by page, each once', async () => {
    const seen: string[] = []
    for (let after = ''; ;) {
      const { body } = await cases(`&limit=1${after ? `&after=${after}` : ''}`)
      seen.push(...body.cases.map(({ child }: { child: string }) => child))
      if (!body.next) break
      after = body.next
    }
    expect(seen.toSorted()).toEqual(['A1', 'B2', 'C3'])
  })

  it('can be narrowed to a standing, a reason or a group', async () => {
    const children = async (query: string) =>
      (await cases(query)).body.cases.map(({ child }: { child: string }) => child).toSorted()
    expect(await children('&standing=counted')).toEqual(['A1'])
    expect(await children('&why=undecided')).toEqual(['B2', 'C3'])
    expect(await children('&by=source&group=6')).toEqual(['A1'])
  })

  it('are logged as read', async () => {
    await cases('', 'referrals', analyst)
    const { reads } = await here.reads.ofWorker(analyst)
    expect(reads[0]).toMatchObject({ what: 'figure-cases', worker: analyst })
  })

  it('are of a figure there is', async () => {
    expect((await cases('', 'nothing')).status).toBe(404)
    expect((await cases('&after=nothing')).body.errors).toMatchObject([{ field: 'after' }])
  })
})
