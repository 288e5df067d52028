import { type KeyObject, createHmac, randomUUID, timingSafeEqual } from 'node:crypto'
import Database from 'better-sqlite3'
import { ensurePrivate } from '@front-door/event-log'
import { opened, sealed } from './sealed.js'

/** What was typed into a form that is not recorded yet. */
export interface Draft {
  /** Where the form is. */
  readonly path: string
  /** As the browser posted it. */
  readonly typed: Readonly<Record<string, unknown>>
}

/**
 * What people have typed, until it is recorded: it outlives a session, a browser and a restart. A form has an id of
 * its own, which says whose it is, so that what was typed can be kept even when nobody is signed in any more. Words are
 * sealed; nothing here names a worker or a child.
 */
export interface Drafts {
  /** The id of a new form for this worker. It is also the key under which the form is recorded, once. */
  begin(worker: string): string
  /** Keeps what was typed. Nothing happens where the id is none of ours, or the form has been recorded. */
  keep(form: string, draft: Draft): void
  /** Whether a form is this worker's: nobody writes over what another has typed. */
  owns(form: string, worker: string): boolean
  /** What was kept of a form of this worker's. */
  find(form: string, worker: string): Draft | undefined
  /** The worker's forms that are not recorded yet, the latest first. */
  of(worker: string): readonly (Draft & { readonly form: string; readonly at: number })[]
  /** It is recorded, or given up: nothing more is kept of it. */
  end(form: string): void
  close(): void
}

/** Typed words are not a record: what nobody comes back for is let go, after so many days. */
const KEPT = 14
const DAY = 86_400_000

type Row = { readonly form: string; readonly at: number; readonly sealed: Buffer | null }

export function openDrafts(file: string, master: KeyObject, now: () => number = Date.now): Drafts {
  const key = createHmac('sha256', master).update('drafts').digest()
  ensurePrivate(file)
  const db = new Database(file)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.pragma('secure_delete = ON')
  db.exec(`CREATE TABLE IF NOT EXISTS drafts
    (form TEXT PRIMARY KEY, owner TEXT NOT NULL, at INTEGER NOT NULL, sealed BLOB) STRICT, WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS drafts_of ON drafts (owner, at)`)
  const put = db.prepare<[string, string, number, Buffer | null]>(
    `INSERT INTO drafts VALUES (?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET at = excluded.at, sealed = excluded.sealed WHERE sealed IS NOT NULL`,
  )
  const get = db.prepare<[string], Row>('SELECT * FROM drafts WHERE form = ?')
  const all = db.prepare<[string], Row>(
    'SELECT * FROM drafts WHERE owner = ? AND sealed IS NOT NULL ORDER BY at DESC LIMIT 20',
  )
  const tidy = db.prepare<[number]>('DELETE FROM drafts WHERE at < ?')
  const forget = db.prepare<[string]>('UPDATE drafts SET sealed = NULL WHERE form = ?')
  tidy.run(now() - KEPT * DAY)

  const mac = (text: string) => createHmac('sha256', key).update(text).digest('base64url').slice(0, 22)
  const ownerOf = (form: string) => form.split('.')[1] ?? ''
  const isOurs = (form: string) => {
    const [id, owner, proof = ''] = form.split('.')
    return same(proof, mac(`${id}.${owner}`))
  }
  const draftIn = (row: Row | undefined): Draft | undefined => {
    const text = row?.sealed ? opened(key, row.form, row.sealed) : undefined
    return text === undefined ? undefined : (JSON.parse(text) as Draft)
  }
  return {
    begin(worker) {
      const named = `${randomUUID()}.${mac(worker)}`
      return `${named}.${mac(named)}`
    },
    keep(form, draft) {
      if (isOurs(form)) put.run(form, ownerOf(form), now(), sealed(key, form, JSON.stringify(draft)))
    },
    owns: (form, worker) => isOurs(form) && ownerOf(form) === mac(worker),
    find: (form, worker) => (isOurs(form) && ownerOf(form) === mac(worker) ? draftIn(get.get(form)) : undefined),
    of: (worker) =>
      all.all(mac(worker)).flatMap((row) => {
        const draft = draftIn(row)
        return draft ? [{ ...draft, form: row.form, at: row.at }] : []
      }),
    end(form) {
      if (!isOurs(form)) return
      put.run(form, ownerOf(form), now(), sealed(key, form, '{}'))
      forget.run(form)
    },
    close: () => void db.close(),
  }
}

function same(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))
}
