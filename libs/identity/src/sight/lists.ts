import { type Reader, type RecordSeen, isOpenTo } from './may-see.js'

/** What stands in a list for a child whose record is restricted to others: that there is one, and nothing about it. */
export interface RestrictedRow {
  readonly child: string
  readonly restricted: true
  readonly name: 'Restricted record'
}

/** Of a row, the child it is about and whom that child's record is restricted to. */
export type About = { readonly child: string } & RecordSeen

/** A list as this reader may see it: as long as it was and in its order, which says no more of the hidden than that. */
export function seenInList<T>(
  reader: Reader,
  rows: readonly T[],
  about: (row: T) => About,
): readonly (T | RestrictedRow)[] {
  return rows.map((row) => {
    const subject = about(row)
    return isOpenTo(reader, subject) ? row : restrictedRow(subject.child)
  })
}

function restrictedRow(child: string): RestrictedRow {
  return { child, restricted: true, name: 'Restricted record' }
}
