import { describe, expect, it } from '@jest/globals'
import type { ChildEvent } from '@front-door/case-flow'
import { counted, plan, referral, share } from '../../testing/asking.js'
import { figuresOf } from '../../testing/council.js'
import { histories, told } from '../../testing/told.js'

describe('a child protection plan', () => {
  const on = (day: string) => [day, day] as const
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

  it('has its visits looked at that fell due in the period, whatever was before and after', async () => {
    const { made, events } = plan('2025-06-02')
    // Due on 16 June, 1 July, 15 July, 30 July and 13 August: the second and the fourth in time, the others late.
    const visits = ['2025-06-17', '2025-07-01', '2025-07-16', '2025-07-30', '2025-08-14'].map((day) =>
      told('PlanVisitMade', day, { plan: made, seen: true }),
    )
    const figure = (from: string, to: string) => share('cp-visits-on-time', [...events, ...visits], {}, [from, to])
    expect(await figure('2025-06-02', '2025-06-15')).toEqual([0, 0])
    expect(await figure('2025-06-16', '2025-06-16')).toEqual([0, 1])
    expect(await figure('2025-06-17', '2025-06-30')).toEqual([0, 0])
    expect(await figure('2025-06-17', '2025-07-01')).toEqual([1, 1])
    expect(await figure('2025-07-02', '2025-07-15')).toEqual([0, 1])
    expect(await figure('2025-07-16', '2025-07-30')).toEqual([1, 1])
    expect(await figure('2025-08-13', '2025-08-27')).toEqual([0, 1])
  })

  it('has a visit that was not made counted from the day after it was due, until the plan ends', async () => {
    const figure = (to: string, { events } = plan('2025-06-02')) =>
      share('cp-visits-on-time', events, {}, ['2025-06-03', to])
    expect(await figure('2025-06-16')).toEqual([0, 0])
    expect(await figure('2025-06-17')).toEqual([0, 1])
    expect(await figure('2025-06-17', plan('2025-06-02', { ended: '2025-06-17' }))).toEqual([0, 0])
  })
})

describe('an open case', () => {
  const at = (day: string) => [day, day] as const

  it('is open at the end of the day it comes, and no more at the end of the day it is closed', async () => {
    const { own, events } = referral('2025-06-02')
    // The record tells of the day before: somebody else was referred the month before.
    const earlier = referral('2025-05-01', { outcome: 'NFA', child: 'B2' }).events
    const closed = [...earlier, ...events, told('CaseClosed', '2025-07-01', { referral: own, closure: 'RC7' })]
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
