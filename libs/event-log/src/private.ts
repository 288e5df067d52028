import { chmodSync, closeSync, openSync, statSync } from 'node:fs'
import { codeOf } from './error-code.js'

/**
 * Makes a file that nobody but its owner may read, and takes that right away where one is there already, also from
 * what SQLite keeps beside it. SQLite gives the files it makes beside another the mode of that one.
 *
 * To be called before the file is opened. One that is there is not opened here: to close it would let go of every lock
 * that this process holds on it.
 */
export function ensurePrivate(file: string): void {
  if (made(file)) return
  for (const part of ['', '-wal', '-shm', '-journal']) closeToOthers(file + part)
}

function made(file: string): boolean {
  try {
    closeSync(openSync(file, 'wx', 0o600))
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

/** Where the owner is somebody else, or the disk knows no owners, it is not ours to set. */
const notOurs = ['EPERM', 'ENOENT', 'ENOTSUP', 'EROFS']

/**
 * Takes from all but the owner whatever they may do with a file or folder; nothing from a folder that is shared by its
 * kind, as `/tmp` is.
 */
export function closeToOthers(path: string): void {
  const mode = statSync(path, { throwIfNoEntry: false })?.mode ?? 0
  if ((mode & 0o077) === 0 || (mode & 0o1000) !== 0) return
  try {
    chmodSync(path, mode & 0o700)
  } catch (error) {
    if (!notOurs.includes(codeOf(error))) throw error
  }
}
