import { type Day, isDay } from '@front-door/calendar'
import { fields } from '@front-door/case-flow'
import { Problem } from '@front-door/door'
import { type Entries, type FieldProblem, enteredIn, onPage, questionsFor } from '@front-door/pages'
import { PUBLICATION } from '../asking/publication.js'
import type { NamedTeam } from './team-table.js'

/** What the page of caseloads was asked for. What cannot be read is told, and today is shown meanwhile. */
export interface CaseloadsAsked {
  readonly on: Day
  readonly team: string | undefined
  readonly problems: readonly FieldProblem[]
  /** The same, as the query of an address: without a day that was not asked for. */
  readonly query: Readonly<Record<string, string>>
}

const asking = {
  on: fields.optional(fields.day('As on', { hint: 'Today, unless you enter another day' })),
  team: fields.optional(fields.text('Team')),
}

export function caseloadsAsked(query: Entries, today: Day): CaseloadsAsked {
  if (query['for'] === PUBLICATION)
    throw new Problem('not-found', 'Caseloads name workers and children: there is no such page for publication.')
  const { on, team } = enteredIn(asking, query)
  const wrong = dayProblem(on, today)
  const day = wrong || on === undefined ? undefined : String(on)
  const one = typeof team === 'string' ? team : undefined
  return {
    ...{ on: day ?? today, team: one, problems: wrong ? onPage(asking, [wrong], { typed: query }) : [] },
    query: { ...(day ? { on: day } : {}), ...(one === undefined ? {} : { team: one }) },
  }
}

function dayProblem(on: unknown, today: Day) {
  if (on === undefined) return undefined
  if (!isDay(on)) return { field: 'on', rule: 'day', message: fields.remedy(asking.on) }
  return on > today ? { field: 'on', rule: 'past', message: 'The day must be today or in the past.' } : undefined
}

/** The questions with which it is asked again. */
export function caseloadQuestions(
  { team, problems }: CaseloadsAsked,
  query: Entries,
  today: Day,
  teams: readonly NamedTeam[],
) {
  const choices = teams.map(({ code, name }) => ({ value: code, text: name }))
  const known = team === undefined || choices.some(({ value }) => value === team)
  return questionsFor(asking, {
    ...{ on: today, asFilter: true, problems, typed: { ...query, team: team ?? '' }, open: { team: 'All teams' } },
    choices: { team: known ? choices : [...choices, { value: team, text: team }] },
  })
}
