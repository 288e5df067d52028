import { type Day, BeyondCalendar, inWords } from '@front-door/calendar'
import { comparedParts, nameOfPart } from '../breakdown/parts.js'
import type { Dimension } from '../breakdown/dimensions.js'
import { type Populations, populationFor } from '../benchmarks/population.js'
import type { Asking } from '../catalogue/cases.js'
import type { Beside, Kpi } from '../catalogue/kpi.js'
import type { Counted, Figure, Group } from '../figures.js'
import { type Needed, readBy } from '../catalogue/recorded.js'
import { isTwelveMonths } from '../periods/periods.js'
import type { Chosen } from '../settings/settings.js'
import { type Ground, askingOf } from './asking.js'
import { beforeTheRecord, beyondTheRecord, partOfTheRecord } from './beginning.js'
import { type Tally, addsUp, byCode, tally } from './tally.js'
import { valueOf } from './value.js'

/** One figure to be counted. */
export interface Wanted {
  readonly kpi: Kpi
  readonly from: Day
  readonly to: Day
  readonly by: Dimension | undefined
  readonly chosen: Chosen
  /** How many cases are counted and of how many, where that is known already. */
  readonly whole?: Tally | undefined
  /** Whether nothing is to be shown beside it, as in a series. */
  readonly alone?: boolean
}

/** Counts one figure. Whatever it cannot count it says so of; it never gives a zero instead. */
export async function figure(ground: Ground, wanted: Wanted, populations: Populations): Promise<Figure> {
  const { kpi, from, to, chosen } = wanted
  const asking = askingOf(ground, wanted, chosen)
  const plain = { id: kpi.id, from, to, ...(kpi.snapshot ? { on: asking.on } : {}) }
  const none = { ...plain, numerator: null, denominator: null, value: null }
  if (from > asking.today)
    return { ...none, unavailable: `The period begins after ${inWords(asking.today)}, the last day known of.` }
  try {
    const needed = [...readBy(kpi.cases(asking)), ...(kpi.needs ?? [])]
    const unavailable = beforeTheRecord(ground.begins, needed, wanted)
    if (unavailable) return { ...none, unavailable }
    const note = kpi.snapshot ? '' : notKnownOf(ground, needed, wanted)
    const parts = await partsBy(asking, wanted)
    const all = await counted(asking, wanted, populations, parts)
    return { ...plain, ...(note ? { note } : {}), ...all, ...(await details(ground, asking, wanted, parts)) }
  } catch (error) {
    if (error instanceof BeyondCalendar) return { ...none, unavailable: error.message }
    throw error
  }
}

/** What has to be known of a period: that the record tells a part of it, or of what is looked back on. */
function notKnownOf({ begins }: Ground, needed: readonly Needed[], { kpi, from, to }: Wanted): string {
  const back = kpi.looksBack === undefined ? undefined : beyondTheRecord(begins, needed, from, kpi.looksBack)
  return [partOfTheRecord(begins, needed, { from, to }), back].filter(Boolean).join(' ')
}

type WithReason = Counted & { readonly unavailable?: string }

const nothing: Tally = { part: '', numerator: 0, denominator: 0 }

async function partsBy(asking: Asking, { kpi, by }: Wanted): Promise<readonly Tally[] | undefined> {
  return by && tally(asking, kpi.cases(asking), { ...kpi, by })
}

/** All the cases; where the parts are counted and add up, nothing is counted twice. */
async function whole(asking: Asking, { kpi, whole: known }: Wanted, parts: readonly Tally[] | undefined) {
  if (known && addsUp(kpi) && kpi.measure === undefined) return known
  if (parts && addsUp(kpi)) return parts.reduce(sumOf, nothing)
  const [all = nothing] = await tally(asking, kpi.cases(asking), { ...kpi, by: undefined })
  return all
}

const sumOf = (one: Tally, other: Tally): Tally => ({
  part: '',
  numerator: one.numerator + other.numerator,
  denominator: one.denominator + other.denominator,
})

async function counted(
  asking: Asking,
  wanted: Wanted,
  populations: Populations,
  parts: readonly Tally[] | undefined,
): Promise<WithReason> {
  const { kpi, from, to } = wanted
  const all = await whole(asking, wanted, parts)
  if (kpi.kind !== 'per-10000') return valueOf(kpi, all)
  if (!isTwelveMonths(from, to))
    return { ...valueOf(kpi, all), unavailable: 'A rate for 10,000 children is told of twelve months only.' }
  const population = populationFor(populations, to)
  return 'unavailable' in population
    ? { ...valueOf(kpi, all), unavailable: population.unavailable }
    : valueOf(kpi, all, population.people)
}

type Details = Pick<Figure, 'breakdown' | 'groups' | 'beside'>

async function details(
  ground: Ground,
  asking: Asking,
  wanted: Wanted,
  parts: readonly Tally[] | undefined,
): Promise<Details> {
  const { kpi, by, alone } = wanted
  const hasCodes = kpi.kind === 'breakdown' || kpi.measure === 'most-of-a-worker'
  const breakdown = hasCodes ? await byCode(asking, kpi.cases(asking)) : undefined
  const groups = by
    ? groupsBy(kpi, by, parts ?? [])
    : kpi.groupOf && breakdown
      ? groupsOf(breakdown, kpi.groupOf)
      : undefined
  const beside =
    by || alone
      ? undefined
      : kpi.beside && (await Promise.all(kpi.beside.map((other) => inOtherWay(ground, wanted, other))))
  return { ...(breakdown ? { breakdown } : {}), ...(groups ? { groups } : {}), ...(beside ? { beside } : {}) }
}

function groupsBy(kpi: Kpi, by: Dimension, tallies: readonly Tally[]): readonly Group[] {
  const compared = comparedParts(by)
  return tallies
    .map((each) => ({ code: each.part, name: nameOfPart(by, each.part), ...valueOf(kpi, each) }))
    .toSorted((one, other) => compared(one.code, other.code))
}

/** The share of each group of codes, as published tables have it. */
function groupsOf(breakdown: Readonly<Record<string, number>>, groupOf: (code: string) => string): readonly Group[] {
  const denominator = Object.values(breakdown).reduce((sum, count) => sum + count, 0)
  const counts = new Map<string, number>()
  for (const [code, count] of Object.entries(breakdown)) {
    const group = groupOf(code)
    counts.set(group, (counts.get(group) ?? 0) + count)
  }
  return [...counts].map(([group, numerator]) => ({
    ...{ code: group, name: group, numerator, denominator },
    value: (numerator * 100) / denominator,
  }))
}

async function inOtherWay(ground: Ground, { kpi, from, to, chosen }: Wanted, other: Beside): Promise<Group> {
  const asking = askingOf(ground, { from, to }, { ...chosen, ...other.settings })
  const { code, name, cases = kpi.cases } = other
  const [all = nothing] = await tally(asking, cases(asking), { ...kpi, by: undefined })
  return { code, name, ...valueOf(kpi, all) }
}
