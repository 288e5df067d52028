import { describe, expect, it } from '@jest/globals'
import { catalogue, kpiOf } from '../catalogue/catalogue.js'
import { alike, families, relatedTo } from '../catalogue/families.js'
import type { Figure } from '../figures.js'
import { type Shown, publishedTogether } from './index.js'

const month = { from: '2026-06-01', to: '2026-06-30' }
const count = (id: string, value: number): Figure => ({ id, ...month, numerator: value, denominator: null, value })
const share = (id: string, numerator: number, denominator: number): Figure => ({
  ...{ id, ...month, numerator, denominator },
  value: denominator === 0 ? null : (100 * numerator) / denominator,
})
/** Numerator and denominator of each, as published. */
const shown = (...figures: readonly Figure[]) =>
  Object.fromEntries(
    publishedTogether(figures).map(({ id, numerator, denominator }): [string, readonly Shown[]] => [
      id,
      denominator === null ? [numerator] : [numerator, denominator],
    ]),
  )

describe('figures published together', () => {
  it('suppress another outcome of contacts with the one that is small: it cannot be subtracted', () => {
    const outcomes = [
      share('contacts-to-referral', 13, 43),
      share('contacts-nfa', 16, 43),
      share('contacts-signposted', 11, 43),
      share('contacts-to-early-help', 3, 43),
    ]
    expect(shown(count('contacts', 43), ...outcomes)).toEqual({
      ...{ contacts: [43], 'contacts-to-referral': [13, 43], 'contacts-nfa': [16, 43] },
      ...{ 'contacts-signposted': ['c', 43], 'contacts-to-early-help': ['c', 43] },
    })
  })

  it('do not tell by two denominators how few contacts are undecided', () => {
    const told = shown(count('contacts', 43), share('contacts-to-referral', 13, 43), share('contacts-nfa', 16, 40))
    expect(told['contacts-nfa']?.[1] === 'c' || told['contacts']?.[0] === 'c').toBe(true)
  })

  it('suppress what counts the same: plans that were started, and conferences that led to one', () => {
    const told = shown(
      ...[count('icpc', 19), share('icpc-15wd', 10, 19), share('icpc-to-plan', 18, 19)],
      ...[count('cp-plans-started', 18), share('cp-repeat-plans', 9, 18)],
    )
    expect(told).toMatchObject({ icpc: [19], 'icpc-to-plan': ['c', 19], 'cp-plans-started': ['c'] })
    expect(told['cp-repeat-plans']?.[1]).toBe('c')
  })

  it('do not tell of the few that took longer than one limit and not longer than the next', () => {
    const told = shown(
      count('assessments-completed', 60),
      ...[share('assessments-10wd', 10, 60), share('assessments-20wd', 30, 60)],
      ...[share('assessments-25wd', 32, 60), share('assessments-45wd', 50, 60)],
    )
    expect([told['assessments-20wd']?.[0], told['assessments-25wd']?.[0]]).toContain('c')
    expect(told['assessments-completed']).toEqual([60])
  })

  it('suppress within every group what they suppress in the whole', () => {
    const teams = (...of: readonly (readonly [number, number])[]) =>
      of.map(([numerator, denominator], at) => ({
        ...share(`T${at}`, numerator, denominator),
        code: `T${at}`,
        name: 'T',
      }))
    const told = publishedTogether([
      { ...count('contacts', 100), groups: teams([40, 40], [60, 60]).map((team) => ({ ...team, denominator: null })) },
      { ...share('contacts-to-referral', 50, 100), groups: teams([20, 40], [30, 60]) },
      { ...share('contacts-nfa', 40, 100), groups: teams([17, 40], [23, 60]) },
      { ...share('contacts-to-early-help', 10, 100), groups: teams([3, 40], [7, 60]) },
    ])
    const ofTeam = (team: number) => told.slice(1).map(({ groups }) => groups?.[team]?.numerator)
    expect(ofTeam(0).filter((each) => each === 'c').length).toBeGreaterThan(1)
    expect(told[3]?.groups?.map(({ numerator }) => numerator)).toEqual(['c', 'c'])
  })

  it('leave as they are numbers of which none is small', () => {
    const figures = [count('contacts', 430), share('contacts-to-referral', 130, 430), share('contacts-nfa', 160, 400)]
    expect(shown(...figures)).toEqual({
      ...{ contacts: [430], 'contacts-to-referral': [130, 430], 'contacts-nfa': [160, 400] },
    })
  })
})

describe('the families of figures', () => {
  it('are of figures in the catalogue', () => {
    const ids = [...families.flatMap(({ whole, parts }) => [whole, ...parts]), ...alike.flat()]
    for (const each of ids) expect([each, kpiOf(each.split(' ')[0] ?? '')]).toEqual([each, expect.anything()])
  })

  it('are found from any of their figures, and a figure that is related to none stands alone', () => {
    expect(relatedTo(['contacts-to-early-help'])).toContain('contacts')
    expect(relatedTo(['cp-repeat-plans'])).toContain('icpc-to-plan')
    expect(relatedTo(['cp-visits-on-time'])).toEqual(['cp-visits-on-time'])
    expect(relatedTo([])).toEqual([])
    expect(relatedTo(catalogue.map(({ id }) => id))).toHaveLength(catalogue.length)
  })
})
