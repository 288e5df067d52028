import type { Entries } from '@front-door/pages'
import {
  type Edition,
  type FigureChange,
  type FigureThen,
  type Period,
  publishedTogether,
} from '@front-door/performance'
import { PUBLICATION, publicationNotes } from '../asking/publication.js'
import { filesAt, notOneOf } from '../tables/hand-out.js'
import { tableShown } from '../tables/table-shown.js'
import { changeShown } from './changes-page.js'
import {
  type LineFigure,
  type ReportLine,
  addressOf,
  linesOf,
  periodBefore,
  reportTable,
  titleOf,
} from './report-page.js'

/** What an edition is looked at for: as it was counted, or to leave the council. */
export function purposeIn({ for: purpose }: Entries): typeof PUBLICATION | undefined {
  if (purpose === undefined || purpose === '' || purpose === PUBLICATION) return purpose || undefined
  throw notOneOf('for', [PUBLICATION])
}

type Purpose = ReturnType<typeof purposeIn>

/** The figures of an edition and of the period before; for publication, each period is suppressed together. */
export function editionLines(
  period: Period,
  { figures, commentary }: Edition,
  before: readonly FigureThen[],
  purpose: Purpose,
): readonly ReportLine[] {
  if (!purpose) return linesOf(figures, before, commentary)
  return linesOf(suppressedIn(period, figures), suppressedIn(periodBefore(period), before), commentary)
}

const suppressedIn = (period: Period, figures: readonly FigureThen[]): readonly LineFigure[] =>
  publishedTogether(
    figures.map(({ unavailable, ...figure }) => ({ ...period, ...figure, ...(unavailable ? { unavailable } : {}) })),
  )

/** What is said of an edition wherever it goes. */
export const notesOfEdition = (about: string, purpose: Purpose): readonly string[] => [
  ...(purpose ? publicationNotes : []),
  about,
]

/** What has changed since is told to the council only: a change by one is one child. */
export function editionPage(
  period: Period,
  { number }: Edition,
  {
    lines,
    changes,
    about,
    purpose,
  }: {
    readonly lines: readonly ReportLine[]
    readonly changes: readonly FigureChange[]
    readonly about: string
    readonly purpose: Purpose
  },
) {
  const path = addressOf(period, `/editions/${number}`)
  return {
    ...{ title: titleOf(period), wide: true, about },
    backLink: { href: addressOf(period), text: 'The report as it stands today' },
    labels: purpose ? publicationNotes : [],
    other: purpose
      ? { href: path, text: 'As it was counted, for the council itself' }
      : {
          href: `${path}?${new URLSearchParams({ for: PUBLICATION })}`,
          text: 'For publication, with small numbers suppressed',
        },
    table: tableShown(reportTable(lines, period)),
    changes: purpose
      ? undefined
      : changes.map((change) => ({ ...changeShown(change), href: `${path}/changes/${change.id}` })),
    files: filesAt(path, purpose ? { for: purpose } : {}),
  }
}
