import type { codes } from '@front-door/case-flow'

/** Small parts of SQL that SQLite and PostgreSQL read alike. What we do not hold is null. */
export const NULL = 'CAST(NULL AS text)'

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`

/** One of a few values by what an expression says; null where it says none of them. */
export function oneOf(expression: string, values: Readonly<Record<string, string>>): string {
  const cases = Object.entries(values).map(([is, value]) => `WHEN ${quoted(is)} THEN ${quoted(value)}`)
  return `CASE ${expression} ${cases.join(' ')} END`
}

/** `Y`, `N`, or null where nobody said; of a column of 0 and 1. */
export const yesNo = (expression: string) => `CASE ${expression} WHEN 1 THEN 'Y' WHEN 0 THEN 'N' END`

/** What people read for a code; null for `NOT_STATED`, which only imported history says. */
export function labelOf(expression: string, list: codes.CodeList): string {
  const stated = list.codes.filter(({ imported }) => !imported)
  return oneOf(expression, Object.fromEntries(stated.map(({ code, label }) => [code, label])))
}

/** The code; null for `NOT_STATED`. */
export const stated = (expression: string) => `NULLIF(${expression}, 'NOT_STATED')`

/** `Y` where that is the outcome, `N` where it is another, null while none is known. */
export const isOutcome = (expression: string, outcome: string) =>
  `CASE WHEN ${expression} = '${outcome}' THEN 'Y' WHEN ${stated(expression)} IS NOT NULL THEN 'N' END`

/** The entries of a JSON object, in order. A flag is raised by any of its outcomes; a count or comment is SQL. */
export type OutcomeKeys = readonly (readonly [key: string, raisedBy: readonly string[] | { readonly sql: string }])[]

/** The outcome as one JSON object: every key in order, flags `Y` or `N`, and `""` while no outcome is known. */
export function outcomeJson(outcome: string, keys: OutcomeKeys): string {
  const entries = keys.map(([key, raisedBy]) => `'"${key}":"' || ${valueOf(outcome, raisedBy)} || '"'`)
  return `'{' || ${entries.join(` || ',' || `)} || '}'`
}

function valueOf(outcome: string, raisedBy: OutcomeKeys[number][1]): string {
  if ('sql' in raisedBy) return raisedBy.sql
  const known = `WHEN ${outcome} IS NULL OR ${outcome} = 'NOT_STATED' THEN ''`
  if (raisedBy.length === 0) return `CASE ${known} ELSE 'N' END`
  return `CASE ${known} WHEN ${outcome} IN (${raisedBy.map(quoted).join(', ')}) THEN 'Y' ELSE 'N' END`
}

/** We record one outcome; the dataset counts them. */
export const oneIfStated = (outcome: string) => ({ sql: `CASE WHEN ${stated(outcome)} IS NULL THEN '0' ELSE '1' END` })
export const noComment = { sql: "''" }
