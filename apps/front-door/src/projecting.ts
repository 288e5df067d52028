import { Worker } from 'node:worker_threads'
import { Logger } from '@nestjs/common'
import type { EventLog } from '@front-door/event-log'
import type { Following, Lag } from '@front-door/feed'
import { ROWS, type RowStore } from '@front-door/read-models'
import type { WhereRecord } from './stores/record.js'

/** What the thread says: how it stands, or a line for the log about what it could not take in. */
export type Message = Pick<Lag, 'standing' | 'failed' | 'error'> | { readonly trouble: string }

/** The thread that derives the rows, as the rest of the program sees it. */
export function startProjecting(where: WhereRecord, log: EventLog, rows: RowStore): Pick<Following, 'lag' | 'close'> {
  const thread = new Worker(new URL('./projector-thread.js', import.meta.url), { workerData: where })
  const stopped = new Promise<void>((resolve) => thread.once('exit', () => resolve()))
  let told: Exclude<Message, { trouble: string }> = { standing: 'keeping up', failed: 0 }
  const logger = new Logger('rows')
  thread.on('message', (message: Message) => {
    if ('trouble' in message) logger.error(message.trouble)
    else told = message
  })
  thread.on('error', (error) => {
    logger.error(`The thread that derives the rows has ended. ${error.stack ?? error.message}`)
    told = { standing: 'stopped', failed: 1, error: error.message }
  })
  return {
    lag: async () => ({ consumer: ROWS, at: await rows.checkpoint(ROWS), end: await log.end(), ...told }),
    close: async () => {
      thread.postMessage('close')
      await stopped
    },
  }
}
