import type { Area, Benchmark } from './benchmark.js'

const source = 'Barnsley, self-evaluation of practice'
const release = 'April 2018'

type Line = readonly [
  id: string,
  years: readonly number[],
  neighbours: number | null,
  national: number | null,
  note?: string,
]

/** The year table of the self-evaluation: four years of the council’s own, then its statistical neighbours and England for 2016-17. */
const lines: readonly Line[] = [
  ['re-referrals', [21.4, 26.9, 18.8, 17.2], 17.9, 21.9],
  [
    'assessments-nfa',
    [42.0, 41.4, 34.1, 33.8],
    23.0,
    27.8,
    'Not published nationally: the figure printed for England is that of referrals assessed as not in need.',
  ],
  ['assessments-45wd', [68.9, 64.0, 79.9, 99.4], 81.2, 82.9],
  ['assessments-20wd', [17.9, 25.4, 28.0, 37.2], 27.7, 35.2],
  ['cp-reviews-on-time', [98.0, 96.0, 97.8, 100.0], 83.7, 92.2],
  ['cp-visits-on-time', [95.5, 94.0, 93.7, 99.1], null, null],
  ['early-help-open', [2183, 2796, 3866, 4409], null, null],
  ['early-help-started', [994, 1047, 1773, 1650], null, null],
]

const FIRST = 2015
const COMPARED = 2017

function of(area: Area, id: string, year: number, value: number | null, note?: string): Benchmark {
  return { id, area, year, value, source, release, ...(note ? { note } : {}) }
}

/** One council’s printed table, with its statistical neighbours: an example of another council’s figures. */
export const barnsley: readonly Benchmark[] = lines.flatMap(([id, years, neighbours, , note]) => [
  ...years.map((value, at) => of('barnsley', id, FIRST + at, value)),
  of('statistical-neighbours', id, COMPARED, neighbours, note),
])

/** What the same table prints for England, where nothing else is published. */
export const printedForEngland: readonly Benchmark[] = lines
  .filter(([id]) =>
    ['assessments-nfa', 'assessments-20wd', 'cp-visits-on-time', 'early-help-open', 'early-help-started'].includes(id),
  )
  .map(([id, , , national, note]) => of('england', id, COMPARED, national, note))
