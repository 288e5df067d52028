import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { extname, join } from 'node:path'
import type { Sources } from '../derive.js'
import { schema } from '../migrations.js'

/** What rows follow from besides the log: the program that derives them, their shape here, and what was agreed. */
export function markOf({ agreed }: Sources, program = thisProgram()): string {
  return createHash('sha256')
    .update(JSON.stringify([program, schema, agreed]))
    .digest('hex')
}

/**
 * A fingerprint of every room as it is now. Another version may tell other rows of the same history, whether or not
 * anybody thought of giving that a number.
 */
function thisProgram(): string {
  const rooms = join(import.meta.dirname, '../../..')
  const files = readdirSync(rooms, { recursive: true, encoding: 'utf8' })
  const hash = createHash('sha256')
  for (const file of files.filter((name) => extname(name) === extname(import.meta.filename)).sort())
    hash.update(file).update(readFileSync(join(rooms, file)))
  return hash.digest('hex')
}
