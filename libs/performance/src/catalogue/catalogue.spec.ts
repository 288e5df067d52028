import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { parse } from 'csv-parse/sync'
import { figuresOf } from '../../testing/council.js'
import { histories, told } from '../../testing/told.js'
import { besideCatalogue, catalogue, dimensionIds, isSettingId, kpiOf, settingIds } from '../index.js'

const list: readonly { kpi: string; id: string; kind: string; better: string }[] = parse(
  readFileSync(join(import.meta.dirname, '../../reference/kpi-ids.csv')),
  { columns: true },
)

describe('the catalogue', () => {
  it('has every figure of the list, and no other, of its number, kind and better direction', () => {
    expect(
      catalogue
        .map(({ number, id, kind, better }) => ({ kpi: String(number), id, kind, better: better ?? '-' }))
        .toSorted(byId),
    ).toEqual([...list].sort(byId))
  })

  it('has each of them under its id, and beside it what a year table needs', () => {
    for (const kpi of [...catalogue, ...besideCatalogue]) expect(kpiOf(kpi.id)).toBe(kpi)
    expect(new Set([...catalogue, ...besideCatalogue].map(({ id }) => id)).size).toBe(
      catalogue.length + besideCatalogue.length,
    )
  })

  it('says all of each figure in sentences', () => {
    for (const { id, definition, period, exclusions, numerator, source } of [...catalogue, ...besideCatalogue]) {
      for (const text of [definition, exclusions])
        expect([id, text]).toEqual([id, expect.stringMatching(/^[A-Z].*\.$/)])
      for (const text of [period, numerator, source]) expect([id, text]).toEqual([id, expect.stringMatching(/^[A-Z]/)])
    }
  })

  it('has a denominator in words where there is something to divide by', () => {
    for (const { id, kind, denominator } of catalogue)
      if (kind !== 'count') expect([id, denominator]).toEqual([id, expect.any(String)])
  })

  it('names settings there are, and every setting is of use to a figure', () => {
    const named = new Set(catalogue.flatMap(({ settings }) => settings))
    expect([...named].filter((id) => !isSettingId(id))).toEqual([])
    expect(settingIds.filter((id) => !named.has(id))).toEqual([])
  })

  it('can be counted where nothing happened, by whatever is asked: no value, and no zero where one is divided', async () => {
    const longAgo = told('ContactReceived', '2023-05-01', { contact: 'c', source: '6', concern: 'Heard.' })
    const figures = figuresOf(() => histories(longAgo))
    const asked = { from: '2025-04-01', to: '2026-03-31', ids: [...catalogue, ...besideCatalogue].map(({ id }) => id) }
    for (const { id, value } of await figures.figures(asked))
      expect([id, value]).toEqual([id, kpiOf(id)?.kind === 'count' ? 0 : null])
    for (const by of dimensionIds)
      for (const { groups } of await figures.figures({ ...asked, by })) expect(groups).toEqual([])
  })
})

const byId = (one: { readonly id: string }, other: { readonly id: string }) => (one.id < other.id ? -1 : 1)
