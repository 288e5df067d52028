import { describe, expect, it } from '@jest/globals'
import type { ChildEvent } from '@front-door/case-flow'
import { figuresOf } from '../../testing/council.js'
import { histories, told } from '../../testing/told.js'
import type { Asked } from '../index.js'

const year = ['2025-04-01', '2026-03-31'] as const
const counted = (id: string, events: readonly ChildEvent[], more: Partial<Asked> = {}, period = year) =>
  figuresOf(() => histories(...events)).of(id, ...period, more)
const share = async (...asked: Parameters<typeof counted>) => {
  const { numerator, denominator } = await counted(...asked)
  return [numerator, denominator]
}

let ids = 0
const id = (kind: string) => `${kind}-${++ids}`

/** A referral received on a day and, where it is told how, decided. */
function referral(on: string, { decided = on, outcome = 'ASSESSMENT', child = 'A1', source = '6' } = {}) {
  const own = id('referral')
  const events = [told('ReferralReceived', on, { referral: own, source } as never, { child })]
  if (decided !== '')
    events.push(told('ReferralDecided', decided, { referral: own, outcome, need: 'N1' } as never, { child }))
  return { own, events }
}

/** An assessment of a case that was referred on the day it started, unless told. */
function assessment(start: string, authorised?: string, referred = start) {
  const { own, events } = referral(referred)
  const assessed = id('assessment')
  events.push(told('AssessmentStarted', start, { assessment: assessed, referral: own }))
  if (authorised) {
    const completed = { assessment: assessed, outcome: 'NFA', factors: ['21'] } as const
    events.push(told('AssessmentCompleted', authorised, completed))
    events.push(told('AssessmentAuthorised', authorised, { assessment: assessed }))
  }
  return events
}

function conference(started: string | undefined, held: string, kind: 'INITIAL' | 'TRANSFER_IN' = 'INITIAL') {
  const { own, events } = referral(started ?? held)
  const section47 = id('section47')
  if (started) events.push(told('Section47Started', started, { section47, referral: own }))
  const value = { conference: id('conference'), referral: own, kind, outcome: 'CP' } as const
  events.push(told('ConferenceHeld', held, started ? { ...value, section47 } : value))
  return events
}

function plan(started: string, { ended = '', reviews = [] as string[], previousPlans = 0 } = {}) {
  const { own, events } = referral(started)
  const made = id('plan')
  events.push(told('ProtectionPlanStarted', started, { plan: made, referral: own, category: 'NEG', previousPlans }))
  for (const held of reviews) events.push(told('ProtectionPlanReviewed', held, { plan: made, outcome: 'CONTINUE' }))
  if (ended) events.push(told('ProtectionPlanEnded', ended, { plan: made, ending: 'NOT_STATED' }))
  return { made, events }
}

