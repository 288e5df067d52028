import { type Day, inWords } from '@front-door/calendar'
import type { Agreed } from '@front-door/case-flow'
import { type DoorParts, workerNames } from '@front-door/door'
import { type SignedIn, seenInList } from '@front-door/identity'
import { type Entries, errorSummary, pagesFor, plural } from '@front-door/pages'
import type { Caseload, Unallocated } from '@front-door/performance'
import { type Page, aboutRow } from '@front-door/read-models'
import { pagesOfFigures } from '../places.js'
import { filesAt } from '../tables/hand-out.js'
import { cellIn, tableShown } from '../tables/table-shown.js'
import { type CaseloadsAsked, caseloadQuestions } from './asked.js'
import { type CaseloadFigures, teamTable, teamsOf, unallocatedIn } from './team-table.js'
import { waitingOf } from './waiting.js'
import { workerTable } from './worker-table.js'

export const PATH = '/performance/caseloads'

/** Where in its two lists the page stands. */
export interface Places {
  readonly workers: string | undefined
  readonly unallocated: string | undefined
}

/** What is listed beside the figures. Not there where the record does not tell of the day. */
export interface Lists {
  readonly workers: Page<Caseload>
  readonly unallocated: Page<Unallocated>
}

interface Seen {
  readonly today: Day
  readonly query: Entries
  readonly places: Places
  readonly reader: SignedIn
  readonly parts: DoorParts
}

/** Who holds how many cases on a day, team by team and worker by worker, and the cases that nobody holds. */
export function caseloadsPage(asked: CaseloadsAsked, figures: CaseloadFigures, lists: Lists | undefined, seen: Seen) {
  const teams = teamsOf(figures)
  const questions = caseloadQuestions(asked, seen.query, seen.today, teams)
  const teamNamed = (code: string) => teams.find((team) => team.code === code)?.name ?? code
  return {
    ...{ title: 'Caseloads and unallocated cases', wide: true, pages: pagesOfFigures(PATH), path: PATH, questions },
    ...(asked.problems.length > 0 ? { errors: errorSummary(asked.problems, questions) } : {}),
    about: `At the end of ${inWords(asked.on)}${asked.team === undefined ? '' : `: ${teamNamed(asked.team)}`}.`,
    ...(lists ? shown(asked, figures, lists, seen, teamNamed) : { why: figures.mean.unavailable }),
  }
}

function shown(
  { on, team, query }: CaseloadsAsked,
  figures: CaseloadFigures,
  { workers, unallocated }: Lists,
  { today, places, reader, parts }: Seen,
  teamNamed: (code: string) => string,
) {
  const at = (change: Readonly<Record<string, string | undefined>>, part: string) =>
    `${PATH}?${new URLSearchParams(given({ ...query, workers: places.workers, unallocated: places.unallocated, ...change }))}#${part}`
  const filesOf = (of: string) => filesAt(PATH, { ...query, of })
  const codes = teamsOf(figures).flatMap(({ code }) => (team === undefined || code === team ? [code] : []))
  const tableOfTeams = teamTable(figures, team)
  return {
    teams: {
      table: tableShown(tableOfTeams, (row, column) =>
        column === 'team' || cellIn(tableOfTeams, row, column) !== '0'
          ? teamLink(column, codes[row], on, query)
          : undefined,
      ),
      some: codes.length > 0,
      files: filesOf('teams'),
    },
    workers: {
      table: tableShown(workerTable(workers.rows, workerNames(parts), teamNamed), (row, column) =>
        workerLink(column, workers.rows[row], { on, team, today }),
      ),
      ways: pagesFor(places.workers, workers.next, (after) => at({ workers: after }, 'workers')),
      files: filesOf('workers'),
    },
    unallocated: {
      says: plural(unallocatedIn(figures, team), 'open case'),
      rows: seenInList(reader, unallocated.rows, aboutRow).map((row) =>
        'restricted' in row ? row : rowOf(row, on, parts.agreed),
      ),
      ways: pagesFor(places.unallocated, unallocated.next, (after) => at({ unallocated: after }, 'unallocated')),
      files: filesOf('unallocated'),
    },
    results: unallocated.rows.length,
  }
}

const given = (all: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))

/** The cases of a figure of that day, opened into children. */
const casesAt = (kpi: string, on: Day, narrowed: Readonly<Record<string, string>>) =>
  `/performance/kpis/${kpi}/cases?${new URLSearchParams({ period: `${on}/${on}`, standing: 'counted', ...narrowed })}`

const groupOf = (team: string | undefined): Readonly<Record<string, string>> =>
  team === undefined ? {} : { by: 'team', group: team }

function teamLink(column: string, team: string | undefined, on: Day, query: CaseloadsAsked['query']) {
  if (column === 'team') return team && `${PATH}?${new URLSearchParams({ ...query, team })}`
  if (column === 'cases') return casesAt('caseload-mean', on, groupOf(team))
  return column === 'unallocated' ? casesAt('unallocated', on, groupOf(team)) : undefined
}

/** What is due is listed of today alone. */
function workerLink(
  column: string,
  row: Caseload | undefined,
  { on, team, today }: Pick<CaseloadsAsked, 'on' | 'team'> & { readonly today: Day },
) {
  if (!row) return undefined
  const { worker } = row
  if (column === 'cases') return casesAt('caseload-mean', on, { ...groupOf(team), worker })
  return column === 'overdue' && row.overdue > 0 && on === today
    ? `/performance/due?${new URLSearchParams(given({ worker, team }))}`
    : undefined
}

function rowOf(row: Unallocated, on: Day, agreed: Agreed) {
  const { since, workingDays, limit, late } = waitingOf(row, on, agreed)
  return {
    child: { text: row.child, href: `/children/${row.child}` },
    since: { text: inWords(since), href: `/children/${row.child}/items/${row.referral}` },
    decided: row.decided !== null,
    waited: workingDays === undefined ? '-' : plural(workingDays, 'working day'),
    limit: limit ?? '-',
    late: late > 0 ? { text: `${plural(late, 'day')} overdue`, colour: 'red' } : undefined,
    team: row.team ?? '-',
  }
}
