import { Worker } from 'node:worker_threads'
import { type AskedWrong, BadAsked, type Insight, RowsBehind } from '@front-door/performance'
import type { WhereFigures } from './record.js'

type Asks = { readonly [A in keyof Insight]: { readonly ask: A; readonly with: Parameters<Insight[A]> } }

export interface Question {
  readonly number: number
  readonly question: Asks[keyof Insight]
}

export type Answer = { readonly number: number } & (
  | { readonly given: unknown }
  | { readonly wrong: readonly AskedWrong[] }
  | { readonly behind: number }
  | { readonly failed: string }
)

interface Waiting {
  readonly resolve: (given: never) => void
  readonly reject: (error: Error) => void
}

/** The thread that counts figures, as the rest of the program sees it. */
export function figuresThread(where: WhereFigures): Insight & { close(): Promise<void> } {
  const { data, policy, calendar, population } = where
  const thread = new Worker(new URL('./figures-thread.js', import.meta.url), {
    workerData: { data, policy, calendar, population } satisfies WhereFigures,
  })
  const waiting = new Map<number, Waiting>()
  let asked = 0
  let stopped: Error | undefined

  const fail = (error: Error) => {
    stopped = error
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  const exited = new Promise<void>((resolve) =>
    thread.once('exit', () => {
      fail(stopped ?? new Error('The thread that counts figures has ended.'))
      resolve()
    }),
  )
  thread.on('error', fail)
  thread.on('message', (answer: Answer) => {
    const { resolve, reject } = waiting.get(answer.number) ?? {}
    waiting.delete(answer.number)
    if ('given' in answer) resolve?.(answer.given as never)
    else reject?.(errorOf(answer))
  })

  const ask = <T>(question: Question['question']): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      if (stopped) return reject(stopped)
      const number = ++asked
      waiting.set(number, { resolve, reject })
      thread.postMessage({ number, question } satisfies Question)
    })

  return {
    figures: (...given) => ask({ ask: 'figures', with: given }),
    cases: (...given) => ask({ ask: 'cases', with: given }),
    prepare: (...given) => ask({ ask: 'prepare', with: given }),
    standing: (...given) => ask({ ask: 'standing', with: given }),
    series: (...given) => ask({ ask: 'series', with: given }),
    conversion: (...given) => ask({ ask: 'conversion', with: given }),
    reStepping: (...given) => ask({ ask: 'reStepping', with: given }),
    copiedReasons: (...given) => ask({ ask: 'copiedReasons', with: given }),
    reasonGiven: (...given) => ask({ ask: 'reasonGiven', with: given }),
    caseloads: (...given) => ask({ ask: 'caseloads', with: given }),
    unallocated: (...given) => ask({ ask: 'unallocated', with: given }),
    due: (...given) => ask({ ask: 'due', with: given }),
    dueCounts: (...given) => ask({ ask: 'dueCounts', with: given }),
    lateEntries: (...given) => ask({ ask: 'lateEntries', with: given }),
    odata: (...given) => ask({ ask: 'odata', with: given }),
    close: async () => {
      thread.postMessage('close')
      await exited
    },
  }
}

function errorOf(answer: Exclude<Answer, { readonly given: unknown }>): Error {
  if ('wrong' in answer) return new BadAsked(answer.wrong)
  return 'behind' in answer ? new RowsBehind(answer.behind) : new Error(answer.failed)
}
