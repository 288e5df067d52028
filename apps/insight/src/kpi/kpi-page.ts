import { type Day, addDays, addMonths, inWords } from '@front-door/calendar'
import { errorSummary } from '@front-door/pages'
import {
  type Asked,
  type Figures,
  type FigureSetting,
  type Kpi,
  type SettingId,
  type PublishedNumbers,
  type Step,
  isRange,
  lastFinancialYear,
  monthOf,
  periodInWords,
  settings,
  shownInWords,
} from '@front-door/performance'
import { type ShownFigure, askedForPublication, publicationNotes, yearsBeside } from '../asking/publication.js'
import type { Wanted } from '../asking/wanted.js'
import { filesAt } from '../tables/hand-out.js'
import { measureOf, wholeInWords } from '../tables/figure-columns.js'
import { cellIn, tableShown } from '../tables/table-shown.js'
import { breakdownChart, monthsChart, yearsChart } from './charts.js'
import { breakdownTable, figureTable, headingOf, seriesTable, shownValues } from './tables.js'

const MONTHS = 24
const YEARS = 5

/** Everything that is said of one figure: the page shows it, and the files hand it out. */
export interface KpiTold {
  readonly figure: ShownFigure
  /** Of each month and year there is to show beside it. */
  readonly months: readonly ShownFigure[]
  readonly years: readonly ShownFigure[]
}

export async function kpiTold(figures: Figures, kpi: Kpi, wanted: Wanted, today: Day): Promise<KpiTold> {
  const { asked } = wanted
  const { asKnownAt, settings: chosen } = asked
  const same = { ...(asKnownAt ? { asKnownAt } : {}), ...(chosen ? { settings: chosen } : {}) }
  const end = asked.to < today ? asked.to : today
  // A month that is not over would look like a fall.
  const over = addDays(monthOf(addDays(end, 1)).from, -1)
  const lastYear = lastFinancialYear(addDays(end, 1))
  const fiveYears = { ...same, from: addMonths(lastYear.from, -12 * (YEARS - 1)), to: lastYear.to }
  if (wanted.forPublication) {
    const [figure] = await askedForPublication(figures, { ...asked, ids: [kpi.id] })
    if (!figure) throw new Error(`There is no figure ${kpi.id}.`)
    // What is published has no months beside it: they could be taken from one another.
    return { figure, months: [], years: await yearsBeside(figures, figure, fiveYears) }
  }
  const [[figure], months, years] = await Promise.all([
    figures.figures({ ...asked, ids: [kpi.id] }),
    figures.series(kpi.id, { ...same, from: addMonths(addDays(over, 1), -MONTHS), to: over }, 'month'),
    figures.series(kpi.id, fiveYears, 'year'),
  ])
  if (!figure) throw new Error(`There is no figure ${kpi.id}.`)
  return { figure, months, years }
}

export function kpiBook(kpi: Kpi, { figure, months, years }: KpiTold, { by }: Asked) {
  const { name, definition, source } = kpi
  return {
    title: `${name} ${figure.from} to ${figure.to}`,
    notes: [definition, `Source of the definition: ${source}.`, ...labelsOf(figure)],
    tables: [
      ...(figure.breakdown || figure.groups ? [breakdownTable(kpi, figure, by)] : [figureTable(kpi, [figure])]),
      ...(months.length > 0 ? [seriesTable(kpi, months, 'month')] : []),
      ...(years.length > 0 ? [seriesTable(kpi, years, 'year')] : []),
    ],
  }
}

export function kpiPage(kpi: Kpi, told: KpiTold, { asked, questions, more, rehearsal, problems, query }: Wanted) {
  const { figure, months, years } = told
  const path = `/performance/kpis/${kpi.id}`
  const byGroup = (figure.breakdown ?? figure.groups) ? breakdownTable(kpi, figure, asked.by) : undefined
  return {
    ...{ title: kpi.name, wide: true, kpi: inWordsOf(kpi), questions, more, rehearsal, path },
    ...(problems.length > 0
      ? { errors: errorSummary(problems, [...questions, ...more.questions, ...rehearsal.questions]) }
      : {}),
    period: figure.on ? `At the end of ${inWords(figure.on)}` : periodInWords(figure),
    value: figure.unavailable ?? wholeInWords(kpi, figure),
    isAvailable: figure.unavailable === undefined,
    madeOf: madeOf(kpi, figure),
    labels: labelsOf(figure),
    beside: (figure.beside ?? []).map((group) => ({
      name: group.name,
      value: shownInWords(group.value, measureOf(kpi.kind)),
      madeOf: madeOf(kpi, group),
    })),
    ...(figure.for ? {} : { cases: `${path}/cases?${new URLSearchParams(query)}` }),
    files: filesAt(path, query),
    ...(byGroup
      ? {
          breakdown: {
            heading: headingOf(asked.by),
            chart: breakdownChart(kpi, byGroup, asked.by),
            table: tableShown(byGroup, (row, column) =>
              column === 'group' && !figure.for
                ? `${path}/cases?${new URLSearchParams({ ...query, group: cellIn(byGroup, row, 'code') })}`
                : undefined,
            ),
          },
        }
      : {}),
    ...(months.length > 0 ? { months: seriesShown(kpi, months, 'month', monthsChart) } : {}),
    ...(years.length > 0 ? { years: seriesShown(kpi, years, 'year', yearsChart) } : {}),
  }
}

/** A series drawn, and as a table; where none of it has a value, why. */
function seriesShown(
  kpi: Kpi,
  series: readonly ShownFigure[],
  step: Step,
  draw: (kpi: Kpi, series: readonly ShownFigure[]) => string,
) {
  if (shownValues(kpi, series).values.every((value) => value === null))
    return { why: series[0]?.unavailable ?? `There is no value in any ${step} shown here.` }
  return { chart: draw(kpi, series), table: tableShown(seriesTable(kpi, series, step)) }
}

/** What a share is made of; a count is not one. */
export function madeOf({ kind }: Kpi, { numerator, denominator }: PublishedNumbers): string | undefined {
  if (kind === 'count' || numerator === null || denominator === null) return undefined
  return `${shownInWords(numerator, 'count')} out of ${shownInWords(denominator, 'count')}`
}

function inWordsOf({ id, definition, numerator, denominator, period, exclusions, source, tag, better }: Kpi) {
  return {
    ...{ id, definition, numerator, denominator, period, exclusions, source },
    tag: tag === 'DfE' ? 'By the Department for Education' : 'Not nationally: a local figure',
    better: better
      ? `${better === 'higher' ? 'Higher' : 'Lower'} is better`
      : 'Neither higher nor lower is better in itself',
  }
}

function chosenInWords(id: string, chosen: string): string {
  const { choices }: FigureSetting = settings[id as SettingId]
  const words = isRange(choices) ? [] : Object.entries(choices)
  return words.find(([value]) => value === chosen)?.[1].toLowerCase() ?? chosen
}

/** What is not as it is usually counted is said with the figure, wherever it goes. */
export function labelsOf({ asKnownAt, rehearsal = {}, ...figure }: ShownFigure): readonly string[] {
  const chosen = Object.entries(rehearsal).map(
    ([id, value]) =>
      `Rehearsal, not the agreed figure. ${settings[id as SettingId].words}: ${chosenInWords(id, value)}.`,
  )
  return [
    ...(figure.for ? publicationNotes : []),
    ...(asKnownAt ? [`As the record stood at the end of ${inWords(asKnownAt.slice(0, 10))}.`] : []),
    ...chosen,
    ...(figure.note ? [figure.note] : []),
  ]
}
