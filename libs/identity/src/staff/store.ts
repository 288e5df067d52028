import { addMonths, dayOf, momentOf } from '@front-door/calendar'
import { openPrivately } from '../files/private-database.js'
import { type Row, keep, schema } from './rows.js'
import type { Staff, StaffMember } from './staff.js'

export interface StaffOptions {
  /** Who is known without having signed in: the demo's invented staff. */
  readonly known?: readonly StaffMember[]
  /** Milliseconds since 1970. The machine's clock unless told. */
  readonly now?: () => number
}

/** After so many months without signing in, somebody is no longer offered. */
const OFFERED = 12

/**
 * Opens the staff kept in `file`, which is made where it is missing. All of them are held in memory, a few hundred
 * people in a large council: every line of every page asks for names.
 */
export function openStaff(file: string, { known = [], now = Date.now }: StaffOptions = {}): Staff {
  const db = openPrivately(file, schema)
  const put = db.prepare<[Row]>(keep)
  const invented = new Map(known.map((person) => [person.id, person]))
  const kept = new Map(
    db
      .prepare<[], Row>('SELECT * FROM staff')
      .all()
      .map((row) => [row.id, row]),
  )
  const today = () => dayOf(momentOf(now()))

  return {
    nameOf: (id) => (kept.get(id) ?? invented.get(id))?.name,
    recent() {
      const since = addMonths(today(), -OFFERED)
      const here = [...kept.values()].filter(({ id, seen }) => seen >= since || invented.has(id))
      const never = known.filter(({ id }) => !kept.has(id))
      return [...here, ...never].sort(byName)
    },
    met({ id, name, role, team }) {
      if (name === undefined) return
      const row = { id, name, role, team, seen: today() }
      if (isSame(row, kept.get(id))) return
      put.run(row)
      kept.set(id, row)
    },
    close: () => void db.close(),
  }
}

function isSame(one: Row, other: Row | undefined): boolean {
  return one.name === other?.name && one.role === other.role && one.team === other.team && one.seen === other.seen
}

/** Namesakes by their ids, so that the order is always the same. */
function byName(one: StaffMember, other: StaffMember): number {
  return one.name.localeCompare(other.name, 'en-GB') || one.id.localeCompare(other.id)
}
