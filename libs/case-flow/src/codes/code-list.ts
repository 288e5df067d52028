import type { Day } from '@front-door/calendar'

/** One value a field may take. `from` and `to` are census years (2023 is the year to 31 March 2023), both included. */
export interface Code<C extends string = string> {
  readonly code: C
  readonly label: string
  readonly from?: number
  readonly to?: number
  readonly group?: string
  /** Only history that was imported may say so; nobody may enter it. */
  readonly imported?: boolean
}

/** A named list of codes, with the document it comes from. */
export interface CodeList<C extends string = string> {
  readonly name: string
  readonly label: string
  readonly source: string
  readonly codes: readonly Code<C>[]
  readonly has: (code: unknown) => code is C
  readonly labelOf: (code: string) => string
}

export type CodeOf<L> = L extends CodeList<infer C> ? C : never

export function codeList<const E extends readonly Code[]>(
  name: string,
  label: string,
  source: string,
  codes: E,
): CodeList<E[number]['code']> {
  const labels = new Map<unknown, string>(codes.map((entry) => [entry.code, entry.label]))
  return {
    name,
    label,
    source,
    codes,
    has: (code): code is E[number]['code'] => labels.has(code),
    labelOf: (code) => labels.get(code) ?? code,
  }
}

/** The codes of a list that a person may enter. */
export function entered<C extends string>(list: CodeList<C>): CodeList<C> {
  const labels = new Map<unknown, string>(
    list.codes.filter((entry) => !entry.imported).map((entry) => [entry.code, entry.label]),
  )
  return { ...list, codes: list.codes.filter((entry) => !entry.imported), has: (code): code is C => labels.has(code) }
}

/** The census year a day falls in: 1 April 2025 to 31 March 2026 is 2026. */
export function censusYear(day: Day): number {
  return Number(day.slice(0, 4)) + (day.slice(5, 7) >= '04' ? 1 : 0)
}

/** Whether the code may be used for something that happened on that day. */
export function inUse(list: CodeList, code: string, day: Day): boolean {
  const entry = list.codes.find((candidate) => candidate.code === code)
  const year = censusYear(day)
  return entry !== undefined && year >= (entry.from ?? 0) && year <= (entry.to ?? 9999)
}
