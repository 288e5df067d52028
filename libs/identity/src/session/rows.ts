import type Database from 'better-sqlite3'

/** A session as kept. `data` is sealed, and NULL once it has ended. Times are milliseconds since 1970. */
export interface Row {
  readonly data: Buffer | null
  readonly signed_in: 0 | 1
  readonly began: number
  readonly seen: number
}

export const schema = `
  CREATE TABLE IF NOT EXISTS sessions (
    print TEXT PRIMARY KEY,
    data BLOB,
    signed_in INTEGER NOT NULL,
    began INTEGER NOT NULL,
    seen INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
`

export function statementsOn(db: Database.Database) {
  return {
    find: db.prepare<[{ print: string }], Row>(
      'SELECT data, signed_in, began, seen FROM sessions WHERE print = @print',
    ),
    /** Begins a session or changes one that lives: never one that has ended, and never when it began or was seen. */
    keep: db.prepare<[{ print: string; data: Buffer; signedIn: 0 | 1; now: number }]>(
      `INSERT INTO sessions (print, data, signed_in, began, seen) VALUES (@print, @data, @signedIn, @now, @now)
       ON CONFLICT (print) DO UPDATE SET data = excluded.data, signed_in = excluded.signed_in WHERE data IS NOT NULL`,
    ),
    /** Leaves a tombstone: a request that was under way may still try to keep the session. */
    end: db.prepare<[{ print: string; now: number }]>(
      `INSERT INTO sessions (print, data, signed_in, began, seen) VALUES (@print, NULL, 0, @now, @now)
       ON CONFLICT (print) DO UPDATE SET data = NULL, began = excluded.began`,
    ),
    see: db.prepare<[{ print: string; now: number }]>(
      'UPDATE sessions SET seen = @now WHERE print = @print AND data IS NOT NULL',
    ),
    endOverdue: db.prepare<[{ now: number; idle: number; absolute: number; attempt: number }]>(
      `UPDATE sessions SET data = NULL, began = @now WHERE data IS NOT NULL
       AND (seen + @idle <= @now OR began + CASE signed_in WHEN 1 THEN @absolute ELSE @attempt END <= @now)`,
    ),
    forget: db.prepare<[{ before: number }]>('DELETE FROM sessions WHERE data IS NULL AND began <= @before'),
  }
}
