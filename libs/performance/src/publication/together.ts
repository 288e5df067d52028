import { kpiOf } from '../catalogue/catalogue.js'
import { type Count, type Family, type Side, alike, families } from '../catalogue/families.js'
import type { Counted, Figure } from '../figures.js'
import { type PublishedFigure, type PublishedNumbers, published } from './figure.js'
import { SMALL, suppressed } from './suppression.js'

/** Which numbers are suppressed; of the whole, or of one group by its code. */
type Hidden = Set<string>
const nameOf = (count: Count, group = WHOLE) => `${count} ${group}`
const WHOLE = ''

/**
 * Figures of one period as published, small numbers suppressed in all of them together: what is suppressed in one
 * cannot be worked out from another of its family, nor is it read where the same is counted. It begins with each by
 * itself and goes on until nothing more has to be suppressed. Pass all that are related (`relatedTo`): what is not here
 * does not guard the rest.
 */
export function publishedTogether(figures: readonly Figure[]): readonly PublishedFigure[] {
  const counts = countsIn(figures)
  const hidden: Hidden = new Set()
  for (;;) {
    const before = hidden.size
    const shown = figures.flatMap((figure) => {
      const kpi = kpiOf(figure.id)
      const elsewhere = (side: Side, group?: string) => hidden.has(nameOf(`${figure.id} ${side}`, group))
      return kpi ? [published(kpi, figure, elsewhere)] : []
    })
    for (const figure of shown) {
      hideIn(hidden, figure.id, figure)
      for (const group of figure.groups ?? []) hideIn(hidden, figure.id, group, group.code)
    }
    for (const [group, valueOf] of counts) {
      for (const family of families) hideInFamily(hidden, family, valueOf, group)
      for (const same of alike) hideAlike(hidden, same, valueOf, group)
    }
    if (hidden.size === before) return shown
  }
}

type ValueOf = (count: Count) => number | undefined

/** The numbers of the whole figures, and those of each group that they are broken down by. */
function countsIn(figures: readonly Figure[]): ReadonlyMap<string, ValueOf> {
  const all = new Map<string, Map<string, number>>()
  const keep = (id: string, { numerator, denominator }: Counted, group: string) => {
    const values = all.get(group) ?? new Map<string, number>()
    all.set(group, values)
    if (numerator !== null) values.set(`${id} counted`, numerator)
    if (denominator !== null) values.set(`${id} of`, denominator)
  }
  for (const figure of figures) {
    keep(figure.id, figure, WHOLE)
    for (const group of figure.groups ?? []) keep(figure.id, group, group.code)
  }
  return new Map([...all].map(([group, values]) => [group, (count: Count) => values.get(count)]))
}

function hideIn(hidden: Hidden, id: string, { numerator, denominator }: PublishedNumbers, group?: string): void {
  if (numerator === 'c') hidden.add(nameOf(`${id} counted`, group))
  if (denominator === 'c') hidden.add(nameOf(`${id} of`, group))
}

/** The parts with what is left over are one list, and the whole is its total. */
function hideInFamily(hidden: Hidden, { whole, parts }: Family, valueOf: ValueOf, group: string): void {
  const total = valueOf(whole)
  const known = parts.map((count) => ({ count, value: valueOf(count) ?? 0 }))
  const left = (total ?? 0) - known.reduce((sum, { value }) => sum + value, 0)
  // Counted by other settings they may be parts of it no more: then nothing follows from them.
  if (total === undefined || left < 0) return
  const columns = [...known.map(({ count }) => count), undefined, whole]
  const isHidden = (count: Count | undefined) => count !== undefined && hidden.has(nameOf(count, group))
  const { rows, total: shown } = suppressed([[...known.map(({ value }) => value), left]], ({ c }) =>
    isHidden(columns[c]),
  )
  for (const [index, { count }] of known.entries()) if (rows[0]?.[index] === 'c') hidden.add(nameOf(count, group))
  if (shown === 'c') hidden.add(nameOf(whole, group))
}

/** What counts as many, but for a small number, gives away what is suppressed. */
function hideAlike(hidden: Hidden, same: readonly Count[], valueOf: ValueOf, group: string): void {
  const known = same.flatMap((count) => {
    const value = valueOf(count)
    return value === undefined || value === 0 ? [] : [{ count, value, isHidden: hidden.has(nameOf(count, group)) }]
  })
  const given = known.filter(({ isHidden }) => isHidden)
  for (const { count, value } of known)
    if (given.some((other) => Math.abs(other.value - value) <= SMALL)) hidden.add(nameOf(count, group))
}
