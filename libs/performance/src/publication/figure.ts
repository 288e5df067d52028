import type { Kpi } from '../catalogue/kpi.js'
import type { Side } from '../catalogue/families.js'
import type { Counted, Figure, Group } from '../figures.js'
import type { Place } from './cycles.js'
import { type Shown, rounded } from './measure.js'
import { publishedShare } from './shares.js'
import { type PublishedCount, suppressed, suppressedInGroups } from './suppression.js'

/** Numbers that make a value, as published: `c` where one is suppressed, null where there is none. */
export interface PublishedNumbers {
  readonly numerator: Shown
  readonly denominator: Shown
  readonly value: Shown
}

export interface PublishedGroup extends PublishedNumbers {
  readonly code: string
  readonly name: string
}

/** A figure as published. The other ways it is counted in are left out: what differs between two of them may be one child. */
export interface PublishedFigure
  extends
    PublishedNumbers,
    Pick<Figure, 'id' | 'from' | 'to' | 'on' | 'unavailable' | 'note' | 'rehearsal' | 'asKnownAt'> {
  readonly breakdown?: Readonly<Record<string, PublishedCount>>
  readonly groups?: readonly PublishedGroup[]
}

/** Whether a number is suppressed because of another figure: of the whole, or of the group of this code. */
export type HiddenElsewhere = (side: Side, group?: string) => boolean

type Known = Pick<Kpi, 'kind' | 'measure' | 'groupOf'>

/** The figure with its groups and its breakdown, small numbers suppressed in all of them together. */
export function published(
  kpi: Known,
  { breakdown, groups, beside: _, ...figure }: Figure,
  elsewhere: HiddenElsewhere = () => false,
): PublishedFigure {
  if (!breakdown || kpi.kind !== 'breakdown') return { ...figure, ...byGroup(kpi, figure, groups, elsewhere) }
  const isWholeHidden = elsewhere('counted') || elsewhere('of')
  if (!groups || areOfCodes(kpi, breakdown, groups))
    return { ...figure, ...byCode(kpi, figure, breakdown, groups, isWholeHidden) }
  const codes = byCode(kpi, figure, breakdown, undefined, isWholeHidden)
  const parts = byGroup(kpi, figure, groups, elsewhere)
  return {
    ...{ ...figure, ...codes, ...parts },
    numerator: codes.numerator === 'c' ? 'c' : parts.numerator,
    denominator: codes.denominator === 'c' ? 'c' : parts.denominator,
  }
}

/** Whether the groups are sums of codes; they may be teams, localities or other parts of the whole as well. */
function areOfCodes(
  { groupOf }: Known,
  breakdown: Readonly<Record<string, number>>,
  groups: readonly Group[],
): boolean {
  const ofCodes = (code: string) =>
    sum(Object.keys(breakdown).flatMap((each) => (groupOf?.(each) === code ? [breakdown[each] ?? 0] : [])))
  return groups.every(({ code, numerator }) => ofCodes(code) === numerator)
}

function byGroup(kpi: Known, figure: Counted, groups: readonly Group[] = [], elsewhere: HiddenElsewhere) {
  const own = countsOf(kpi, figure)
  const rows = groups.map((group) => countsOf(kpi, group))
  // The columns are those counted, those not, and their total; of what is no share, one count that is its own total.
  const sides: readonly (Side | undefined)[] =
    own.length > 1 ? ['counted', undefined, 'of'] : [sideOf(kpi), sideOf(kpi)]
  const isHidden = ({ c }: Place, group?: string) => {
    const side = sides[c]
    return side !== undefined && elsewhere(side, group)
  }
  const table = suppressed(rows, (place) => isHidden(place, groups[place.r]?.code))
  // Where the groups do not add up to the figure, nobody can subtract them from it.
  const addUp = rows.length > 0 && own.every((count, column) => sum(rows.map((row) => row[column] ?? 0)) === count)
  const whole = addUp ? table : suppressed([own], (place) => isHidden(place))
  return {
    ...numbersOf(kpi, figure, whole.columnTotals[0] ?? 0, whole.total),
    ...(groups.length > 0
      ? {
          groups: groups.map(({ code, name, ...counted }, row) => ({
            ...{ code, name },
            ...numbersOf(kpi, counted, table.rows[row]?.[0] ?? 0, table.rowTotals[row] ?? 0),
          })),
        }
      : {}),
  }
}

