import type { Day } from '@front-door/calendar'
import { type Entry, everythingIn, gathering } from './xml/entry.js'
import { passed } from './xml/parse.js'
import { type Reading, aDay, value } from './value.js'

/** Which return a file is. Each part may be missing; all are where there is no header. */
export interface CinHeader {
  /** `CIN` in a return of the CIN census. */
  readonly collection?: string | undefined
  /** The calendar year the period ends in. */
  readonly year?: number | undefined
  /** The last day of the period: what the return says, it says as of this day. */
  readonly referenceDate?: Day | undefined
  /** The local authority's three-digit code (LEA). */
  readonly authority?: string | undefined
}

const aText: Reading<string> = (text) => text.slice(0, 100)
const aYear: Reading<number> = (text) => (/^\d{4}$/.test(text) ? Number(text) : undefined)
const anAuthority: Reading<string> = (text) => (/^\d{3}$/.test(text) ? text : undefined)

export function headerIn(entry: Entry): CinHeader {
  const all = everythingIn(entry)
  return {
    collection: value(all, 'Collection', aText, []),
    year: value(all, 'Year', aYear, []),
    referenceDate: value(all, 'ReferenceDate', aDay, []),
    authority: value(all, 'LEA', anAuthority, []),
  }
}

/** The header of a return, read no further than its end; empty where the children come without one. */
export async function readHeader(file: string): Promise<CinHeader> {
  let header: CinHeader | undefined
  const headers = gathering(['Header'], (entry) => (header = headerIn(entry)))
  const listener = {
    ...headers,
    open(name: string, place: { line: number; column: number }) {
      if (name === 'Child') header ??= {}
      headers.open(name, place)
    },
  }
  for await (const _ of passed(file, listener)) if (header) return header
  return {}
}
