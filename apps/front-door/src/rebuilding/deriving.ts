import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Deriving, Range, RangeRows } from '@front-door/read-models'
import type { WhereRecord } from '../stores/record.js'

/** What a thread is asked, and what it tells. */
export interface RangeAsked {
  readonly number: number
  readonly range: Range
}
export type RangeTold = { readonly number: number } & ({ readonly rows: RangeRows } | { readonly error: string })

/** More threads than this wait for the one that writes. */
const MOST = 4
/** Ranges that each thread has before it: it need not wait until its last one is written. */
const AHEAD = 2
/** Histories come and go by the thousand: with room for some, few of them are moved before they are let go of. */
const resourceLimits = { maxYoungGenerationSizeMb: 96 }

/** Rows are derived in threads and written here: reading, folding and deriving take longer than writing. */
export function deriveInThreads(where: WhereRecord): Deriving & { close(): Promise<void> } {
  const threads = Array.from({ length: Math.max(1, Math.min(MOST, availableParallelism())) }, () => deriver(where))
  let next = 0
  return {
    atOnce: threads.length * AHEAD,
    rowsOf(range) {
      const thread = threads[next++ % threads.length]
      if (!thread) throw new Error('There is no thread to derive in.')
      return thread.rowsOf(range)
    },
    close: async () => void (await Promise.all(threads.map((thread) => thread.close()))),
  }
}

function deriver(workerData: WhereRecord) {
  const thread = new Worker(new URL('./deriving-thread.js', import.meta.url), { workerData, resourceLimits })
  const waiting = new Map<number, { resolve: (rows: RangeRows) => void; reject: (error: Error) => void }>()
  const exited = new Promise<void>((resolve) => thread.once('exit', () => resolve()))
  let asked = 0
  let broken: Error | undefined
  const breakOff = (error: Error) => {
    broken ??= error
    for (const { reject } of waiting.values()) reject(broken)
    waiting.clear()
  }
  thread.on('message', (told: RangeTold) => {
    const asker = waiting.get(told.number)
    waiting.delete(told.number)
    if ('rows' in told) asker?.resolve(told.rows)
    else asker?.reject(new Error(told.error))
  })
  thread.on('error', breakOff)
  thread.on('exit', () => breakOff(new Error('A thread that derives rows has stopped.')))
  return {
    rowsOf: (range: Range) =>
      new Promise<RangeRows>((resolve, reject) => {
        const number = ++asked
        waiting.set(number, { resolve, reject })
        thread.postMessage({ number, range } satisfies RangeAsked)
        if (broken) breakOff(broken)
      }),
    async close() {
      thread.postMessage('close')
      await exited
    },
  }
}
