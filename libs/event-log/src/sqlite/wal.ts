import { closeSync, fstatSync, fsyncSync, ftruncateSync, openSync, writeSync } from 'node:fs'
import { codeOf } from '../error-code.js'
import type { Connection } from './store.js'

const MEGABYTE = 1 << 20

/** The write-ahead log is never to be longer, in pages: then a commit copies it, whoever else should have. */
export const PAGES_AT_MOST = 16_000

/**
 * Makes the write-ahead log as long as it will be, once, so that commits overwrite it: an fsync that also has to
 * record a file's growth takes about twice as long. SQLite takes no notice of zeros after its last frame. The right to
 * write is held meanwhile, so that no other process extends the file at the same place.
 */
export function growWal(connection: Connection, bytes: number): void {
  connection.exec('BEGIN IMMEDIATE')
  try {
    const wal = openSync(`${connection.name}-wal`, 'r+')
    try {
      extend(wal, fstatSync(wal).size, bytes)
    } finally {
      closeSync(wal)
    }
  } finally {
    connection.exec('ROLLBACK')
  }
}

function extend(file: number, size: number, bytes: number): void {
  const zeros = Buffer.alloc(MEGABYTE)
  try {
    for (let at = size; at < bytes; at += MEGABYTE) writeSync(file, zeros, 0, Math.min(MEGABYTE, bytes - at), at)
    fsyncSync(file)
  } catch (error) {
    // A disk too full for this can still hold the next decisions: it only saves time.
    ftruncateSync(file, size)
    if (codeOf(error) !== 'ENOSPC') throw error
  }
}
