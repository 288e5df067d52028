import { inWords } from '@front-door/calendar'
import { kindNames } from '@front-door/case-flow'
import { type DoorParts, workerNames } from '@front-door/door'
import { type SignedIn, seenInList } from '@front-door/identity'
import { errorSummary, pagesFor, plural } from '@front-door/pages'
import {
  type CasePage,
  type CaseSeen,
  type Figure,
  type Kpi,
  type Standing,
  periodInWords,
  shownInWords,
} from '@front-door/performance'
import type { Wanted } from '../asking/wanted.js'
import { nameOfCode } from '../kpi/code-names.js'
import { labelsOf } from '../kpi/kpi-page.js'
import { filesAt } from '../tables/hand-out.js'
import { wholeInWords } from '../tables/figure-columns.js'

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
  readonly worker: string | undefined
  readonly after: string | undefined
}

export const queryOf = ({ standing, group, worker }: Showing): Record<string, string> => ({
  ...(standing ? { standing } : {}),
  ...(group === undefined ? {} : { group }),
  ...(worker === undefined ? {} : { worker }),
})

/** What a figure is made of, child by child; of a record that is restricted to others, only that there is one. */
export function casesPage(
  kpi: Kpi,
  page: CasePage,
  wanted: Wanted,
  showing: Showing,
  reader: SignedIn,
  parts: DoorParts,
) {
  const { asked, query, problems, questions, more } = wanted
  const path = `/performance/kpis/${kpi.id}`
  const at = (change: Record<string, string>) => `${path}/cases?${new URLSearchParams({ ...query, ...change })}`
  const all = queryOf({ ...showing, standing: undefined })
  const named = workerNames(parts)
  // How many there are of each is known of the whole figure alone.
  const isWhole = showing.group === undefined && showing.worker === undefined
  const count = (many: number) => (isWhole ? { count: many } : {})
  return {
    ...{
      title: `What makes up: ${kpi.name}`,
      wide: true,
      kpi: { id: kpi.id, name: kpi.name, definition: kpi.definition },
    },
    ...(problems.length > 0 ? { errors: errorSummary(problems, [...questions, ...more.questions]) } : {}),
    backLink: { href: `${path}?${new URLSearchParams(query)}`, text: kpi.name },
    period: periodInWords(asked),
    value: page.figure.unavailable ?? wholeInWords(kpi, page.figure),
    ...(isWhole ? {} : { only: { name: narrowedTo(kpi, page.figure, showing, named), all: at({}) } }),
    labels: labelsOf(page.figure),
    tabs: [
      { text: 'All', href: at(all), ...count(total(page)), current: showing.standing === undefined },
      ...standings.map((standing) => ({
        ...{ text: words[standing], ...count(page.totals[standing]), current: showing.standing === standing },
        href: at({ ...all, standing }),
      })),
    ],
    reasons: isWhole ? page.reasons : [],
    has: {
      why: page.cases.some(({ because }) => because !== null),
      days: page.cases.some(({ days }) => days !== null),
    },
    rows: seenInList(reader, page.cases, aboutCase).map((row) => ('restricted' in row ? row : rowOf(kpi, row, named))),
    caption: plural(page.cases.length, 'case'),
    pages: pagesFor(showing.after, page.next, (after) => at({ ...queryOf(showing), ...(after ? { after } : {}) })),
    files: filesAt(`${path}/cases`, { ...query, ...queryOf(showing) }),
    results: page.cases.length,
  }
}

/** Which group of the figure is shown, or whose cases, by name. */
function narrowedTo(kpi: Kpi, { groups }: Figure, { group, worker }: Showing, named: (id: string) => string) {
  const ofGroup = groups?.find(({ code }) => code === group)?.name ?? (group && nameOfCode(kpi, group))
  return [ofGroup, worker && named(worker)].filter(Boolean).join(', ')
}

const total = ({ totals }: CasePage) => standings.reduce((sum, standing) => sum + totals[standing], 0)

/** Who may see the child a case is about. */
export const aboutCase = ({ child, restrictedTo }: CaseSeen) => ({ child, restrictedTo })

function rowOf(
  kpi: Kpi,
  { child, kind, item, day, standing, because, days, worker }: CaseSeen,
  named: (id: string) => string,
) {
  return {
    child: { text: child, href: `/children/${child}` },
    what: {
      text: (kindNames as Readonly<Record<string, string>>)[kind] ?? kind,
      href: `/children/${child}/items/${item}`,
    },
    ...{ day: inWords(day), standing: words[standing], because, worker: worker && named(worker) },
    days: days === null ? undefined : shownInWords(days, kpi.kind === 'working-days' ? 'working-days' : 'count'),
  }
}