/** The children behind the numbers: those counted and those not, or those whose days or cases they are. */
function countsOf(kpi: Known, { numerator, denominator, value }: Counted): readonly number[] {
  if (kpi.kind === 'working-days') return [denominator ?? 0]
  if (kpi.measure === 'most-of-a-worker') return [value ?? 0]
  return isShare(kpi, denominator) ? [numerator ?? 0, (denominator ?? 0) - (numerator ?? 0)] : [numerator ?? 0]
}

/** Where there is one count only, which of the two numbers it is. */
const sideOf = ({ kind }: Known): Side => (kind === 'working-days' ? 'of' : 'counted')

/** Whether it is a part of what it is divided by: 97 of 100. */
function isShare({ kind }: Known, denominator: number | null): boolean {
  return denominator !== null && kind !== 'per-10000' && kind !== 'ratio' && kind !== 'working-days'
}

function numbersOf(kpi: Known, counted: Counted, count: PublishedCount, total: PublishedCount): PublishedNumbers {
  const { numerator, denominator, value } = counted
  const hide = (number: number | null, hidden: boolean): Shown => (number !== null && hidden ? 'c' : number)
  const share = isShare(kpi, denominator)
  const hidden = count === 'c' || (kpi.kind === 'percent' && total === 'c')
  return {
    numerator: hide(numerator, count === 'c'),
    denominator: hide(denominator, share ? total === 'c' : kpi.kind === 'working-days' && count === 'c'),
    value: hide(value === null || kpi.kind === 'breakdown' ? value : rounded(value, kpi.kind), hidden),
  }
}

function byCode(
  { groupOf }: Known,
  { numerator, denominator }: Counted,
  breakdown: Readonly<Record<string, number>>,
  groups: readonly Group[] | undefined,
  isWholeHidden: boolean,
) {
  const nameOf = groupOf ?? (() => '')
  const names = [...new Set(Object.keys(breakdown).map(nameOf))]
  const codes = names.map((name) => Object.keys(breakdown).filter((code) => nameOf(code) === name))
  const lists = codes.map((own) => own.map((code) => breakdown[code] ?? 0))
  const left = (denominator ?? 0) - (numerator ?? 0)
  // Where each is counted under one code, those under none belong to the list: with them it adds up to the denominator.
  const addsUp = sum(lists.flat()) === numerator
  const all = groupOf ? [...lists, [left]] : [[...lists.flat(), left]]
  const table = suppressedInGroups(addsUp ? all : lists, isWholeHidden)
  const isLeftHidden = table.groups.at(-1)?.counts.at(-1) === 'c' || table.total === 'c'
  const whole = addsUp
    ? { numerator: isLeftHidden ? ('c' as const) : numerator, denominator: table.total }
    : publishedShare({ numerator: numerator ?? 0, denominator: denominator ?? 0 })
  const counts = codes.flatMap((own, g) => own.map((code, c) => [code, table.groups[g]?.counts[c] ?? 0] as const))
  return {
    ...{ numerator: whole.numerator, denominator: whole.denominator, value: null },
    breakdown: Object.fromEntries(counts),
    ...(groups
      ? { groups: groups.map((group) => partOf(group, table.groups[names.indexOf(group.code)]?.total, table.total)) }
      : {}),
  }
}

/** A group of codes as a share of all. */
function partOf(
  { code, name, value }: Group,
  numerator: PublishedCount = 0,
  denominator: PublishedCount,
): PublishedGroup {
  const shown: Shown = numerator === 'c' || denominator === 'c' ? 'c' : value
  return { code, name, numerator, denominator, value: typeof shown === 'number' ? rounded(shown, 'percent') : shown }
}

function sum(counts: readonly number[]): number {
  return counts.reduce((all, count) => all + count, 0)
}
