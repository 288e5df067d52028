import { describe, expect, it } from '@jest/globals'
import { benchmarkOf, benchmarks, englandBySource, kpiOf, readPopulations } from '../index.js'
import { populationFor } from './population.js'

describe('published figures', () => {
  it('are of figures there are, each with its source and release, and one of each year and area', () => {
    for (const { id, source, release } of benchmarks) {
      if (id !== 'icpc-rate') expect([id, kpiOf(id)]).toEqual([id, expect.anything()])
      expect(source && release).toBeTruthy()
    }
    const keys = benchmarks.map(({ id, year, area }) => `${id} ${year} ${area}`)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('agree with each other where they were computed from one another', () => {
    const of = (id: string) => benchmarkOf(id, 'england', 2025)?.value ?? NaN
    const people = (of('referrals') * 10_000) / of('referrals-rate')
    expect((of('s47') * 10_000) / people).toBeCloseTo(of('s47-rate'), 0)
    expect((of('icpc') * 10_000) / people).toBeCloseTo(of('icpc-rate'), 0)
  })

  it('are not available where nothing is published, which is not zero', () => {
    expect(benchmarkOf('cp-visits-on-time', 'england', 2017)?.value).toBeNull()
    expect(benchmarkOf('s47-rate', 'england', 2016)?.value).toBeNull()
    expect(benchmarkOf('contacts', 'england', 2025)).toBeUndefined()
    expect(benchmarkOf('re-referrals', 'statistical-neighbours', 2017)?.value).toBe(17.9)
    expect(englandBySource.find(({ group, year }) => group === 'Police' && year === 2025)?.value).toBe(28.3)
  })
})

describe('the population of the area', () => {
  const populations = { 2024: 51_000, 2025: 52_000 }

  it('is that of the year to March, or of the last year known before it', () => {
    expect(populationFor(populations, '2025-03-31')).toEqual({ people: 52_000, year: 2025 })
    expect(populationFor(populations, '2024-12-31')).toMatchObject({ year: 2025 })
    expect(populationFor(populations, '2024-03-31')).toMatchObject({ year: 2024 })
    expect(populationFor(populations, '2030-03-31')).toMatchObject({ year: 2025 })
    expect(populationFor(populations, '2023-03-31')).toEqual({ unavailable: expect.stringContaining('2023') })
  })

  it('is read from a file of years, and every problem in it is told', () => {
    expect(readPopulations({ 2026: 52_100 })).toEqual({ populations: { 2026: 52_100 }, problems: [] })
    expect(readPopulations({ soon: 1, 2026: 0.5 }).problems).toHaveLength(2)
    expect(readPopulations([1]).problems).toHaveLength(1)
  })
})
