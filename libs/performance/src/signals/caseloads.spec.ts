import type { ChildEvent, History } from '@front-door/case-flow'
import type { Page, Paging } from '@front-door/read-models'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { referral } from '../../testing/asking.js'
import { agreed, figuresOf } from '../../testing/council.js'
import { someLives } from '../../testing/lives.js'
import { histories, told } from '../../testing/told.js'
import type { Figure } from '../figures.js'
import { deriveRows } from '../rows/derive.js'
import { caseloads, unallocatedCases } from './index.js'

/** Both lists of a day, read page by page. */
async function listsOf(
  lives: readonly History[],
  on: string,
  { team, limit = 50 }: { team?: string; limit?: number } = {},
) {
  const rows = await deriveRows(each(lives), agreed, undefined)
  try {
    return {
      workers: await whole(limit, (paging) => caseloads(rows, { on, team }, paging)),
      unallocated: await whole(limit, (paging) => unallocatedCases(rows, { on, team }, paging)),
    }
  } finally {
    await rows.close()
  }
}

async function* each(lives: readonly History[]) {
  yield* lives
}

async function whole<R>(limit: number, read: (paging: Paging) => Promise<Page<R>>): Promise<readonly R[]> {
  const all: R[] = []
  let after: string | undefined
  do {
    const { rows, next } = await read({ limit, after })
    all.push(...rows)
    after = next
  } while (after)
  return all
}

const asked = ['caseload-mean', 'caseload-max', 'unallocated'] as const

async function figuresOn(lives: readonly History[], on: string): Promise<readonly Figure[]> {
  const figures = figuresOf(() => lives, { now: '2027-12-31T12:00:00.000Z' })
  const counted = await figures.figures({ from: on, to: on, ids: asked, by: 'team' })
  await figures.close()
  return counted
}

const given = (on: string, own: string, to: string, team: string, child = 'A1') =>
  told('CaseAllocated', on, { referral: own, to, team }, { child })
const handedOn = (on: string, own: string, to: string, team: string) =>
  told('CaseReallocated', on, { referral: own, to, team, change: 'CCREAS' } as never)

/** Decided on 3 June, given to Kim on the 5th, twice to others on the 10th, closed on the 20th. */
function oneCase(): readonly ChildEvent[] {
  const { own, events } = referral('2025-06-02', { decided: '2025-06-03' })
  return [
    ...events,
    given('2025-06-05', own, 'kim.day', 'North'),
    handedOn('2025-06-10', own, 'lee.marsh', 'North'),
    handedOn('2025-06-10', own, 'sam.field', 'South'),
    told('CaseClosed', '2025-06-20', { referral: own, closure: 'RC8' }),
  ]
}

describe('who holds a case at the end of a day', () => {
  it.each([
    ['2025-06-02', [], []],
    ['2025-06-03', [], ['A1']],
    ['2025-06-04', [], ['A1']],
    ['2025-06-05', ['kim.day'], []],
    ['2025-06-09', ['kim.day'], []],
    ['2025-06-10', ['sam.field'], []],
    ['2025-06-19', ['sam.field'], []],
    ['2025-06-20', [], []],
  ] as const)('is told of %s', async (on, workers, waiting) => {
    const found = await listsOf(histories(...oneCase()), on)
    expect(found.workers.map(({ worker }) => worker)).toEqual(workers)
    expect(found.unallocated.map(({ child }) => child)).toEqual(waiting)
  })

  it('is told of one team: those who hold cases in it, and what it recorded and nobody holds', async () => {
    const lives = histories(...oneCase(), ...referral('2025-06-09', { child: 'B2' }).events)
    const of = async (team: string) => {
      const { workers, unallocated } = await listsOf(lives, '2025-06-10', { team })
      return [workers.map(({ worker }) => worker), unallocated.map(({ child }) => child)]
    }
    expect(await of('South')).toEqual([['sam.field'], []])
    expect(await of('North')).toEqual([[], []])
    expect(await of('MASH')).toEqual([[], ['B2']])
  })

  it('has no one team where it is held in several, and those who hold most stand first', async () => {
    const [one, other, third] = ['B2', 'C3', 'D4'].map((child) => ({ child, ...referral('2025-06-02', { child }) }))
    if (!one || !other || !third) throw new Error('Three were referred.')
    const { workers } = await listsOf(
      histories(
        ...[...one.events, ...other.events, ...third.events],
        given('2025-06-03', one.own, 'kim.day', 'North', one.child),
        given('2025-06-03', other.own, 'sam.field', 'North', other.child),
        given('2025-06-03', third.own, 'sam.field', 'South', third.child),
      ),
      '2025-06-30',
    )
    expect(workers.map(({ worker, team, cases, longest }) => [worker, team, cases, longest])).toEqual([
      ['sam.field', null, 2, 28],
      ['kim.day', 'North', 1, 28],
    ])
  })
})

