import { inWords } from '@front-door/calendar'
import { kindNames } from '@front-door/case-flow'
import { type SignedIn, seenInList } from '@front-door/identity'
import { errorSummary, pagesFor, plural } from '@front-door/pages'
import {
  type CasePage,
  type CaseSeen,
  type Kpi,
  type Standing,
  periodInWords,
  shownInWords,
} from '@front-door/performance'
import type { Wanted } from '../asking/wanted.js'
import { labelsOf } from '../kpi/kpi-page.js'
import { filesAt } from '../tables/hand-out.js'
import { measureOf } from '../tables/figure-columns.js'

export const standings = ['counted', 'not counted', 'left out'] as const satisfies readonly Standing[]

const words: Readonly<Record<Standing, string>> = {
  counted: 'Counted',
  'not counted': 'Looked at and not counted',
  'left out': 'Left out',
}

/** Which of the cases are shown. */
export interface Showing {
  readonly standing: Standing | undefined
  readonly group: string | undefined
  readonly after: string | undefined
}

export const queryOf = ({ standing, group }: Showing): Record<string, string> => ({
  ...(standing ? { standing } : {}),
  ...(group === undefined ? {} : { group }),
})

/** What a figure is made of, child by child; of a record that is restricted to others, only that there is one. */
export function casesPage(kpi: Kpi, page: CasePage, wanted: Wanted, showing: Showing, reader: SignedIn) {
  const { asked, query, problems, questions, more } = wanted
  const path = `/performance/kpis/${kpi.id}`
  const at = (change: Record<string, string>) => `${path}/cases?${new URLSearchParams({ ...query, ...change })}`
  const all = queryOf({ ...showing, standing: undefined })
  return {
    ...{
      title: `What makes up: ${kpi.name}`,
      wide: true,
      kpi: { id: kpi.id, name: kpi.name, definition: kpi.definition },
    },
    ...(problems.length > 0 ? { errors: errorSummary(problems, [...questions, ...more.questions]) } : {}),
    backLink: { href: `${path}?${new URLSearchParams(query)}`, text: kpi.name },
    period: periodInWords(asked),
    value: page.figure.unavailable ?? shownInWords(page.figure.value, measureOf(kpi.kind)),
    labels: labelsOf(page.figure),
    tabs: [
      { text: 'All', href: at(all), count: total(page), current: showing.standing === undefined },
      ...standings.map((standing) => ({
        ...{ text: words[standing], count: page.totals[standing], current: showing.standing === standing },
        href: at({ ...all, standing }),
      })),
    ],
    reasons: page.reasons.map(({ because, count }) => ({ because, count })),
    rows: seenInList(reader, page.cases, aboutCase).map((row) => ('restricted' in row ? row : rowOf(kpi, row))),
    caption: plural(page.cases.length, 'case'),
    pages: pagesFor(showing.after, page.next, (after) => at({ ...queryOf(showing), ...(after ? { after } : {}) })),
    files: filesAt(`${path}/cases`, { ...query, ...queryOf(showing) }),
    results: page.cases.length,
  }
}

const total = ({ totals }: CasePage) => standings.reduce((sum, standing) => sum + totals[standing], 0)

/** Who may see the child a case is about. */
export const aboutCase = ({ child, restrictedTo }: CaseSeen) => ({ child, restrictedTo })

function rowOf(kpi: Kpi, { child, kind, item, day, standing, because, days, worker }: CaseSeen) {
  return {
    child: { text: child, href: `/children/${child}` },
    what: {
      text: (kindNames as Readonly<Record<string, string>>)[kind] ?? kind,
      href: `/children/${child}/items/${item}`,
    },
    ...{ day: inWords(day), standing: words[standing], because, worker },
    days: days === null ? undefined : shownInWords(days, kpi.kind === 'working-days' ? 'working-days' : 'count'),
  }
}
