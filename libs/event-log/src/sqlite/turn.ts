import type { Connection } from './store.js'

/** Work that waits for its turn. `close` does what still waits at once, and takes nothing more. */
export interface Turns<Work, Result> {
  add(work: Work): Promise<Result>
  close(): void
}

interface Waiting<Work, Result> {
  readonly work: Work
  readonly resolve: (result: Result) => void
  readonly reject: (error: unknown) => void
}

/** At most so much in one transaction, so that a flood of work does not hold up the event loop. */
const MOST = 500

/**
 * All work that is asked for within one turn of the event loop is done in one transaction, and acknowledged after its
 * commit: one fsync for all. `does` gives a result or an error for each piece, and must have written nothing where it
 * gives an error. If it throws, what it threw concerns one piece only: each is then done in a transaction of its own.
 */
export function inTurns<Work, Result>(
  connection: Connection,
  does: (works: readonly Work[]) => readonly (Result | Error)[],
  committed: (done: readonly (Result | Error)[]) => void = () => undefined,
): Turns<Work, Result> {
  const transaction = transactionOn(connection)
  const waiting: Waiting<Work, Result>[] = []
  let closed = false

  const flush = () => {
    const turn = waiting.splice(0, MOST)
    if (waiting.length > 0) setImmediate(flush)
    settle(turn)
  }

  const settle = (turn: readonly Waiting<Work, Result>[]) => {
    const outcome = transaction(() => does(turn.map(({ work }) => work)))
    if ('done' in outcome) {
      turn.forEach(({ resolve, reject }, index) => {
        const result = outcome.done[index]
        if (result instanceof Error) reject(result)
        else if (result !== undefined) resolve(result)
      })
      committed(outcome.done)
    } else if (outcome.atCommit || turn.length === 1) for (const { reject } of turn) reject(outcome.error)
    else for (const each of turn) settle([each])
  }

  return {
    add: (work) =>
      new Promise((resolve, reject) => {
        if (closed) return reject(new Error('The store is closed.'))
        if (waiting.push({ work, resolve, reject }) === 1) setImmediate(flush)
      }),
    close() {
      closed = true
      while (waiting.length > 0) settle(waiting.splice(0, MOST))
    },
  }
}

type Outcome<Done> = { readonly done: Done } | { readonly error: unknown; readonly atCommit: boolean }

/** A transaction that takes the right to write at its start and always ends, whatever happens in it. */
function transactionOn(connection: Connection): <Done>(work: () => Done) => Outcome<Done> {
  const begin = connection.prepare('BEGIN IMMEDIATE')
  const commit = connection.prepare('COMMIT')
  return (work) => {
    let atCommit = true
    try {
      begin.run()
      atCommit = false
      const done = work()
      atCommit = true
      commit.run()
      return { done }
    } catch (error) {
      if (connection.inTransaction) connection.exec('ROLLBACK')
      return { error, atCommit }
    }
  }
}
