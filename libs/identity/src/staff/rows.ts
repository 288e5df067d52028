import type { Day } from '@front-door/calendar'
import type { StaffMember } from './staff.js'

/** Somebody as kept. `seen` is the day, in London, on which they last signed in. */
export type Row = StaffMember & { readonly seen: Day }

export const schema = `
  CREATE TABLE IF NOT EXISTS staff (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    team TEXT NOT NULL,
    seen TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
`

export const keep = `
  INSERT INTO staff (id, name, role, team, seen) VALUES (@id, @name, @role, @team, @seen)
  ON CONFLICT (id) DO UPDATE SET name = excluded.name, role = excluded.role, team = excluded.team, seen = excluded.seen
`
