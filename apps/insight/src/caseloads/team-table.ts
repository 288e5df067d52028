import type { Day } from '@front-door/calendar'
import type { Cell, Counted, Figure, Figures } from '@front-door/performance'
import type { WholeTable } from '../tables/table-shown.js'

/** The figures that the page is about, of one day, by team. */
export interface CaseloadFigures {
  readonly mean: Figure
  readonly most: Figure
  readonly unallocated: Figure
}

export interface NamedTeam {
  readonly code: string
  readonly name: string
}

/** All three are counted of the same rows at once. */
export async function caseloadFigures(figures: Pick<Figures, 'figures'>, on: Day): Promise<CaseloadFigures> {
  const ids = ['caseload-mean', 'caseload-max', 'unallocated'] as const
  const all = await figures.figures({ from: on, to: on, ids, by: 'team' })
  const [mean, most, unallocated] = ids.map((wanted) => all.find(({ id }) => id === wanted))
  if (!mean || !most || !unallocated) throw new Error('The catalogue has no figures of caseloads.')
  return { mean, most, unallocated }
}

/** Every team that holds a case or has one that nobody holds. */
export function teamsOf({ mean, unallocated }: CaseloadFigures): readonly NamedTeam[] {
  const some = [...(mean.groups ?? []), ...(unallocated.groups ?? [])].filter(({ numerator }) => numerator)
  const names = new Map(some.map(({ code, name }) => [code, name]))
  return [...names].map(([code, name]) => ({ code, name })).toSorted((one, other) => one.name.localeCompare(other.name))
}

/** How many open cases of a team, or of all, nobody holds. */
export function unallocatedIn({ unallocated }: CaseloadFigures, team: string | undefined): number {
  return (team === undefined ? unallocated : partOf(unallocated, team))?.value ?? 0
}

/** A line for each team, and for all together where no team is picked out. */
export function teamTable(figures: CaseloadFigures, team: string | undefined): WholeTable {
  const teams = teamsOf(figures).filter(({ code }) => team === undefined || code === team)
  const { mean, most, unallocated } = figures
  return {
    title: 'By team',
    notes: [
      'A case is of the team it is allocated in; one that nobody holds is of the team that recorded the referral.',
      ...(team === undefined ? ['A worker with cases in two teams counts in each, and once in all teams.'] : []),
    ],
    columns: [
      { name: 'team', words: 'Team', kind: 'text' },
      { name: 'workers', words: 'Workers with cases', kind: 'count' },
      { name: 'cases', words: 'Open cases they hold', kind: 'count' },
      { name: 'mean', words: 'Mean', kind: 'ratio' },
      { name: 'most', words: 'Most a worker holds', kind: 'count' },
      { name: 'unallocated', words: 'Unallocated', kind: 'count' },
    ],
    rows: [
      ...teams.map(({ code, name }) => line(name, partOf(mean, code), partOf(most, code), partOf(unallocated, code))),
      ...(team === undefined ? [line('All teams', mean, most, unallocated)] : []),
    ],
  }
}

const partOf = ({ groups }: Figure, team: string) => groups?.find(({ code }) => code === team)

/** A team without a case in a figure has none of it. A mean of nobody is no value. */
function line(name: string, mean?: Counted, most?: Counted, unallocated?: Counted): readonly Cell[] {
  const { denominator: workers, numerator: cases, value } = mean ?? { denominator: 0, numerator: 0, value: null }
  return [name, workers, cases, value, most?.value ?? 0, unallocated?.value ?? 0]
}
