import { Worker } from 'node:worker_threads'
import { Logger } from '@nestjs/common'
import type { EventLog } from '@front-door/event-log'
import { type Following, type Lag, isTold, patiently } from '@front-door/feed'
import { ROWS, type RowStore, setAsideIn } from '@front-door/read-models'
import type { WhereRecord } from './stores/record.js'

/** How the thread stands, as it tells it. */
type Stands = Pick<Lag, 'standing' | 'failed' | 'error'>

/** What the thread says: how it stands, or a line for the log: about what it could not take in, or what it does. */
export type Message = Stands | { readonly trouble: string } | { readonly note: string }

export interface HowToProject {
  /** The program of the thread. */
  readonly program?: URL
  /** Milliseconds until a thread that has ended is started again, after so many that ended. */
  readonly pause?: (ended: number) => number
  /** Milliseconds that a thread must live for those that ended before it to be forgotten. */
  readonly settled?: number
}

const SETTLED = 30_000

/** The thread that derives the rows, as the rest of the program sees it. One that has ended is started again. */
export function startProjecting(
  where: WhereRecord,
  log: EventLog,
  rows: RowStore,
  {
    program = new URL('./projector-thread.js', import.meta.url),
    pause = patiently,
    settled = SETTLED,
  }: HowToProject = {},
): Pick<Following, 'lag' | 'close'> {
  const logger = new Logger('rows')
  let told: Stands = { standing: 'keeping up', failed: 0 }
  /** Threads that ended in a row, and what the last of them said. */
  let ended = 0
  let lastWords: string | undefined
  let isWaiting = false
  let closed = false
  let thread: Worker
  let gone: Promise<void>
  let timer: NodeJS.Timeout

  const start = () => {
    const one = new Worker(program, { workerData: where })
    let why = 'It did not say why.'
    thread = one
    isWaiting = false
    timer = setTimeout(() => (ended = 0), settled)
    timer.unref()
    one.on('message', (message: Message) => {
      if ('trouble' in message) logger.error(message.trouble)
      else if ('note' in message) logger.log(message.note)
      else told = message
    })
    one.on('error', (error) => {
      why = error.stack ?? error.message
      lastWords = error.message
    })
    gone = new Promise((resolve) =>
      one.once('exit', () => {
        clearTimeout(timer)
        resolve()
        if (!closed) startAgain(why)
      }),
    )
  }

  const startAgain = (why: string) => {
    ended += 1
    isWaiting = true
    const wait = pause(ended)
    const line = `The thread that derives the rows has ended, ${ended} in a row; another is started in ${wait / 1_000} s. ${why}`
    if (isTold(ended)) logger.error(line)
    timer = setTimeout(start, wait)
  }

  start()
  return {
    lag: async () => ({
      consumer: ROWS,
      at: await rows.checkpoint(ROWS),
      end: await log.end(),
      setAside: (await setAsideIn(rows)).length,
      ...told,
      ...(isWaiting ? { standing: 'retrying' } : {}),
      failed: Math.max(told.failed, ended),
      ...(ended > 0 && lastWords !== undefined ? { error: lastWords } : {}),
    }),
    close: async () => {
      closed = true
      clearTimeout(timer)
      thread.postMessage('close')
      await gone
    },
  }
}
