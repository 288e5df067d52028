import type { Place } from '@front-door/door'

/** Where figures are read. */
export const insightPlaces: readonly Place[] = [{ text: 'Figures', href: '/performance', permission: 'see-figures' }]

/** The pages of figures, from one to the next. */
const pages = [
  ['/performance', 'Headlines'],
  ['/performance/kpis', 'All figures'],
  ['/performance/years', 'Year by year'],
  ['/performance/conversion', 'Conversion'],
] as const

export const pagesOfFigures = (current: string) =>
  pages.map(([href, text]) => ({ href, text, current: href === current }))
