import { Worker } from 'node:worker_threads'
import type { EventLog } from '@front-door/event-log'
import type { Following, Lag } from '@front-door/feed'
import { ROWS, type RowStore } from '@front-door/read-models'
import type { WhereRecord } from './stores/record.js'

/** The thread that derives the rows, as the rest of the program sees it. */
export function startProjecting(where: WhereRecord, log: EventLog, rows: RowStore): Pick<Following, 'lag' | 'close'> {
  const thread = new Worker(new URL('./projector-thread.js', import.meta.url), { workerData: where })
  const stopped = new Promise<void>((resolve) => thread.once('exit', () => resolve()))
  let told: Pick<Lag, 'standing' | 'error'> = { standing: 'keeping up' }
  thread.on('message', (message: typeof told) => (told = message))
  thread.on('error', (error) => (told = { standing: 'stopped', error: error.message }))
  return {
    lag: async () => ({ consumer: ROWS, at: await rows.checkpoint(ROWS), end: await log.end(), ...told }),
    close: async () => {
      thread.postMessage('close')
      await stopped
    },
  }
}
