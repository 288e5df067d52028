import { describe, expect, it } from '@jest/globals'
import { assessment, conference, counted, share, year } from '../../testing/asking.js'
import { figuresOf } from '../../testing/council.js'
import { histories } from '../../testing/told.js'
import type { Asked } from '../index.js'

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
