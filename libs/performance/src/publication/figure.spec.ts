import { describe, expect, it } from '@jest/globals'
import type { Figure, Group } from '../figures.js'
import { published } from './index.js'

const year = { id: 'a-figure', from: '2025-04-01', to: '2026-03-31' }
const percent = (numerator: number, denominator: number) => ({
  numerator,
  denominator,
  value: denominator === 0 ? null : (100 * numerator) / denominator,
})
const team = (code: string, numerator: number, denominator: number): Group => ({
  ...{ code, name: `Team ${code}` },
  ...percent(numerator, denominator),
})

describe('a figure for publication', () => {
  it('is its per cent to one decimal where no small number is behind it', () => {
    expect(published({ kind: 'percent' }, { ...year, ...percent(1200, 7000) })).toEqual({
      ...year,
      ...{ numerator: 1200, denominator: 7000, value: 17.1 },
    })
  })

  it('says what is not available, which is nothing to hide', () => {
    const none = { ...year, numerator: null, denominator: null, value: null, unavailable: 'The period begins later.' }
    expect(published({ kind: 'percent' }, none)).toEqual(none)
  })

  it('hides groups so that they cannot be subtracted from it', () => {
    const groups = [team('A', 3, 40), team('B', 20, 90), team('C', 70, 150)]
    const { value, groups: shown } = published({ kind: 'percent' }, { ...year, ...percent(93, 280), groups })
    expect(value).toBe(33.2)
    expect(shown?.map((group) => [group.numerator, group.denominator, group.value])).toEqual([
      ['c', 40, 'c'],
      ['c', 90, 'c'],
      [70, 150, 46.7],
    ])
    expect(shown?.map(({ name }) => name)).toEqual(['Team A', 'Team B', 'Team C'])
  })

  it('hides a small count, and a rate or a middle number of days that stands on one', () => {
    const values = (
      kind: 'count' | 'per-10000' | 'working-days' | 'ratio',
      counted: Omit<Figure, keyof typeof year>,
    ) => {
      const { numerator, denominator, value } = published({ kind }, { ...year, ...counted })
      return [numerator, denominator, value]
    }
    expect(values('count', { numerator: 4, denominator: null, value: 4 })).toEqual(['c', null, 'c'])
    expect(values('count', { numerator: 97, denominator: 100, value: 97 })).toEqual(['c', 100, 'c'])
    expect(values('count', { numerator: 0, denominator: null, value: 0 })).toEqual([0, null, 0])
    expect(values('per-10000', { numerator: 4, denominator: 50_000, value: 0.8 })).toEqual(['c', 50_000, 'c'])
    expect(values('per-10000', { numerator: 40, denominator: 50_000, value: 8 })).toEqual([40, 50_000, 8])
    expect(values('working-days', { numerator: 99, denominator: 3, value: 33 })).toEqual(['c', 'c', 'c'])
    expect(values('ratio', { numerator: 40, denominator: 3, value: 40 / 3 })).toEqual([40, 3, 13.3])
  })

  it('leaves out the other ways of counting it', () => {
    const beside = [{ code: 'from-referral', name: 'From the referral', ...percent(95, 100) }]
    expect(published({ kind: 'percent' }, { ...year, ...percent(60, 100), beside })).not.toHaveProperty('beside')
  })
})

describe('a breakdown for publication', () => {
  const bySource = { kind: 'breakdown', groupOf: (code: string) => code.slice(0, 1) } as const
  const breakdown = { '1A': 3, '1B': 40, '1C': 20, '2A': 60, '2B': 10 }
  const counted = { numerator: 133, denominator: 133, value: null, breakdown }

  it('guards each code from the total of its group and from the total of all', () => {
    const groups: readonly Group[] = [
      { code: '1', name: 'Individual', ...percent(63, 133) },
      { code: '2', name: 'Schools', ...percent(70, 133) },
    ]
    expect(published(bySource, { ...year, ...counted, groups })).toEqual({
      ...year,
      ...{ numerator: 133, denominator: 133, value: null },
      breakdown: { '1A': 'c', '1B': 40, '1C': 'c', '2A': 60, '2B': 10 },
      groups: [
        { code: '1', name: 'Individual', numerator: 63, denominator: 133, value: 47.4 },
        { code: '2', name: 'Schools', numerator: 70, denominator: 133, value: 52.6 },
      ],
    })
  })

  it('guards teams apart from codes where it is asked by team', () => {
    const groups = [team('A', 3, 3), team('B', 60, 60), team('C', 70, 70)].map((group) => ({ ...group, value: null }))
    const shown = published(bySource, { ...year, ...counted, groups })
    expect(shown).toMatchObject({ numerator: 133, denominator: 133, value: null, breakdown: { '1A': 'c', '1C': 'c' } })
    expect(shown.groups?.map(({ numerator, value }) => [numerator, value])).toEqual([
      ['c', null],
      ['c', null],
      [70, null],
    ])
  })

  it('guards those that are under no code, where the codes and they make up all', () => {
    const shown = published(
      { kind: 'breakdown' },
      { ...year, numerator: 97, denominator: 100, value: null, breakdown: { a: 57, b: 40 } },
    )
    expect(shown).toMatchObject({ numerator: 'c', denominator: 100, breakdown: { a: 57, b: 'c' } })
  })

  it('hides the small codes where a child may be under several', () => {
    const shown = published(
      { kind: 'breakdown' },
      { ...year, numerator: 50, denominator: 100, value: null, breakdown: { a: 48, b: 40, c: 2 } },
    )
    expect(shown).toMatchObject({ numerator: 50, denominator: 100 })
    expect(shown.breakdown?.c).toBe('c')
  })
})
