import { type Day, inWords } from '@front-door/calendar'
import {
  type Benchmark,
  type Figure,
  type Figures,
  type Kpi,
  type Measure,
  benchmarkOf,
  kpiOf,
  lastFinancialYear,
} from '@front-door/performance'
import { notesOf, periodName } from '../kpi/tables.js'
import { measureOf } from '../tables/figure-columns.js'
import type { WholeTable } from '../tables/table-shown.js'

/** The indicators of a self-evaluation, in the order it prints them (needs of performance teams, N14). */
export const yearIds = [
  're-referrals',
  'assessments-nfa',
  'assessments-45wd',
  'assessments-20wd',
  'cp-reviews-on-time',
  'cp-visits-on-time',
  'early-help-open',
  'early-help-started',
] as const

const YEARS = 4

/** One indicator: this council's years, and who it is compared with. */
export interface YearLine {
  readonly kpi: Kpi
  readonly years: readonly Figure[]
  readonly neighbours: Benchmark | undefined
  readonly england: Benchmark | undefined
}

export async function yearLines(figures: Figures, today: Day): Promise<readonly YearLine[]> {
  const last = lastFinancialYear(today)
  const from = `${Number(last.from.slice(0, 4)) - YEARS + 1}-04-01`
  const kpis = yearIds.flatMap((id) => kpiOf(id) ?? [])
  const all = await Promise.all(kpis.map(({ id }) => figures.series(id, { from, to: last.to }, 'year')))
  return kpis.map((kpi, index) => ({
    ...{ kpi, years: all[index] ?? [] },
    neighbours: latest(kpi, 'statistical-neighbours', last.to),
    england: latest(kpi, 'england', last.to),
  }))
}

/** The latest published figure up to a day. */
function latest({ id }: Kpi, area: 'england' | 'statistical-neighbours', to: Day): Benchmark | undefined {
  for (let year = Number(to.slice(0, 4)); year >= EARLIEST; year--) {
    const found = benchmarkOf(id, area, year)
    if (found) return found
  }
  return undefined
}

const EARLIEST = 2010

/** The table of percentages, and that of counts: years across, neighbours and England beside. */
export function yearTables(lines: readonly YearLine[]): readonly WholeTable[] {
  const percent = lines.filter(({ kpi }) => measureOf(kpi.kind) === 'percent')
  return [
    tableOf('Year by year', 'percent', percent),
    tableOf(
      'Counts',
      'count',
      lines.filter((line) => !percent.includes(line)),
    ),
  ]
}

function tableOf(title: string, kind: Measure, lines: readonly YearLine[]): WholeTable {
  const years = lines[0]?.years ?? []
  const beside = lines.flatMap(({ neighbours, england }) => [neighbours, england])
  return {
    title,
    notes: [
      ...notesOf(
        lines.flatMap((line) => line.years),
        'year',
      ),
      ...new Set(beside.flatMap((each) => (each ? [`${sourceOf(each)}.`, ...(each.note ? [each.note] : [])] : []))),
    ],
    columns: [
      { name: 'indicator', words: 'Indicator', kind: 'text' },
      ...years.map((year) => ({ name: periodName(year, 'year'), words: periodName(year, 'year'), kind })),
      { name: 'neighbours', words: 'Statistical neighbours', kind },
      { name: 'neighbours_year', words: 'Their year', kind: 'text' },
      { name: 'england', words: 'England', kind },
      { name: 'england_year', words: 'Its year', kind: 'text' },
      { name: 'id', words: 'Id', kind: 'text' },
    ],
    rows: lines.map(({ kpi, years: own, neighbours, england }) => [
      kpi.name,
      ...own.map(({ value, unavailable }) => value ?? (unavailable ? MISSING : null)),
      ...[neighbours?.value ?? MISSING, yearOf(neighbours), england?.value ?? MISSING, yearOf(england), kpi.id],
    ]),
  }
}

const MISSING = { missing: 'x' } as const

const yearOf = (benchmark: Benchmark | undefined) =>
  benchmark && benchmark.value !== null ? `${benchmark.year - 1}/${String(benchmark.year).slice(2)}` : null

const sourceOf = ({ source, release }: Benchmark) => `${source}, ${release}`

export const yearsTitle = (today: Day) => `Year table ${inWords(today)}`
