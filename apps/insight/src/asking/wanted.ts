import type { Day } from '@front-door/calendar'
import { fields } from '@front-door/case-flow'
import { type Entries, type FieldProblem, type Question, enteredIn, onPage, questionsFor } from '@front-door/pages'
import {
  type Asked,
  type Kpi,
  type Period,
  dimensionIds,
  dimensions,
  isDimension,
  lastFinancialYear,
  periodInWords,
} from '@front-door/performance'
import { PUBLICATION } from './publication.js'
import { periodIn, periodValue, periodsToPick } from './periods.js'
import { PREFIX, rehearsalIn, settingChoices, settingFields, settingsAsAgreed } from './rehearsal.js'

interface Folded {
  readonly questions: readonly Question[]
  readonly opened: boolean
}

/** What a page of figures was asked for: what to count, and the questions with which it is asked again. */
export interface Wanted {
  readonly asked: Asked
  readonly problems: readonly FieldProblem[]
  readonly questions: readonly Question[]
  /** What is asked less often: other days, as known when, and what for. `opened` where one of them was answered. */
  readonly more: Folded
  /** Only of a figure that depends on settings. */
  readonly rehearsal: Folded
  /** Whether it is to leave the council: small numbers are suppressed. */
  readonly forPublication: boolean
  /** The same, as the query of an address. */
  readonly query: Readonly<Record<string, string>>
}

const periodFields = {
  period: fields.text('Period'),
  from: fields.optional(fields.day('First day', { when: 'any' })),
  to: fields.optional(fields.day('Last day', { when: 'any' })),
}
const known = {
  asKnownAt: fields.optional(fields.day('As known on', { hint: 'The figures as the record stood then' })),
  for: fields.optional(fields.text('For', { hint: 'Small numbers are suppressed in what is published' })),
}
const RARELY = ['from', 'to', 'asKnownAt', 'for']
const by = { by: fields.optional(fields.text('Broken down by')) }

/**
 * Reads what stands in an address. A period is picked (`period=2026-04-01/2026-06-30`), or its first and last day are
 * entered. What cannot be read is told, and the last financial year is shown meanwhile.
 */
export function wantedIn(query: Entries, today: Day, of: Kpi | 'figures' | 'only a period' = 'figures'): Wanted {
  const kpi = typeof of === 'object' ? of : undefined
  const all = { ...periodFields, ...(kpi ? by : {}), ...(of === 'only a period' ? {} : known) }
  const entered = enteredIn(all, query)
  const wrong = problemsIn(all, entered)
  const { chosen, tried, problems: unset } = rehearsalIn(query)
  const period = wrong.length > 0 ? lastFinancialYear(today) : periodOf(entered, today)
  const asked: Asked = {
    ...period,
    ...(isDimension(String(entered['by'])) ? { by: String(entered['by']) as never } : {}),
    ...(wrong.length === 0 && entered['asKnownAt'] ? { asKnownAt: String(entered['asKnownAt']) } : {}),
    ...(Object.keys(chosen).length > 0 ? { settings: chosen } : {}),
  }
  const isForPublication = entered['for'] === PUBLICATION
  const problems = [...onPage(all, wrong, { typed: query }), ...unset]
  const asking = {
    ...{ on: today, asFilter: true, problems },
    typed: { ...(wrong.length > 0 ? query : withoutDays(query)), period: periodValue(period) },
    open: { period: '', by: 'Nothing: the figure as a whole' },
    choices: {
      period: choicesWith(period, today),
      by: dimensionIds.map((id) => ({ value: id, text: dimensions[id] })),
      for: [{ value: PUBLICATION, text: 'Publication' }],
    },
  }
  const settingsAsked = settingFields(kpi?.settings ?? [])
  return {
    asked,
    problems,
    forPublication: isForPublication,
    query: { ...queryOf(asked), ...(isForPublication ? { for: PUBLICATION } : {}) },
    questions: questionsFor(all, { ...asking, only: ['period', 'by'].filter((name) => name in all) }),
    more: {
      questions: questionsFor(all, { ...asking, only: RARELY.filter((name) => name in all) }),
      opened: wrong.length > 0 || entered['asKnownAt'] !== undefined || isForPublication,
    },
    rehearsal: {
      questions: questionsFor(settingsAsked, {
        ...{
          on: today,
          asFilter: true,
          problems: unset,
          at: PREFIX.slice(0, -1),
          typed: { ...nothingTried(kpi), ...tried },
        },
        ...{ choices: settingChoices(kpi?.settings ?? []), open: settingsAsAgreed(kpi?.settings ?? []) },
      }),
      opened: Object.keys(tried).length > 0,
    },
  }
}

/** Days that were entered go before a period that was picked. */
function periodOf(entered: Entries, today: Day): Period {
  const { from, to, period } = entered
  const picked = periodIn(String(period ?? '')) ?? lastFinancialYear(today)
  return { from: String(from ?? picked.from), to: String(to ?? picked.to) }
}

/** That nothing else was chosen is an answer too: it is as agreed. */
const nothingTried = (kpi: Kpi | undefined) => Object.fromEntries((kpi?.settings ?? []).map((id) => [id, '']))

/** Days that were entered stand among the periods to pick from then on: left in their boxes they would go before the next pick. */
function withoutDays(query: Entries): Entries {
  return Object.fromEntries(Object.entries(query).filter(([name]) => !/^(from|to)(-|$)/.test(name)))
}

function problemsIn(all: Parameters<typeof enteredIn>[0], entered: Entries): FieldProblem[] {
  const wrong = Object.entries(all).flatMap(([field, definition]) =>
    entered[field] === undefined || fields.isValid(definition, entered[field])
      ? []
      : [{ field, rule: definition.kind, message: fields.remedy(definition) }],
  )
  if (wrong.length > 0) return wrong
  const { from, to, period, by: dimension, for: purpose } = entered
  if (dimension !== undefined && !isDimension(String(dimension)))
    return [{ field: 'by', rule: 'known', message: 'Select what it is broken down by.' }]
  if (purpose !== undefined && purpose !== PUBLICATION)
    return [{ field: 'for', rule: 'known', message: 'Select what it is for.' }]
  if (period !== undefined && !periodIn(String(period)))
    return [{ field: 'period', rule: 'period', message: 'Select a period.' }]
  if ((from === undefined) !== (to === undefined))
    return [{ field: from ? 'to' : 'from', rule: 'needed', message: 'Enter both the first and the last day.' }]
  if (from !== undefined && String(from) > String(to))
    return [{ field: 'to', rule: 'order', message: 'The last day must be on or after the first day.' }]
  return []
}

function choicesWith(period: Period, today: Day) {
  const choices = periodsToPick(today)
  const value = periodValue(period)
  if (choices.some((choice) => choice.value === value)) return choices
  return [{ value, text: `Other days: ${periodInWords(period)}` }, ...choices]
}

function queryOf({ from, to, by: dimension, asKnownAt, settings = {} }: Asked): Readonly<Record<string, string>> {
  return {
    period: periodValue({ from, to }),
    ...(dimension ? { by: dimension } : {}),
    ...(asKnownAt ? { asKnownAt } : {}),
    ...Object.fromEntries(Object.entries(settings).map(([id, value]) => [`${PREFIX}${id}`, value])),
  }
}