describe('a re-referral', () => {
  const both = (earlier: string, later: string, outcome = 'NFA') => [
    ...referral(earlier, { outcome }).events,
    ...referral(later).events,
  ]

  it.each([
    ['exactly 12 months before', '2024-06-10', '2025-06-10', 1],
    ['12 months and a day before', '2024-06-09', '2025-06-10', 0],
    ['the day before', '2025-06-09', '2025-06-10', 1],
  ])('needs an earlier referral at most 12 months before: one %s', async (_, earlier, later, re) => {
    const first = earlier >= year[0] ? 1 : 0
    expect(await share('re-referrals', both(earlier, later))).toEqual([re, 1 + first])
  })

  it.each([
    ['29 February is 12 months before the last of February', '2024-02-29', '2025-02-28', 1],
    ['28 February is 12 months before 29 February', '2023-02-28', '2024-02-29', 1],
    ['27 February is more than 12 months before 29 February', '2023-02-27', '2024-02-29', 0],
    ['29 February is more than 12 months before 1 March', '2024-02-29', '2025-03-01', 0],
  ])('%s', async (_, earlier, later, re) => {
    expect(await share('re-referrals', both(earlier, later), {}, [later, later] as never)).toEqual([re, 1])
  })

  it('is none of the same day: of two on one day only the first counts', async () => {
    expect(await share('re-referrals', both('2025-06-10', '2025-06-10'))).toEqual([0, 1])
    expect(await share('referrals', both('2025-06-10', '2025-06-10'))).toEqual([1, null])
    const each = { settings: { 'same-day-referrals': 'each' } } as const
    expect(await share('re-referrals', both('2025-06-10', '2025-06-10'), each)).toEqual([0, 2])
  })

  it('counts each time, and after one that ended without further action, unless a rehearsal says otherwise', async () => {
    const three = [...both('2025-04-10', '2025-05-10'), ...referral('2025-06-10').events]
    expect(await share('re-referrals', three)).toEqual([2, 3])
    const ignored = { settings: { 'earlier-nfa-referrals': 'ignored' } } as const
    expect(await share('re-referrals', three, ignored)).toEqual([1, 3])
    const excluded = { settings: { 'twelve-months': 'excluded' } } as const
    expect(await share('re-referrals', both('2024-06-10', '2025-06-10'), excluded)).toEqual([0, 1])
  })

  it('is of the same child', async () => {
    const others = [...referral('2025-05-01').events, ...referral('2025-06-01', { child: 'B2' }).events]
    expect(await share('re-referrals', others)).toEqual([0, 2])
  })
})

describe('a decision within one working day', () => {
  it.each([
    ['2025-06-02', '2025-06-02', 1],
    ['2025-06-02', '2025-06-03', 1],
    ['2025-06-02', '2025-06-04', 0],
    ['2025-06-06', '2025-06-09', 1],
    ['2025-06-07', '2025-06-09', 1],
    ['2025-06-07', '2025-06-10', 0],
    ['2025-12-24', '2025-12-29', 1],
    ['2025-12-24', '2025-12-30', 0],
  ])('received on %s and decided on %s', async (on, decided, inTime) => {
    expect(await share('referrals-decided-1wd', referral(on, { decided }).events)).toEqual([inTime, 1])
  })

  it('is asked of those decided; by a setting also of those undecided and overdue', async () => {
    const undecided = referral('2026-03-02', { decided: '' }).events
    expect(await share('referrals-decided-1wd', undecided)).toEqual([0, 0])
    const all = { settings: { 'decision-denominator': 'received' } } as const
    expect(await share('referrals-decided-1wd', undecided, all)).toEqual([0, 1])
    const fresh = referral('2026-03-30', { decided: '' }).events
    expect(await share('referrals-decided-1wd', fresh, all)).toEqual([0, 0])
  })

  it('may begin with the next working day, by a setting', async () => {
    const weekend = referral('2025-06-07', { decided: '2025-06-10' }).events
    const settings = { 'decision-day-0': 'next-working-day' } as const
    expect(await share('referrals-decided-1wd', weekend, { settings })).toEqual([1, 1])
    const midweek = referral('2025-06-03', { decided: '2025-06-05' }).events
    expect(await share('referrals-decided-1wd', midweek, { settings })).toEqual([0, 1])
  })

  it('is not asked of an import that does not say when', async () => {
    const own = id('referral')
    const as = { role: 'import' } as never
    const imported = [
      told('ReferralReceived', '2025-06-02', { referral: own, source: '6' }, as),
      told(
        'ReferralDecided',
        '2025-06-02',
        { referral: own, outcome: 'NOT_STATED', dateUnknown: true, need: 'N1' },
        as,
      ),
    ]
    const { totals, reasons } = await figuresOf(() => histories(...imported)).casesOf('referrals-decided-1wd', ...year)
    expect([totals['left out'], reasons.map(({ why }) => why)]).toEqual([1, ['no-decision-date']])
    expect(await share('unallocated', imported)).toEqual([1, 1])
  })
})

