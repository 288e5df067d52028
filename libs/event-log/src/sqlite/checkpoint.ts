import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'
import type { Connection } from './store.js'
import { PAGES_AT_MOST } from './wal.js'

/** After so many events the write-ahead log, some four pages for each, is copied into the file. */
const EVERY = 1_000

/**
 * It is text, not a module, so that it runs the same from compiled output and from TypeScript under test. It needs
 * nothing of ours.
 */
const program = `
  const { parentPort, workerData } = require('node:worker_threads')
  const Database = require(workerData.driver)
  const connection = new Database(workerData.file, { fileMustExist: true })
  parentPort.on('message', () => {
    connection.pragma('wal_checkpoint(PASSIVE)')
    parentPort.postMessage('done')
  })
`

/** Keeps the write-ahead log short without holding up who appends. */
export interface Checkpoints {
  /** To be told, after a commit, how many events it held. */
  committed(events: number): void
  close(): Promise<void>
}

/**
 * A thread of its own copies the bulk; the few frames written meanwhile are copied here, between two commits. With
 * every frame copied the next commit starts the log from its beginning again, if nobody reads from it.
 */
export function checkpointsOf(connection: Connection, copyRest: () => void): Checkpoints {
  connection.pragma(`wal_autocheckpoint = ${PAGES_AT_MOST}`)
  let waiting = 0
  let busy = false
  let worker: Worker | undefined
  const copied = () => {
    busy = false
    copyRest()
  }
  const start = () => {
    const driver = createRequire(import.meta.url).resolve('better-sqlite3')
    const started = new Worker(program, { eval: true, workerData: { driver, file: connection.name } })
    started.on('message', copied)
    // Without the thread SQLite does it itself, within a commit now and then: slower, and nothing is lost.
    started.on('error', () => undefined)
    started.unref()
    return started
  }
  return {
    committed(events) {
      waiting += events
      if (waiting < EVERY || busy) return
      waiting = 0
      busy = true
      worker ??= start()
      worker.postMessage('checkpoint')
    },
    async close() {
      await worker?.terminate()
    },
  }
}
