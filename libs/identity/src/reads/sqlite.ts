import type Database from 'better-sqlite3'
import { openPrivately } from '../files/private-database.js'
import { mustFit } from './fitness.js'
import { gathered } from './gathered.js'
import { type Page, type Place, ReadNotKept, type Reads } from './reads.js'
import { type KeptRow, type Row, insert, readOf, rowOf, schema } from './rows.js'
import { writerOn } from './writer.js'

/**
 * The log of reads in one SQLite file of its own, made where it is missing. Appends of one turn of the event loop share
 * a commit, so that many readers at once wait for the disk once; a thread of its own waits for it, so that nobody else
 * does.
 */
export function openReads(file: string): Reads {
  const db = openPrivately(file, schema)
  const writer = writerOn(file, insert)
  const { add, finished } = gathered<Row>((rows) => writer.write(rows))
  let isOpen = true
  const ofChild = db.prepare<[Query], KeptRow>(pageWhere('child = @of'))
  const ofWorker = db.prepare<[Query], KeptRow>(pageWhere('worker = @of'))

  return {
    async append(read) {
      mustFit(read)
      if (!isOpen) throw new ReadNotKept('It is closed.')
      await add(rowOf(read)).catch((cause: unknown) => {
        throw new ReadNotKept('It could not be written to disk.', cause)
      })
    },
    ofChild: async (child, place) => pageFrom(ofChild, child, place),
    ofWorker: async (worker, place) => pageFrom(ofWorker, worker, place),
    async close() {
      isOpen = false
      await finished()
      await writer.close()
      db.close()
    },
  }
}

interface Query {
  readonly of: string
  readonly before: number
  readonly most: number
}

function pageWhere(condition: string): string {
  return `SELECT * FROM reads WHERE ${condition} AND position < @before ORDER BY position DESC LIMIT @most`
}

/** Asks for one more than the page holds, to know whether there is another. */
function pageFrom(statement: Database.Statement<[Query], KeptRow>, of: string, place: Place = {}): Page {
  const { before = Number.MAX_SAFE_INTEGER, limit = 50 } = place
  const size = Math.min(Math.max(limit, 1), 500)
  const rows = statement.all({ of, before, most: size + 1 })
  const reads = rows.slice(0, size).map(readOf)
  const last = reads.at(-1)
  return rows.length > size && last ? { reads, next: last.position } : { reads }
}