describe('an assessment', () => {
  it.each([
    ['2025-06-02', '2025-06-02', 45, 1],
    ['2025-06-02', '2025-08-04', 45, 1],
    ['2025-06-02', '2025-08-05', 45, 0],
    ['2025-05-01', '2025-07-04', 45, 1],
    ['2025-06-02', '2025-06-30', 20, 1],
    ['2025-06-02', '2025-07-01', 20, 0],
    ['2025-06-02', '2025-06-16', 10, 1],
    ['2025-06-02', '2025-07-07', 25, 1],
    ['2025-06-02', '2025-07-08', 25, 0],
  ])('started on %s and authorised on %s: within %i working days', async (start, authorised, limit, inTime) => {
    expect(await share(`assessments-${limit}wd`, assessment(start, authorised))).toEqual([inTime, 1])
  })

  it('is of the year in which it is authorised, whenever it started', async () => {
    const carriedOver = assessment('2025-02-20', '2025-04-01')
    expect(await share('assessments-completed', carriedOver)).toEqual([1, null])
    expect(await share('assessments-completed', carriedOver, {}, ['2024-04-01', '2025-03-31'] as never)).toEqual([
      0,
      null,
    ])
  })

  it('is timed from its start and, beside, from the referral', async () => {
    const late = assessment('2025-07-01', '2025-08-05', '2025-06-02')
    expect(await share('assessments-45wd', late)).toEqual([1, 1])
    expect(await share('assessments-45wd-from-referral', late)).toEqual([0, 1])
    expect(await share('assessments-45wd', late, { settings: { 'assessment-clock': 'referral' } })).toEqual([0, 1])
  })

  it('that is open is in no share, and overdue once more than 45 working days have gone by', async () => {
    const open = assessment('2025-06-02')
    const at = (to: string) => [to, to] as never
    expect(await share('assessments-45wd', open)).toEqual([0, 0])
    expect(await share('assessments-overdue', open, {}, at('2025-08-04'))).toEqual([0, 1])
    expect(await share('assessments-overdue', open, {}, at('2025-08-05'))).toEqual([1, 1])
    // Due on Friday 1 August by a start on Friday 30 May: a weekend adds no working day.
    const weekend = assessment('2025-05-30')
    expect(await share('assessments-overdue', weekend, {}, at('2025-08-03'))).toEqual([0, 1])
    expect(await share('assessments-overdue', weekend, {}, at('2025-08-04'))).toEqual([1, 1])
  })

  it('that was authorised later was open on the day', async () => {
    const later = assessment('2025-06-02', '2025-09-01')
    expect(await share('assessments-overdue', later, {}, ['2025-08-29', '2025-08-29'] as never)).toEqual([1, 1])
    expect(await share('assessments-overdue', later, {}, ['2025-09-01', '2025-09-01'] as never)).toEqual([0, 0])
  })

  it('has a middle and a mean number of days', async () => {
    const four = ['2025-06-03', '2025-06-04', '2025-06-06', '2025-06-16'].flatMap((day) =>
      assessment('2025-06-02', day),
    )
    expect((await counted('assessment-days-median', four)).value).toBe(3)
    expect((await counted('assessment-days-mean', four)).value).toBe(17 / 4)
    expect((await counted('assessment-days-median', [])).value).toBeNull()
  })

  it('may be asked for without bank holidays, in a rehearsal', async () => {
    const overEaster = assessment('2026-03-02', '2026-03-30')
    const days = async (settings: Asked['settings']) =>
      (await counted('assessment-days-mean', assessment('2025-12-22', '2026-01-02'), settings ? { settings } : {}))
        .value
    expect([await days(undefined), await days({ 'bank-holidays': 'ignored' })]).toEqual([6, 9])
    expect((await counted('assessments-20wd', overEaster)).rehearsal).toBeUndefined()
  })
})

