import { describe, expect, it } from '@jest/globals'
import { counted, referral } from '../../testing/asking.js'
import { figuresOf } from '../../testing/council.js'
import { histories } from '../../testing/told.js'
import { catalogue, dimensionIds } from '../index.js'

const records = (...days: readonly string[]) => days.flatMap((day, at) => referral(day, { child: `C${at}` }).events)
const began = (day: string) => `The record begins on ${day}.`
const period = (from: string, to: string) => [from, to] as never
const yearBefore = { from: '2024-04-01', to: '2025-03-31' }

describe('a period that is over before the record begins', () => {
  it('is not available, whatever is asked of it: it is not 0', async () => {
    const figures = figuresOf(() => histories(...records('2025-04-04')))
    for (const by of [undefined, ...dimensionIds]) {
      const all = await figures.figures({ ...yearBefore, by })
      expect(all.map(({ id }) => id)).toEqual(catalogue.map(({ id }) => id))
      for (const figure of all) {
        expect(figure).toMatchObject({ numerator: null, denominator: null, value: null })
        expect([figure.unavailable, figure.groups]).toEqual([began('4 April 2025'), undefined])
      }
    }
  })

  it('ends on the day before: the first day of the record can be counted', async () => {
    const on = (day: string) => counted('referrals', records('2025-04-04'), {}, period(day, day))
    expect(await on('2025-04-03')).toMatchObject({ value: null, unavailable: began('4 April 2025') })
    expect(await on('2025-04-04')).toMatchObject({ value: 1 })
    expect(await on('2025-04-05')).toMatchObject({ value: 0 })
    expect(await counted('cin-open', records('2025-04-04'), {}, period('2025-04-03', '2025-04-03'))).toMatchObject({
      value: null,
    })
  })

  it('is a gap in a series, and what comes after is counted though nothing happened', async () => {
    const series = await figuresOf(() => histories(...records('2025-05-20'))).series(
      'referrals',
      { from: '2025-03-01', to: '2025-07-31' },
      'month',
    )
    expect(series.map(({ value }) => value)).toEqual([null, null, 1, 0, 0])
  })

  it('opens into no cases', async () => {
    const page = await figuresOf(() => histories(...records('2025-04-04'))).casesOf(
      'cin-open',
      yearBefore.from,
      yearBefore.to,
    )
    expect([page.figure.unavailable, page.cases]).toEqual([began('4 April 2025'), []])
  })

  it('is any, where nothing is recorded yet', async () => {
    expect(await counted('contacts', [])).toMatchObject({ value: null, unavailable: 'Nothing is recorded yet.' })
  })
})

describe('the record', () => {
  it('begins with what happened first, whenever it was recorded: a year that is imported later is part of it', async () => {
    const own = records('2025-04-04')
    const imported = referral('2023-04-03', { child: 'D1' }).events.map((event) => ({
      ...event,
      recordedAt: '2025-09-01T09:00:00.000Z',
    }))
    const of = async (asKnownAt?: string) => {
      const known = asKnownAt === undefined ? {} : { asKnownAt }
      return counted('referrals', [...own, ...imported], known, period('2023-04-01', '2024-03-31'))
    }
    expect(await of()).toMatchObject({ value: 1 })
    expect(await of('2025-08-31')).toMatchObject({ value: null, unavailable: began('4 April 2025') })
    expect(await of('2025-09-01')).toMatchObject({ value: 1 })
  })

  it('tells of a part of the period in which it begins, and the figure says so; a snapshot stands at its end', async () => {
    const figure = (id: string) => counted(id, records('2025-05-20'))
    const note = 'The record begins on 20 May 2025: nothing is counted of the days before.'
    expect(await figure('referrals')).toMatchObject({ value: 1, note })
    expect(await figure('cin-open')).not.toHaveProperty('note')
    expect(await counted('referrals', records('2025-04-01', '2025-05-20'))).not.toHaveProperty('note')
  })
})
