import { type KeyObject, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { ChildId } from '@front-door/case-flow'
import { mostRecent } from '../recent.js'
import { type Connection, type Kind, openStore } from '../sqlite/store.js'
import { together } from '../sqlite/transaction.js'
import { inTurns } from '../sqlite/turn.js'
import { type KeyFound, type Keys, KeyDestroyed, WrongMasterKey } from './keys.js'
import { derivedKey } from './master-key.js'
import { unwrap, wrap } from './wrap.js'

const keysFile: Kind = {
  file: 'keys.db',
  what: 'the keys',
  mark: 0x46444b59,
  steps: [
    `
    CREATE TABLE master (check_value BLOB NOT NULL);
    CREATE TABLE keys (child TEXT PRIMARY KEY, wrapped BLOB, destroyed_at TEXT) WITHOUT ROWID;
    `,
  ],
}

/** How many opened keys are held in memory. */
const HELD = 10_000

/** How soon it is known here that another process destroyed a key, in milliseconds. */
const LOOK_EVERY = 100

type KeyRow = [wrapped: Buffer | null]

/**
 * The embedded keys: one SQLite file, `keys.db`, in a data folder. Throws `WrongMasterKey` where it was made with
 * another master key, and `UnusableStore` where the folder cannot be written or the file is not ours.
 */
export function openKeys(folder: string, master: Uint8Array): Keys {
  const wrapping = derivedKey(master, 'wrap')
  const connection = openStore(folder, keysFile)
  try {
    // A destroyed key is overwritten with zeros, not only forgotten.
    connection.pragma('secure_delete = ON')
    checkMaster(connection, derivedKey(master, 'check'))
  } catch (error) {
    connection.close()
    throw error
  }
  const held = mostRecent<ChildId, KeyFound>(HELD)
  const read = connection.prepare<[string], KeyRow>('SELECT wrapped FROM keys WHERE child = ?').raw()
  const add = connection.prepare('INSERT INTO keys (child, wrapped) VALUES (?, ?)')
  const erase = connection.prepare(
    `INSERT INTO keys (child, destroyed_at) VALUES (?, ?)
     ON CONFLICT DO UPDATE SET wrapped = NULL, destroyed_at = excluded.destroyed_at WHERE wrapped IS NOT NULL`,
  )
  const dataVersion = connection.prepare<[], number>('PRAGMA data_version').pluck()
  let seen = dataVersion.get()
  let looked = performance.now()

  const find = (child: ChildId): KeyFound | undefined => {
    const known = held.get(child)
    if (known) return known
    const row = read.get(child)
    if (!row) return undefined
    const found = row[0] ? unwrap(wrapping, child, row[0]) : 'destroyed'
    held.set(child, found)
    return found
  }

  /** Another process may have been first: then its key stands, whatever it is. */
  const make = (children: readonly ChildId[]): number => {
    const without = children.filter((child) => !read.get(child))
    for (const child of without) add.run(child, wrap(wrapping, child, randomBytes(32)))
    return without.length
  }

  /** A key that another process destroyed is not used here any longer. Asking takes two system calls. */
  const current = () => {
    const now = performance.now()
    if (now - looked < LOOK_EVERY) return
    looked = now
    const version = dataVersion.get()
    if (version !== seen) held.clear()
    seen = version
  }

  const turns = inTurns(together<readonly ChildId[], number>(connection, (asked) => asked.map(make)))

  return {
    fingerprints: derivedKey(master, 'fingerprint'),
    async toSeal(children) {
      current()
      const without = children.filter((child) => !find(child))
      if (without.length > 0) await turns.add(without)
      return usable(children, find)
    },
    async find(child) {
      current()
      return find(child)
    },
    async destroy(child, at) {
      erase.run(child, at)
      held.set(child, 'destroyed')
      // The key is also in the write-ahead log until that is copied and cut.
      connection.pragma('wal_checkpoint(TRUNCATE)')
    },
    async close() {
      await turns.close()
      connection.close()
    },
  }
}

function usable(
  children: readonly ChildId[],
  find: (child: ChildId) => KeyFound | undefined,
): ReadonlyMap<ChildId, KeyObject> {
  const keys = new Map<ChildId, KeyObject>()
  for (const child of children) {
    const key = find(child)
    if (key === undefined || key === 'destroyed') throw new KeyDestroyed(child)
    keys.set(child, key)
  }
  return keys
}

function checkMaster(connection: Connection, key: KeyObject): void {
  const expected = createHmac('sha256', key).update('front-door').digest()
  const check = connection.transaction(() => {
    const stored = connection.prepare<[], Buffer>('SELECT check_value FROM master').pluck().get()
    if (!stored) connection.prepare('INSERT INTO master VALUES (?)').run(expected)
    return stored ?? expected
  })
  if (!timingSafeEqual(check.immediate(), expected)) throw new WrongMasterKey()
}
