import type { Role } from '@front-door/policy'
import type { Purpose } from './purposes.js'
import type { KeptRead, Read } from './reads.js'

/** AUTOINCREMENT: a position is not given again after the newest reads are removed under a retention rule. */
export const schema = `
  CREATE TABLE IF NOT EXISTS reads (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    worker TEXT NOT NULL,
    role TEXT NOT NULL,
    team TEXT NOT NULL,
    what TEXT NOT NULL,
    child TEXT,
    purpose TEXT,
    request TEXT,
    results INTEGER,
    fields TEXT
  ) STRICT;
  CREATE INDEX IF NOT EXISTS reads_of_child ON reads (child) WHERE child IS NOT NULL;
  CREATE INDEX IF NOT EXISTS reads_of_worker ON reads (worker);
`

/** Keeps a row. */
export const insert = `
  INSERT INTO reads (at, worker, role, team, what, child, purpose, request, results, fields)
  VALUES (@at, @worker, @role, @team, @what, @child, @purpose, @request, @results, @fields)
`

/** A read as its row. `fields` are the names of the fields searched, with a space between. */
export interface Row {
  readonly at: string
  readonly worker: string
  readonly role: Role
  readonly team: string
  readonly what: string
  readonly child: string | null
  readonly purpose: Purpose | null
  readonly request: string | null
  readonly results: number | null
  readonly fields: string | null
}

export type KeptRow = Row & { readonly position: number }

export function rowOf({ at, worker, role, team, what, child, purpose, requestId, search }: Read): Row {
  return {
    at,
    worker,
    role,
    team,
    what,
    child: child ?? null,
    purpose: purpose ?? null,
    request: requestId ?? null,
    results: search?.results ?? null,
    fields: search?.fields.join(' ') ?? null,
  }
}

export function readOf({ child, purpose, request, results, fields, ...row }: KeptRow): KeptRead {
  return {
    ...row,
    ...(child === null ? {} : { child }),
    ...(purpose === null ? {} : { purpose }),
    ...(request === null ? {} : { requestId: request }),
    ...(results === null || fields === null
      ? {}
      : { search: { results, fields: fields.split(' ').filter((field) => field !== '') } }),
  }
}
