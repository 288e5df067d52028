import { type Day, daysBetween, inWords } from '@front-door/calendar'
import { type SignedIn, seenInList } from '@front-door/identity'
import { pagesFor, plural } from '@front-door/pages'
import type { DueCount, DueItem } from '@front-door/performance'
import type { Policy } from '@front-door/policy'
import { aboutRow } from '@front-door/read-models'
import { pagesOfFigures } from '../places.js'
import { filesAt } from '../tables/hand-out.js'
import { type Asked, clockNamed, queryOf, untilOn } from './asked.js'
import { kindInWords } from './due-file.js'

export const PATH = '/performance/due'

/** What is overdue and what is due within a week, by clock, and each of them. */
export function duePage(
  { rows, next }: { readonly rows: readonly DueItem[]; readonly next?: string },
  counts: readonly DueCount[],
  { after, ...asked }: Asked & { readonly after: string | undefined },
  today: Day,
  policy: Policy,
  reader: SignedIn,
  named: (id: string) => string,
) {
  const { clock, worker, team } = asked
  const same = queryOf(asked)
  const whose = queryOf({ ...asked, clock: undefined })
  const at = (query: Readonly<Record<string, string>>) => `${PATH}?${new URLSearchParams(query)}`
  return {
    ...{ title: 'Due and overdue', wide: true, pages: pagesOfFigures(PATH) },
    until: inWords(untilOn(today)),
    counts: counts.map((each) => ({
      ...{ name: clockNamed(policy, each.clock), href: at({ ...whose, clock: each.clock }) },
      ...{ current: each.clock === clock, overdue: each.overdue, soon: each.soon },
    })),
    shown: clock ? clockNamed(policy, clock) : 'Everything',
    all: clock ? at(whose) : undefined,
    whose: [...(worker ? [named(worker)] : []), ...(team ? [team] : [])].join(', '),
    everybody: at(queryOf({ clock, worker: undefined, team: undefined })),
    rows: seenInList(reader, rows, aboutRow).map((row) =>
      'restricted' in row ? row : rowOf(row, policy, today, named),
    ),
    ways: pagesFor(after, next, (place) => at({ ...same, ...(place ? { after: place } : {}) })),
    results: rows.length,
    files: {
      timescales: filesAt(PATH, { ...whose, of: 'timescales' }),
      items: filesAt(PATH, { ...same, of: 'items' }),
    },
  }
}

function rowOf(
  { child, clock, kind, item, start, due, worker, team }: DueItem,
  policy: Policy,
  today: Day,
  named: (id: string) => string,
) {
  const late = daysBetween(due, today)
  return {
    child: { text: child, href: `/children/${child}` },
    what: { text: clockNamed(policy, clock), href: `/children/${child}/items/${item}` },
    kind: kindInWords(kind),
    ...{ start: inWords(start), due: inWords(due), worker: worker === null ? null : named(worker), team },
    tag:
      late > 0
        ? { text: `${plural(late, 'day')} overdue`, colour: 'red' }
        : { text: late === 0 ? 'Due today' : `Due in ${plural(-late, 'day')}`, colour: 'yellow' },
  }
}