describe('a conference', () => {
  it.each([
    ['2025-06-02', '2025-06-23', 1],
    ['2025-06-02', '2025-06-24', 0],
    ['2025-12-22', '2026-01-15', 1],
  ])('of an enquiry started on %s, held on %s', async (started, held, inTime) => {
    expect(await share('icpc-15wd', conference(started, held))).toEqual([inTime, 1])
  })

  it('of a child who moved here, or dated before its enquiry, counts and is never in time', async () => {
    const events = [
      ...conference('2025-06-02', '2025-06-10'),
      ...conference(undefined, '2025-07-01', 'TRANSFER_IN'),
      ...conference('2025-09-10', '2025-09-01'),
    ]
    const figures = figuresOf(() => histories(...events))
    const { beside, ...figure } = await figures.of('icpc-15wd', ...year)
    expect(figure).toMatchObject({ numerator: 1, denominator: 3 })
    expect(beside).toMatchObject([{ code: 'timed', numerator: 1, denominator: 1, value: 100 }])
    expect((await figures.of('icpc', ...year)).value).toBe(3)
    const { reasons } = await figures.casesOf('icpc-15wd', ...year)
    expect(reasons.map(({ why }) => why).sort()).toEqual(['before-enquiry', 'transfer-in'])
    expect(await share('s47-to-icpc', events)).toEqual([2, 2])
  })
})

describe('a child protection plan', () => {
  const on = (day: string) => [day, day] as never
  const reviews = (events: readonly ChildEvent[], day = '2026-03-31') =>
    share('cp-reviews-on-time', events, {}, on(day))

  it('is looked at once it has been open for three months', async () => {
    expect(await reviews(plan('2025-12-30').events)).toEqual([0, 1])
    expect(await reviews(plan('2025-12-31').events)).toEqual([1, 1])
    expect(await reviews(plan('2026-01-01').events)).toEqual([0, 0])
    expect(await reviews(plan('2025-12-31', { reviews: ['2026-03-31'] }).events)).toEqual([1, 1])
  })

  it('has its first review within 3 months and each later one within 6', async () => {
    const started = '2025-05-10'
    expect(await reviews(plan(started, { reviews: ['2025-08-10', '2026-02-10'] }).events)).toEqual([1, 1])
    expect(await reviews(plan(started, { reviews: ['2025-08-11', '2026-02-10'] }).events)).toEqual([0, 1])
    expect(await reviews(plan(started, { reviews: ['2025-08-10', '2026-02-11'] }).events)).toEqual([0, 1])
    expect(await reviews(plan(started, { reviews: ['2026-02-10', '2025-08-10'] }).events)).toEqual([1, 1])
  })

  it('is overdue for a review from the day after', async () => {
    const { events } = plan('2025-05-10', { reviews: ['2025-08-10'] })
    expect(await reviews(events, '2026-02-10')).toEqual([1, 1])
    expect(await reviews(events, '2026-02-11')).toEqual([0, 1])
    const fromLastOfMonth = plan('2025-08-31', { reviews: ['2025-11-30'] }).events
    expect(await reviews(fromLastOfMonth, '2025-12-01')).toEqual([1, 1])
  })

  it('is over two years old after 729 days', async () => {
    const over = (started: string) => share('cp-plans-over-2-years', plan(started).events, {}, on('2026-03-31'))
    expect(await over('2024-04-01')).toEqual([0, 1])
    expect(await over('2024-03-31')).toEqual([1, 1])
    const ended = plan('2024-01-01', { ended: '2026-03-31' }).events
    expect(await share('cp-plans-over-2-years', ended, {}, on('2026-03-31'))).toEqual([0, 0])
  })

  it('is a repeat however long ago the earlier one was; beside, within two years of its end', async () => {
    const before = plan('2019-01-01', { ended: '2023-06-09' }).events
    const again = plan('2025-06-10', { previousPlans: 1 }).events
    const { numerator, beside } = await counted('cp-repeat-plans', [...before, ...again])
    expect([numerator, beside?.[0]?.numerator]).toEqual([1, 0])
    const nearer = plan('2019-01-01', { ended: '2023-06-10' }).events
    expect((await counted('cp-repeat-plans', [...nearer, ...again])).beside?.[0]?.numerator).toBe(1)
  })

  it('has its visits on time where all that fell due in the period were', async () => {
    const { made, events } = plan('2025-06-02', { ended: '2025-07-01' })
    const visit = (day: string, seen = true) => told('PlanVisitMade', day, { plan: made, seen })
    const figure = (...visits: readonly ChildEvent[]) => share('cp-visits-on-time', [...events, ...visits])
    expect(await figure(visit('2025-06-16'), visit('2025-06-30'))).toEqual([1, 1])
    expect(await figure(visit('2025-06-30'), visit('2025-06-16'))).toEqual([1, 1])
    expect(await figure(visit('2025-06-17'))).toEqual([0, 1])
    expect(await figure(visit('2025-06-16', false), visit('2025-06-17'))).toEqual([0, 1])
  })
})