describe('what the cases of a worker are made of', () => {
  const { own, events } = referral('2025-06-02')
  const lives = histories(
    ...events,
    given('2025-06-02', own, 'kim.day', 'North'),
    told('AssessmentStarted', '2025-06-04', { assessment: 'looked', referral: own }),
    told('Section47Started', '2025-06-05', { section47: 'asked', referral: own }),
    told('AssessmentCompleted', '2025-06-10', { assessment: 'looked', outcome: 'OTHER', factors: ['21'] } as never),
    told('Section47Concluded', '2025-06-12', { section47: 'asked', outcome: 'CP' } as never),
    told('AssessmentAuthorised', '2025-06-16', { assessment: 'looked' }),
    told('ConferenceHeld', '2025-06-18', {
      ...{ conference: 'met', referral: own, section47: 'asked', kind: 'INITIAL', outcome: 'CP' },
    } as never),
    told('ProtectionPlanStarted', '2025-06-18', { plan: 'guarded', referral: own, category: 'NEG' }),
    told('ProtectionPlanEnded', '2025-06-25', { plan: 'guarded', ending: 'NOT_STATED' }),
    told('CinPlanStarted', '2025-06-25', { plan: 'helped', referral: own } as never),
  )

  it.each([
    ['2025-06-03', [0, 0, 0, 0]],
    ['2025-06-04', [1, 0, 0, 0]],
    ['2025-06-05', [1, 1, 0, 0]],
    ['2025-06-15', [1, 0, 0, 0]],
    ['2025-06-16', [0, 0, 0, 0]],
    ['2025-06-18', [0, 0, 1, 0]],
    ['2025-06-25', [0, 0, 0, 1]],
  ])('stands at the end of %s', async (on, made) => {
    const { workers } = await listsOf(lives, on)
    expect(workers.map((one) => [one.assessments, one.section47s, one.protectionPlans, one.cinPlans])).toEqual([made])
  })

  it('is overdue from the day after it was due, until it is done', async () => {
    const { own, events } = referral('2025-06-02', { decided: '2025-06-02' })
    const all = [
      ...events,
      given('2025-06-02', own, 'kim.day', 'North'),
      told('ReferrerInformed', '2025-06-05', { about: own } as never),
    ]
    const overdue = async (on: string) => (await listsOf(histories(...all), on)).workers.map((one) => one.overdue)
    expect(await overdue('2025-06-03')).toEqual([0])
    expect(await overdue('2025-06-04')).toEqual([1])
    expect(await overdue('2025-06-05')).toEqual([0])
  })
})

describe('a case that nobody holds', () => {
  it('has waited since it was decided, and is due as the policy says', async () => {
    const { events } = referral('2025-06-02', { decided: '2025-06-04' })
    const { unallocated } = await listsOf(histories(...events), '2025-06-10')
    expect(unallocated).toMatchObject([
      { child: 'A1', team: 'MASH', received: '2025-06-02', decided: '2025-06-04', due: '2025-06-05' },
    ])
  })

  it('is one of which nobody knows when it was decided, where an earlier system did not say', async () => {
    const own = { referral: 'brought', source: '6' } as const
    const { unallocated } = await listsOf(
      histories(
        told('ReferralReceived', '2025-06-02', own as never),
        told('ReferralDecided', '2025-06-02', {
          ...{ referral: 'brought', outcome: 'ASSESSMENT', need: 'N1', dateUnknown: true },
        } as never),
      ),
      '2025-06-10',
    )
    expect(unallocated).toMatchObject([{ received: '2025-06-02', decided: null, due: null }])
  })
})

const partOf = (figure: Figure | undefined, team: string | undefined) =>
  team === undefined ? figure : figure?.groups?.find(({ code }) => code === team)

describe('the lists of caseloads', () => {
  const days = fc.constantFrom('2024-02-29', '2024-04-02', '2025-01-02', '2025-04-01', '2025-06-30', '2026-04-30')

  it('come to the very figures of that day, for all and team by team, whatever happened to the children', async () => {
    await fc.assert(
      fc.asyncProperty(someLives, days, async (lives, on) => {
        const figures = await figuresOn(lives, on)
        fc.pre(figures.every(({ unavailable }) => unavailable === undefined))
        const teams = new Set(figures.flatMap(({ groups = [] }) => groups.map(({ code }) => code)))
        for (const team of [undefined, ...teams]) {
          const { workers, unallocated } = await listsOf(lives, on, { limit: 1, ...(team ? { team } : {}) })
          const [mean, most, waiting] = asked.map((id) =>
            partOf(
              figures.find((figure) => figure.id === id),
              team,
            ),
          )
          const cases = workers.map((each) => each.cases)
          expect([cases.reduce((sum, each) => sum + each, 0), workers.length, Math.max(0, ...cases)]).toEqual([
            ...[mean?.numerator ?? 0, mean?.denominator ?? 0, most?.value ?? 0],
          ])
          expect(unallocated).toHaveLength(waiting?.value ?? 0)
          expect(cases).toEqual(cases.toSorted((one, other) => other - one))
        }
      }),
      { numRuns: 25 },
    )
  }, 90_000)
})
