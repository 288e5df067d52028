import { describe, expect, it } from '@jest/globals'
import { id, referral, share, year } from '../../testing/asking.js'
import { figuresOf } from '../../testing/council.js'
import { histories, told } from '../../testing/told.js'

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

  it('is not asked of an import that does not say when, nor is its worker before people here record', async () => {
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
    for (const figure of ['referrals-decided-1wd', 'unallocated', 'decisions-overdue'])
      expect(await share(figure, imported)).toEqual([null, null])
    const here = [...imported, told('PersonRegistered', '2025-06-03', {}, { child: 'B2' })]
    const { totals, reasons } = await figuresOf(() => histories(...here)).casesOf('referrals-decided-1wd', ...year)
    expect([totals['left out'], reasons.map(({ why }) => why)]).toEqual([1, ['no-decision-date']])
    expect(await share('referrals-decided-1wd', here)).toEqual([0, 0])
    expect(await share('unallocated', here)).toEqual([1, 1])
  })
})
