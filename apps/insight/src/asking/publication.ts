import {
  type Asked,
  type Figure,
  type Figures,
  type PublishedFigure,
  financialYearOf,
  publishedTogether,
  relatedTo,
  shorthand,
  stepsIn,
} from '@front-door/performance'

/** What an address says of what it is asked for: `for=publication`. */
export const PUBLICATION = 'publication'

/** A figure as it is shown: as it was counted, or as it may be published. */
export interface ShownFigure extends PublishedFigure, Pick<Figure, 'beside'> {
  readonly for?: typeof PUBLICATION
}

/**
 * The figures asked for as they may be published, and labelled so. They are suppressed together with all they are
 * related to.
 */
export async function askedForPublication(figures: Figures, asked: Asked): Promise<readonly ShownFigure[]> {
  const { ids } = asked
  const all = await figures.figures(ids ? { ...asked, ids: relatedTo(ids) } : asked)
  return publishedTogether(all).flatMap((figure) =>
    !ids || ids.includes(figure.id) ? [{ ...figure, for: PUBLICATION }] : [],
  )
}

/** What is said with everything that is for publication: what was done to it, and the key of its symbols. */
export const publicationNotes: readonly string[] = [
  'For publication: counts from 1 to 5 are suppressed, and so is what they could be worked out from, in this figure or in another. Percentages have one decimal.',
  `[c]: ${shorthand.c}. [x]: ${shorthand.x}.`,
]

/**
 * The years that may stand beside a published figure: all, where it is the figure of one of them, which then is the same
 * in both; otherwise none. A year beside some of its months tells of the others.
 */
export async function yearsBeside(
  figures: Figures,
  figure: ShownFigure,
  asked: Omit<Asked, 'ids' | 'by'>,
): Promise<readonly ShownFigure[]> {
  const { from, to } = financialYearOf(figure.to)
  if (figure.from !== from || figure.to !== to) return []
  const years = stepsIn(asked, 'year').map(async (year) =>
    year.from === from ? [figure] : askedForPublication(figures, { ...asked, ...year, ids: [figure.id] }),
  )
  return (await Promise.all(years)).flat()
}
