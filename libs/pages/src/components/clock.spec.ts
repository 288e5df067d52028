import { englandAndWales2028, dueBy } from '@front-door/calendar'
import { clocksOf } from '@front-door/case-flow'
import { describe, expect, it } from '@jest/globals'
import { wordsOf } from '../../testing/browser.js'
import { aCase, agreed } from '../../testing/case.js'
import { flawsIn } from '../../testing/markup.js'
import { renderedMacro } from '../../testing/rendered.js'
import { clocksShown } from './clock.js'
import { dueTag } from './due.js'

const tag = (due: string, now: string, unit?: 'workingDays' | 'days') =>
  dueTag(due, now, englandAndWales2028, unit).text

describe('how far off something due is', () => {
  it.each([
    ['2026-06-04', '2026-06-04T23:00+01:00', 'Due today'],
    ['2026-06-04', '2026-06-03T09:00+01:00', '1 working day left'],
    ['2026-06-08', '2026-06-03', '3 working days left'],
    ['2026-06-04', '2026-06-09', '3 working days overdue'],
    ['2026-12-24', '2026-12-29', '1 working day overdue'],
    ['2026-06-05', '2026-06-06', 'Overdue since 5 June 2026'],
    ['2026-06-04T12:00+01:00', '2026-06-04T09:30+01:00', '2 hours left'],
    ['2026-06-04T12:00+01:00', '2026-06-04T11:45+01:00', '15 minutes left'],
    ['2026-06-04T12:00+01:00', '2026-06-04T17:10+01:00', '5 hours overdue'],
    ['2026-06-04T12:00+01:00', '2026-06-08T13:00+01:00', '4 days overdue'],
  ])('of something due %s is, at %s, "%s"', (due, now, words) => {
    expect(tag(due, now)).toBe(words)
  })

  it('is in days where the limit is in days or months', () => {
    expect(tag('2026-06-04', '2026-06-09', 'days')).toBe('5 days overdue')
  })

  it('is in days beyond the years the calendar knows, not an error', () => {
    expect(tag('2040-06-04', '2040-06-01')).toBe('3 days left')
  })

  it('is told by words, never by colour alone', () => {
    const colours = ['2026-06-01', '2026-06-04', '2026-06-30'].map((now) =>
      dueTag('2026-06-04', now, englandAndWales2028),
    )
    expect(colours.map(({ colour }) => colour)).toEqual(['grey', 'yellow', 'red'])
    expect(new Set(colours.map(({ text }) => text)).size).toBe(3)
  })
})

describe('a clock', () => {
  const now = '2025-07-07T09:00:00.000Z'
  const shown = clocksShown(clocksOf(aCase().history().state, now, agreed).toReversed(), now, agreed)
  const html = shown.running.map((one) => renderedMacro('components/clock.njk', 'clock', one)).join('')

  it('runs or has ended; of those that run, what was due first stands first', () => {
    expect(shown.running.map(({ words }) => words).slice(0, 2)).toEqual([
      'Referrer told the outcome',
      'Allocation to a social worker',
    ])
    expect(shown.ended.map(({ words, tag: { text } }) => `${words}: ${text}`)).toContain(
      'Decision on a contact: In time',
    )
  })

  it('shows how its date was reached: the first and last day counted, and every day that was not', () => {
    const text = wordsOf(html)
    expect(text).toContain('Assessment, from the referral (assessment) 21 working days left Due by 5 August 2025')
    expect(text).toContain(
      'It started on 3 June 2025 at 10:00am and may take 45 working days. 45 working days were counted, the first on 4 June 2025 and the last on 5 August 2025.',
    )
    expect(text).toContain('7 June 2025 and 8 June 2025 Weekend')
    expect(flawsIn(html)).toEqual([])
  })

  it('names bank holidays', () => {
    const due = dueBy('2025-12-23', { workingDays: 3 }, englandAndWales2028)
    const clock = {
      clock: 'conference',
      words: 'Conference',
      kind: 'section47',
      about: 'x',
      start: '2025-12-23',
      state: 'running',
      due,
    } as const
    const days = clocksShown([clock], '2025-12-24T09:00:00.000Z', agreed).running[0]?.workings?.notCounted
    expect(days).toEqual([
      { days: '25 December 2025', why: 'Christmas Day' },
      { days: '26 December 2025', why: 'Boxing Day' },
      { days: '27 December 2025 and 28 December 2025', why: 'Weekend' },
    ])
  })

  it('that cannot be counted says why', () => {
    const unknown = {
      clock: 'conference',
      words: 'Conference',
      kind: 'section47',
      about: 'x',
      start: '2040-01-01',
      state: 'unknown',
      unknown: 'The calendar does not know 2040.',
    } as const
    const [one] = clocksShown([unknown], now, agreed).running
    expect(wordsOf(renderedMacro('components/clock.njk', 'clock', one))).toBe(
      'Conference (section 47 enquiry) Not known The calendar does not know 2040.',
    )
  })
})
