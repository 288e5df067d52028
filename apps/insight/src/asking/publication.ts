import {
  type Figure,
  type Kpi,
  type PublishedFigure,
  financialYearOf,
  kpiOf,
  published,
  shorthand,
} from '@front-door/performance'

/** What an address says of what it is asked for: `for=publication`. */
export const PUBLICATION = 'publication'

/** A figure as it is shown: as it was counted, or as it may be published. */
export interface ShownFigure extends PublishedFigure, Pick<Figure, 'beside'> {
  readonly for?: typeof PUBLICATION
}

/** The figure as it may be published, and labelled so. */
export const forPublication = (kpi: Kpi, figure: Figure): ShownFigure => ({
  ...published(kpi, figure),
  for: PUBLICATION,
})

/** The same of many, each as the catalogue knows it. */
export function allForPublication(figures: readonly Figure[]): readonly ShownFigure[] {
  return figures.flatMap((figure) => {
    const kpi = kpiOf(figure.id)
    return kpi ? [forPublication(kpi, figure)] : []
  })
}

/** What is said with everything that is for publication: what was done to it, and the key of its symbols. */
export const publicationNotes: readonly string[] = [
  'For publication: counts from 1 to 5 are suppressed, and so is what they could be worked out from. Percentages have one decimal.',
  `[c]: ${shorthand.c}. [x]: ${shorthand.x}.`,
]

/**
 * The years that may stand beside a published figure: all, where it is the figure of one of them, which then is the same
 * in both; otherwise none. A year beside some of its months tells of the others.
 */
export function yearsBeside(kpi: Kpi, figure: Figure, years: readonly Figure[]): readonly ShownFigure[] {
  const isOf = ({ from, to }: Figure) => from === figure.from && to === figure.to
  const { from, to } = financialYearOf(figure.to)
  if (figure.from !== from || figure.to !== to) return []
  const shown = forPublication(kpi, figure)
  return years.map((year) => (isOf(year) ? shown : forPublication(kpi, year)))
}
