import { type Day, addDays, addMonths, inWords } from '@front-door/calendar'
import { type DoorParts, workerNames } from '@front-door/door'
import { instantInWords } from '@front-door/pages'
import {
  type Benchmark,
  type Commentary,
  type Edition,
  type FigureThen,
  type Kpi,
  type Period,
  type PublishedNumbers,
  type Report,
  benchmarkOf,
  directionOfTravel,
  isTwelveMonths,
  kpiOf,
  periodInWords,
  shownInWords,
} from '@front-door/performance'
import { measureOf, numberCell, wholeInWords } from '../tables/figure-columns.js'
import type { WholeTable } from '../tables/table-shown.js'

export const PATH = '/performance/reports'

export const addressOf = ({ from, to }: Period, rest = '') => `${PATH}/${from}/${to}${rest}`

/** A figure of a report: as it was counted, or as it may be published. */
export type LineFigure = PublishedNumbers & Pick<FigureThen, 'id' | 'unavailable'>

/** One figure of a report: what it was and is, who it is compared with, and what is said of it. */
export interface ReportLine {
  readonly kpi: Kpi
  readonly figure: LineFigure
  readonly before: LineFigure | undefined
  readonly commentary: Commentary | undefined
}

/** The figures with what is said beside them; `before` are those of the period before, of the same length. */
export function linesOf(
  figures: readonly LineFigure[],
  before: readonly LineFigure[],
  commentary: Readonly<Record<string, Commentary>>,
): readonly ReportLine[] {
  const earlier = new Map(before.map((figure) => [figure.id, figure]))
  return figures.flatMap((figure) => {
    const kpi = kpiOf(figure.id)
    return kpi ? [{ kpi, figure, before: earlier.get(kpi.id), commentary: commentary[kpi.id] }] : []
  })
}

/** The period of the same length just before: of whole months, so many months before. */
export function periodBefore({ from, to }: Period): Period {
  const months =
    (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7)) + 1
  return { from: addMonths(from, -months), to: addDays(from, -1) }
}

/** With what was `published` last beside what it is today, where that is asked. */
export function reportTable(
  lines: readonly ReportLine[],
  period: Period,
  published?: Pick<Edition, 'number' | 'figures'>,
): WholeTable {
  const then = new Map(published?.figures.map((figure) => [figure.id, figure]))
  return {
    title: 'Figures of the report',
    notes: [
      'Direction of travel is from the period before, of the same length. Neighbours and England are of the latest year published.',
    ],
    columns: [
      { name: 'figure', words: 'Figure', kind: 'text' },
      ...(published
        ? [{ name: 'published', words: `Published, edition ${published.number}`, kind: 'text' } as const]
        : []),
      { name: 'value', words: published ? 'Today' : 'Value', kind: 'text' },
      { name: 'numerator', words: 'Counted', kind: 'count' },
      { name: 'denominator', words: 'Out of', kind: 'count' },
      { name: 'before', words: 'Period before', kind: 'text' },
      { name: 'direction', words: 'Direction', kind: 'text' },
      { name: 'neighbours', words: 'Neighbours', kind: 'text' },
      { name: 'england', words: 'England', kind: 'text' },
      { name: 'tolerance', words: 'Tolerance', kind: 'text' },
      { name: 'commentary', words: 'Commentary', kind: 'text' },
      { name: 'id', words: 'Id', kind: 'text' },
    ],
    rows: lines.map((line) => {
      const { kpi, figure, before, commentary } = line
      const was = then.get(kpi.id)
      return [
        ...[kpi.name, ...(published ? [was ? shown(kpi, was) : null] : []), shown(kpi, figure)],
        ...[
          numberCell(figure.numerator),
          numberCell(figure.denominator),
          before ? shown(kpi, before) : null,
          directionOf(line),
        ],
        ...[beside(kpi, 'statistical-neighbours', period), beside(kpi, 'england', period)],
        ...[commentary?.tolerance === undefined ? null : String(commentary.tolerance), commentary?.words ?? null],
        kpi.id,
      ]
    }),
  }
}

/** Which way a figure went since the period before; of what is suppressed, that is not told. */
export const directionOf = ({ kpi, figure, before, commentary }: ReportLine) =>
  directionOfTravel(toldOf(figure), before ? toldOf(before) : null, kpi.better, commentary?.tolerance)

const toldOf = ({ value }: LineFigure) => (value === 'c' ? null : value)

const shown = (kpi: Kpi, figure: LineFigure) => (figure.unavailable ? 'not available' : wholeInWords(kpi, figure))

type Area = 'statistical-neighbours' | 'england'

/**
 * Who it is compared with: the latest year published up to then. What happened in a year is no count to compare with
 * that of a month.
 */
export function besideOf({ id, kind, snapshot }: Kpi, area: Area, { from, to }: Period): Benchmark | undefined {
  if (kind === 'count' && !snapshot && !isTwelveMonths(from, to)) return undefined
  const year = Number(to.slice(0, 4)) + (to.slice(5) > '03-31' ? 1 : 0)
  return Array.from({ length: 10 }, (_, back) => benchmarkOf(id, area, year - back)).find((each) => each)
}

function beside(kpi: Kpi, area: Area, period: Period): string | null {
  const found = besideOf(kpi, area, period)
  return found?.value == null ? null : `${shownInWords(found.value, measureOf(kpi.kind))} (${found.year})`
}

export function editionsOf(report: Report, parts: DoorParts) {
  const named = workerNames(parts)
  return report.editions.map((edition) => ({
    text: `Edition ${edition.number}, published ${instantInWords(edition.at)} by ${named(edition.by)}`,
    href: addressOf(report, `/editions/${edition.number}`),
  }))
}

export const titleOf = (period: Period) => `Report ${periodInWords(period)}`

export function publishedInWords(edition: Edition, parts: DoorParts): string {
  return `Edition ${edition.number}, published ${instantInWords(edition.at)} by ${workerNames(parts)(edition.by)}. The figures are those of everything recorded by then (event ${edition.position.toLocaleString('en-GB')} of the record).`
}

/** Months that are over and may be reported on, the latest first. */
export function monthsToReport(today: Day): readonly { readonly text: string; readonly href: string }[] {
  return Array.from({ length: 12 }, (_, back) => addMonths(`${today.slice(0, 7)}-01`, -back - 1)).map((from) => ({
    text: inWords(from).replace(/^\S+ /, ''),
    href: addressOf({ from, to: addDays(addMonths(from, 1), -1) }),
  }))
}
