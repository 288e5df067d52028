import type { Place } from '@front-door/door'

/** Where figures are read. */
export const insightPlaces: readonly Place[] = [{ text: 'Figures', href: '/performance', permission: 'see-figures' }]

/** The pages of figures, from one to the next, each with what it is for in the policy. */
const pages: readonly Place[] = [
  { text: 'Key facts', href: '/performance', permission: 'see-figures' },
  { text: 'All figures', href: '/performance/kpis', permission: 'see-figures' },
  { text: 'Year by year', href: '/performance/years', permission: 'see-figures' },
  { text: 'Conversion', href: '/performance/conversion', permission: 'see-figures' },
  { text: 'Due and overdue', href: '/performance/due', permission: 'see-figure-cases' },
  { text: 'Caseloads', href: '/performance/caseloads', permission: 'see-figure-cases' },
  { text: 'Back again', href: '/performance/back-again', permission: 'see-figure-cases' },
  { text: 'Copied reasons', href: '/performance/copied-reasons', permission: 'see-figure-cases' },
  { text: 'Reports', href: '/performance/reports', permission: 'see-figures' },
]

export const pagesOfFigures = (current: string) => pages.map((page) => ({ ...page, current: page.href === current }))
