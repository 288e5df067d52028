import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'
import type { Row } from './rows.js'

/**
 * It is text, not a module, so that it runs the same from compiled output and from TypeScript under test. It needs
 * nothing of ours.
 */
const program = `
  const { parentPort, workerData } = require('node:worker_threads')
  const Database = require(workerData.driver)
  const db = new Database(workerData.file, { fileMustExist: true })
  db.pragma('synchronous = FULL')
  const insert = db.prepare(workerData.insert)
  const commit = db.transaction((rows) => rows.forEach((row) => insert.run(row)))
  parentPort.on('message', (rows) => {
    try {
      commit.immediate(rows)
      parentPort.postMessage({ kept: true })
    } catch (error) {
      parentPort.postMessage({ kept: false, error })
    }
  })
`

type Answer = { readonly kept: true } | { readonly kept: false; readonly error: unknown }

/** Writes rows in a thread of its own, so that no other request waits while the disk does. */
export interface Writer {
  /** All in one commit; resolves when it is on disk. One at a time: a next one is asked for when this has its answer. */
  write(rows: readonly Row[]): Promise<void>
  close(): Promise<void>
}

/** `insert` is the statement for one row of the database in `file`. */
export function writerOn(file: string, insert: string): Writer {
  const driver = createRequire(import.meta.url).resolve('better-sqlite3')
  let settle: ((answer: Answer) => void) | undefined
  let thread: Worker | undefined
  const answered = (answer: Answer) => {
    settle?.(answer)
    settle = undefined
  }
  const start = () => {
    const started = new Worker(program, { eval: true, workerData: { driver, file, insert } })
    const ended = (error: unknown) => {
      if (thread !== started) return
      thread = undefined
      answered({ kept: false, error })
    }
    started.on('message', answered)
    started.on('error', ended)
    started.on('exit', () => ended(new Error('The thread that writes the log of reads has ended.')))
    started.unref()
    return started
  }
  thread = start()
  return {
    async write(rows) {
      const writing = (thread ??= start())
      // Whoever waits for the disk keeps the process alive, and the thread alone does not.
      writing.ref()
      const answer = new Promise<Answer>((resolve) => (settle = resolve))
      writing.postMessage(rows)
      const told = await answer
      writing.unref()
      if (!told.kept) throw told.error
    },
    async close() {
      await thread?.terminate()
    },
  }
}