describe('an open case', () => {
  const at = (day: string) => [day, day] as never

  it('is open at the end of the day it comes, and no more at the end of the day it is closed', async () => {
    const { own, events } = referral('2025-06-02')
    const closed = [...events, told('CaseClosed', '2025-07-01', { referral: own, closure: 'RC7' })]
    const open = async (day: string) => (await counted('cin-open', closed, {}, at(day))).value
    expect([await open('2025-06-01'), await open('2025-06-02')]).toEqual([0, 1])
    expect([await open('2025-06-30'), await open('2025-07-01')]).toEqual([1, 0])
  })

  it('without further action is none', async () => {
    expect(await share('cin-open', referral('2025-06-02', { outcome: 'NFA' }).events)).toEqual([0, null])
  })

  it('undecided is overdue after one working day, and until it is decided', async () => {
    const { events } = referral('2025-06-06', { decided: '2025-06-11' })
    const overdue = (day: string) => share('decisions-overdue', events, {}, at(day))
    expect(await overdue('2025-06-09')).toEqual([0, 1])
    expect(await overdue('2025-06-10')).toEqual([1, 1])
    expect(await overdue('2025-06-11')).toEqual([0, 0])
  })

  it('is unallocated until a worker has it', async () => {
    const { own, events } = referral('2025-06-02', { decided: '2025-06-03' })
    const all = [...events, told('CaseAllocated', '2025-06-05', { referral: own, to: 'kim.day', team: 'North' })]
    const figure = (day: string) => counted('unallocated', all, {}, at(day))
    expect((await figure('2025-06-02')).value).toBe(0)
    expect(await figure('2025-06-03')).toMatchObject({ value: 1, beside: [{ value: 0 }] })
    expect(await figure('2025-06-04')).toMatchObject({ value: 1, beside: [{ value: 1 }] })
    expect((await figure('2025-06-05')).value).toBe(0)
    expect(await counted('caseload-mean', all, {}, at('2025-06-05'))).toMatchObject({ value: 1, denominator: 1 })
    expect((await counted('caseload-mean', all, {}, at('2025-06-04'))).value).toBeNull()
  })
})

describe('a step-down', () => {
  const stepDown = (closed: string) => {
    const { own, events } = referral('2024-05-01')
    return [...events, told('CaseClosed', closed, { referral: own, closure: 'RC9' })]
  }
  const period = ['2024-04-01', '2025-03-31'] as never

  it('is followed for 12 months in full, past the end of the period', async () => {
    const back = (day: string) => [...stepDown('2024-09-10'), ...referral(day).events]
    expect(await share('re-referrals-after-step-down', back('2025-09-10'), {}, period)).toEqual([1, 1])
    expect(await share('re-referrals-after-step-down', back('2025-09-11'), {}, period)).toEqual([0, 1])
    const { beside } = await counted('re-referrals-after-step-down', back('2025-03-10'), {}, period)
    expect(beside).toMatchObject([
      { code: '3-months', numerator: 0, denominator: 1 },
      { code: '6-months', numerator: 1, denominator: 1 },
    ])
  })

  it('is left out while it is not yet 12 months ago', async () => {
    const events = stepDown('2025-03-20')
    const asked = (now: string) => figuresOf(() => histories(...events), { now: `${now}T12:00:00.000Z` })
    const of = async (now: string) =>
      (await asked(now).of('re-referrals-after-step-down', ...(period as [string, string]))).denominator
    expect([await of('2026-03-19'), await of('2026-03-20')]).toEqual([0, 1])
  })
})
