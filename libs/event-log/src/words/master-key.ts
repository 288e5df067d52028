import { type KeyObject, createSecretKey, hkdfSync, randomBytes } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, linkSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ensureFolder, syncFolder } from '../folder.js'

/** In bytes. */
export const MASTER_KEY_SIZE = 32

/** The key file cannot be used, and what to do. */
export class UnusableMasterKey extends Error {}

/** A key for one purpose, from the master key, so that none is used for two. */
export function derivedKey(master: Uint8Array, purpose: 'wrap' | 'fingerprint' | 'check'): KeyObject {
  if (master.byteLength !== MASTER_KEY_SIZE)
    throw new UnusableMasterKey(`The master key has ${master.byteLength} bytes. It must have ${MASTER_KEY_SIZE}.`)
  return createSecretKey(Buffer.from(hkdfSync('sha256', master, '', `front-door/${purpose}`, 32)))
}

/**
 * The master key in a file of 32 bytes. Where there is no file one is made, readable by its owner only, if the data
 * folder (the file's own, unless told) is new. Where there are data but no key file, a new key could open nothing:
 * throws `UnusableMasterKey`.
 */
export function masterKeyFile(path: string, dataFolder = dirname(path)): Uint8Array {
  if (!existsSync(path)) {
    const data = ['log.db', 'keys.db'].find((file) => existsSync(join(dataFolder, file)))
    if (data)
      throw new UnusableMasterKey(
        `${join(dataFolder, data)} is there, but its key file ${path} is not. Put back the key file that belongs to it.`,
      )
    make(path)
  }
  const key = readFileSync(path)
  if (key.byteLength !== MASTER_KEY_SIZE)
    throw new UnusableMasterKey(
      `The key file ${path} has ${key.byteLength} bytes. It must have ${MASTER_KEY_SIZE}. Put back the right one.`,
    )
  return key
}

/** Complete and on disk before it has its name; and if another process was first, its key stands. */
function make(path: string): void {
  ensureFolder(dirname(path))
  const draft = `${path}.${process.pid}.new`
  const file = openSync(draft, 'wx', 0o600)
  try {
    writeSync(file, randomBytes(MASTER_KEY_SIZE))
    fsyncSync(file)
    linkSync(draft, path)
  } catch (error) {
    if (!existsSync(path)) throw error
  } finally {
    closeSync(file)
    rmSync(draft, { force: true })
  }
  syncFolder(dirname(path))
}
