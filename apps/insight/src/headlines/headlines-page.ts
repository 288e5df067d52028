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
import { filesAt } from '../tables/hand-out.js'
import { followedIds, headlineIds } from './agreed.js'

export const PATH = '/performance'

/** One fact as people quote it: what it is now, what it was a year ago, and which way it went. */
export interface Headline {
  readonly kpi: Kpi
  readonly now: Figure
  readonly before: Figure | undefined
  /** It is of the twelve months before: whoever counts in it has been followed for twelve months since. */
  readonly followed: boolean
}

const isFollowed = (id: string) => followedIds.some((each) => each === id)

export async function headlines(figures: Figures, today: Day): Promise<readonly Headline[]> {
  const counted = async (monthsBack: number, ids: readonly string[]) => {
    const all = await figures.figures({ ...rollingYear(addMonths(today, -monthsBack)), ids })
    return new Map(all.map((figure) => [figure.id, figure]))
  }
  const [year, yearBefore, twoYearsBefore] = await Promise.all([
    counted(
      0,
      headlineIds.filter((id) => !isFollowed(id)),
    ),
    counted(12, headlineIds),
    counted(24, followedIds),
  ])
  return headlineIds.flatMap((id) => {
    const [kpi, followed] = [kpiOf(id), isFollowed(id)]
    const [now, before] = followed ? [yearBefore, twoYearsBefore] : [year, yearBefore]
    const figure = now.get(id)
    return kpi && figure ? [{ kpi, now: figure, before: before.get(id), followed }] : []
  })
}

export function headlinesPage(told: readonly Headline[], today: Day) {
  return {
    ...{ title: 'Key facts', wide: true, pages: pagesOfFigures(PATH) },
    dated: inWords(today),
    period: periodInWords(rollingYear(today)),
    notes: notesOf(told),
    facts: told.map((headline) => {
      const { kpi, now, before } = headline
      return {
        name: kpi.name,
        href: `/performance/kpis/${kpi.id}?${new URLSearchParams({ period: `${now.from}/${now.to}` })}`,
        when: whenOf(headline, today),
        value: now.unavailable ?? wholeInWords(kpi, now),
        madeOf: madeOf(kpi, now),
        before: before === undefined || before.unavailable ? 'not available' : wholeInWords(kpi, before),
        direction: directions[directionOf(headline)],
      }
    }),
    files: filesAt(PATH, {}),
  }
}

/** Where the record tells of a part of the days only. */
export const notesOf = (told: readonly Headline[]): readonly string[] => [
  ...new Set(told.flatMap(({ now, before }) => [now.note ?? [], before?.note ?? []].flat())),
]

export const directionOf = ({ kpi, now, before }: Headline) =>
  directionOfTravel(now.value, before?.value ?? null, kpi.better)

function whenOf({ kpi, now, followed }: Headline, today: Day): string {
  if (kpi.snapshot) return `On ${inWords(now.on ?? today)}`
  return followed ? `${periodInWords(now)}, each followed for 12 months` : 'In 12 months'
}

const directions = {
  better: { text: 'Better', colour: 'green' },
  worse: { text: 'Worse', colour: 'orange' },
  up: { text: 'Up', colour: 'grey' },
  down: { text: 'Down', colour: 'grey' },
  'no change': { text: 'No change', colour: 'grey' },
  'not known': { text: 'Not known', colour: 'grey' },
} as const
