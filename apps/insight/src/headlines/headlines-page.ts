import { type Day, addMonths, inWords } from '@front-door/calendar'
import {
  type Figure,
  type Figures,
  type Kpi,
  directionOfTravel,
  kpiOf,
  periodInWords,
  rollingYear,
} from '@front-door/performance'
import { madeOf } from '../kpi/kpi-page.js'
import { pagesOfFigures } from '../places.js'
import { wholeInWords } from '../tables/figure-columns.js'
import { headlineIds } from './agreed.js'

/** One fact as people quote it: what it is now, what it was a year ago, and which way it went. */
interface Headline {
  readonly kpi: Kpi
  readonly now: Figure
  readonly before: Figure | undefined
}

export async function headlines(figures: Figures, today: Day): Promise<readonly Headline[]> {
  const [year, yearBefore] = [rollingYear(today), rollingYear(addMonths(today, -12))]
  const [now, before] = await Promise.all(
    [year, yearBefore].map((period) => figures.figures({ ...period, ids: headlineIds })),
  )
  const earlier = new Map(before?.map((figure) => [figure.id, figure]))
  return (now ?? []).flatMap((figure) => {
    const kpi = kpiOf(figure.id)
    return kpi ? [{ kpi, now: figure, before: earlier.get(kpi.id) }] : []
  })
}

export function headlinesPage(told: readonly Headline[], today: Day) {
  const period = rollingYear(today)
  return {
    ...{ title: 'Key facts', wide: true, pages: pagesOfFigures('/performance') },
    dated: inWords(today),
    period: periodInWords(period),
    notes: [...new Set(told.flatMap(({ now, before }) => [now.note ?? [], before?.note ?? []].flat()))],
    facts: told.map(({ kpi, now, before }) => ({
      name: kpi.name,
      href: `/performance/kpis/${kpi.id}?${new URLSearchParams({ period: `${period.from}/${period.to}` })}`,
      when: kpi.snapshot ? `On ${inWords(now.on ?? today)}` : 'In 12 months',
      value: now.unavailable ?? wholeInWords(kpi, now),
      madeOf: madeOf(kpi, now),
      before: before === undefined || before.unavailable ? 'not available' : wholeInWords(kpi, before),
      direction: directions[directionOfTravel(now.value, before?.value ?? null, kpi.better)],
    })),
  }
}

const directions = {
  better: { text: 'Better', colour: 'green' },
  worse: { text: 'Worse', colour: 'orange' },
  up: { text: 'Up', colour: 'grey' },
  down: { text: 'Down', colour: 'grey' },
  'no change': { text: 'No change', colour: 'grey' },
  'not known': { text: 'Not known', colour: 'grey' },
} as const
