import { type Cell, type Counted, type Figure, type Group, type Table, kpiOf } from '@front-door/performance'

type Valued = Pick<Figure, 'id' | 'value' | 'numerator' | 'unavailable'>

/** A value to one decimal, as published tables have it; the count where it is one. */
export function valueInWords({ id, value, numerator, unavailable }: Valued): string {
  const kind = kpiOf(id)?.kind
  if (kind === 'breakdown') return String(numerator ?? 'not available')
  if (value === null) return unavailable ? 'not available' : 'no value'
  if (kind === 'count') return String(value)
  return `${value.toFixed(1)}${kind === 'percent' ? '%' : ''}`
}

const text = (name: string, words: string) => ({ name, words, kind: 'text' }) as const
const day = (name: string, words: string) => ({ name, words, kind: 'day' }) as const

/** Figures as a table: a line for each figure, and one for each of its groups, codes and other ways of counting. */
export function figuresTable(figures: readonly Figure[]): Table {
  return {
    title: 'Figures',
    notes: [],
    columns: [
      text('id', 'Figure'),
      text('name', 'Name'),
      day('from', 'From'),
      day('to', 'To'),
      text('as_known_at', 'As known at'),
      text('rehearsal', 'Rehearsal'),
      text('part', 'Part'),
      text('code', 'Code'),
      text('part_name', 'Name of the part'),
      { name: 'numerator', words: 'Counted', kind: 'count' },
      { name: 'denominator', words: 'Out of', kind: 'count' },
      { name: 'value', words: 'Value', kind: 'count' },
      text('unavailable', 'Why not available'),
    ],
    rows: figures.flatMap(linesOf),
  }
}

function linesOf(figure: Figure): readonly (readonly Cell[])[] {
  const { id, from, to, asKnownAt = null, rehearsal = {}, unavailable = null } = figure
  const tried = Object.entries(rehearsal)
    .map(([setting, value]) => `${setting}=${value}`)
    .join(' ')
  const line = (part: string | null, code: string | null, name: string | null, counted: Counted): readonly Cell[] => [
    ...[id, kpiOf(id)?.name ?? id, from, to, asKnownAt, tried || null, part, code, name],
    ...cells(counted, unavailable !== null),
    unavailable,
  ]
  const parts = (kind: string, groups: readonly Group[] = []) =>
    groups.map((group) => line(kind, group.code, group.name, group))
  return [
    line(null, null, null, figure),
    ...Object.entries(figure.breakdown ?? {}).map(([code, count]) =>
      line('code', code, null, { numerator: count, denominator: figure.denominator, value: count }),
    ),
    ...parts('group', figure.groups),
    ...parts('beside', figure.beside),
  ]
}

/** Where there is nothing to divide by there is no value; where nothing could be counted it is not available. */
function cells({ numerator, denominator, value }: Counted, isUnavailable: boolean): readonly Cell[] {
  return [numerator, denominator, value ?? (isUnavailable ? { missing: 'x' } : null)]
}
