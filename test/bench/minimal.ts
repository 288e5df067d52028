import { createCipheriv, randomBytes } from 'node:crypto'
import { join } from 'node:path'
import Database from 'better-sqlite3'

/**
 * What somebody would write by hand in an afternoon: one table, the event as one JSON text of about 700 bytes, and for
 * every command: load the stream, parse, fold, append at the next version, one durable commit. It has the one duty that
 * nobody could leave out: the note is sealed under the child's own key (AES-256-GCM), and stands in the text as base64.
 * Its keys are held in memory.
 */
export function openMinimal(folder: string) {
  const db = new Database(join(folder, 'minimal.db'))
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.exec(
    `CREATE TABLE IF NOT EXISTS events
     (position INTEGER PRIMARY KEY AUTOINCREMENT, stream TEXT, version INTEGER, data TEXT, UNIQUE (stream, version))`,
  )
  const load = db.prepare<[string], { data: string }>('SELECT data FROM events WHERE stream = ? ORDER BY version')
  const insert = db.prepare('INSERT INTO events (stream, version, data) VALUES (?, ?, ?)')
  const scan = db.prepare<[], { data: string }>('SELECT data FROM events ORDER BY position')
  const append = db.transaction((stream: string, version: number, data: string) => insert.run(stream, version, data))
  const keys = new Map<string, Buffer>()
  const keyOf = (stream: string) => {
    const key = keys.get(stream) ?? randomBytes(32)
    keys.set(stream, key)
    return key
  }
  return {
    seed: db.transaction((children: number, events: number) => {
      for (let child = 0; child < children; child++)
        for (let version = 1; version <= events; version++) {
          const stream = `child-${child}`
          insert.run(stream, version, payload(keyOf(stream), version))
        }
    }),
    decide(child: number): void {
      const stream = `child-${child}`
      const state = fold(load.all(stream))
      append.immediate(stream, state.events + 1, payload(keyOf(stream), state.events + 1))
    },
    scan(): number {
      let events = 0
      const visits = new Map<string, number>()
      for (const row of scan.iterate()) {
        const { plan } = JSON.parse(row.data) as { plan: string }
        visits.set(plan, (visits.get(plan) ?? 0) + 1)
        events++
      }
      return events
    },
    close: () => db.close(),
  }
}

function fold(rows: readonly { data: string }[]): { events: number; seen: number } {
  const state = { events: 0, seen: 0 }
  for (const row of rows) {
    state.events += 1
    if ((JSON.parse(row.data) as { seen: boolean }).seen) state.seen += 1
  }
  return state
}

const note = 'The home was warm and there was food. '.repeat(8)

function payload(key: Buffer, version: number): string {
  return JSON.stringify({
    id: `0b7c1d5e-4a34-4f1f-9a59-${String(version).padStart(12, '0')}`,
    type: 'PlanVisitMade',
    occurredAt: '2026-06-02T09:00+01:00',
    recordedAt: '2026-06-02T08:00:00.000Z',
    worker: { id: 'sam.field', role: 'social-worker', team: 'Assessment North' },
    plan: `plan-${version % 1000}`,
    seen: version % 3 > 0,
    note: sealed(key),
  })
}

function sealed(key: Buffer): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  return Buffer.concat([nonce, cipher.update(note, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('base64')
}
