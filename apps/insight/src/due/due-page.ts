import { type Day, addDays, daysBetween, inWords } from '@front-door/calendar'
import { kindNames } from '@front-door/case-flow'
import { type SignedIn, seenInList } from '@front-door/identity'
import { pagesFor, plural } from '@front-door/pages'
import type { DueCount, DueItem } from '@front-door/performance'
import { type Policy, timescaleIds } from '@front-door/policy'
import { aboutRow } from '@front-door/read-models'
import { pagesOfFigures } from '../places.js'

export const PATH = '/performance/due'
/** How far ahead is looked, in days. */
const AHEAD = 7

export const untilOn = (today: Day): Day => addDays(today, AHEAD)

export interface Asked {
  readonly clock: string | undefined
  readonly worker: string | undefined
  readonly team: string | undefined
  readonly after: string | undefined
}

/** What is overdue and what is due within a week, by clock, and each of them. */
export function duePage(
  { rows, next }: { readonly rows: readonly DueItem[]; readonly next?: string },
  counts: readonly DueCount[],
  { clock, worker, team, after }: Asked,
  today: Day,
  policy: Policy,
  reader: SignedIn,
  named: (id: string) => string,
) {
  const nameOf = (id: string) => timescaleIds.map((each) => (each === id ? policy.timescales[each].words : '')).join('')
  const whose = { ...(worker ? { worker } : {}), ...(team ? { team } : {}) }
  const at = (query: Record<string, string>) => `${PATH}?${new URLSearchParams({ ...whose, ...query })}`
  const some = clock ? { clock } : undefined
  return {
    ...{ title: 'Due and overdue', wide: true, pages: pagesOfFigures(PATH) },
    until: inWords(untilOn(today)),
    counts: counts.map((each) => ({
      ...{ name: nameOf(each.clock), href: at({ clock: each.clock }), current: each.clock === clock },
      ...{ overdue: each.overdue, soon: each.soon },
    })),
    shown: clock ? nameOf(clock) : 'Everything',
    all: clock ? at({}) : undefined,
    whose: [...(worker ? [named(worker)] : []), ...(team ? [team] : [])].join(', '),
    everybody: `${PATH}?${new URLSearchParams(some)}`,
    rows: seenInList(reader, rows, aboutRow).map((row) => ('restricted' in row ? row : rowOf(row, nameOf, today))),
    ways: pagesFor(after, next, (place) => at({ ...some, ...(place ? { after: place } : {}) })),
    results: rows.length,
  }
}

function rowOf(
  { child, clock, kind, item, start, due, worker, team }: DueItem,
  nameOf: (id: string) => string,
  today: Day,
) {
  const late = daysBetween(due, today)
  return {
    child: { text: child, href: `/children/${child}` },
    what: { text: nameOf(clock), href: `/children/${child}/items/${item}` },
    kind: kindNames[kind as keyof typeof kindNames] ?? kind,
    ...{ start: inWords(start), due: inWords(due), worker, team },
    tag:
      late > 0
        ? { text: `${plural(late, 'day')} overdue`, colour: 'red' }
        : { text: late === 0 ? 'Due today' : `Due in ${plural(-late, 'day')}`, colour: 'yellow' },
  }
}
