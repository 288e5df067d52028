import type { Place } from '@front-door/door'

/** Where figures are read. */
export const insightPlaces: readonly Place[] = [{ text: 'Figures', href: '/performance', permission: 'see-figures' }]

/** The pages of figures, from one to the next. */
const pages = [
  ['/performance', 'Key facts'],
  ['/performance/kpis', 'All figures'],
  ['/performance/years', 'Year by year'],
  ['/performance/conversion', 'Conversion'],
  ['/performance/due', 'Due and overdue'],
  ['/performance/back-again', 'Back again'],
  ['/performance/copied-reasons', 'Copied reasons'],
  ['/performance/reports', 'Reports'],
] as const

export const pagesOfFigures = (current: string) =>
  pages.map(([href, text]) => ({ href, text, current: href === current }))
