import type { Fields } from '@front-door/case-flow'
import type { Choice, Entries } from '../form/asking.js'
import { answerInWords } from '../form/answers.js'

/** One heading of a table. With a link where the table can be sorted by it. */
export interface Column {
  readonly text: string
  readonly href?: string
  readonly sorted?: 'ascending' | 'descending'
  readonly numeric?: boolean
}

export interface Sorting {
  /** By which column the rows stand, and which way. */
  readonly by?: string | undefined
  readonly descending?: boolean | undefined
  readonly href: (by: string, descending: boolean) => string
}

export interface ColumnAsked {
  readonly text: string
  /** The name it is sorted by; not there where it cannot be. */
  readonly by?: string
  readonly numeric?: boolean
}

/** Headings that sort on the server: a link each, the other way round where the rows already stand so. */
export function columnsFor(
  columns: readonly ColumnAsked[],
  { by, descending = false, href }: Sorting,
): readonly Column[] {
  return columns.map((column) => {
    const sorted = column.by !== undefined && column.by === by
    return {
      text: column.text,
      ...(column.numeric ? { numeric: true } : {}),
      ...(column.by ? { href: href(column.by, sorted && !descending) } : {}),
      ...(sorted ? { sorted: descending ? ('descending' as const) : ('ascending' as const) } : {}),
    }
  })
}

/** A page of a list that is read from one row on: back to the start, and on. */
export interface PagesShown {
  readonly first?: string
  readonly next?: string
}

export function pagesFor(
  after: string | undefined,
  next: string | undefined,
  href: (after?: string) => string,
): PagesShown {
  return { ...(after ? { first: href() } : {}), ...(next ? { next: href(next) } : {}) }
}

/** A filter that is set, and where it is taken off. */
export interface Chosen {
  readonly label: string
  readonly text: string
  readonly href: string
}

/** The filters that are set, each with a link that takes it off. */
export function chosenFilters(
  fields: Fields,
  values: Entries,
  href: (without: string) => string,
  choices: Readonly<Record<string, readonly Choice[]>> = {},
): readonly Chosen[] {
  return Object.entries(fields).flatMap(([name, field]) =>
    values[name] === undefined
      ? []
      : [{ label: field.label, text: answerInWords(field, values[name], {}, choices[name]), href: href(name) }],
  )
}

/** The same address with some of its query changed; `undefined` takes one off. */
export function addressWith(
  path: string,
  query: Entries,
  change: Readonly<Record<string, string | undefined>>,
): string {
  const entries = Object.entries({ ...query, ...change }).flatMap(([name, value]) =>
    [value]
      .flat()
      .filter((one) => typeof one === 'string' && one !== '')
      .map((one) => `${name}=${encodeURIComponent(String(one))}`),
  )
  const text = entries.join('&')
  return text === '' ? path : `${path}?${text}`
}
