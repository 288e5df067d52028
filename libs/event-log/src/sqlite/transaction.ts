import type { Connection } from './store.js'

export type Outcome<Done> = { readonly done: Done } | { readonly error: unknown; readonly atCommit: boolean }

/**
 * A transaction that takes the right to write at its start and always ends, whatever happens in it. `undone` is told
 * when what was done in it was taken back.
 */
export function transactionOn(connection: Connection, undone?: () => void): <Done>(work: () => Done) => Outcome<Done> {
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
      undone?.()
      return { error, atCommit }
    }
  }
}

/** A piece of work that was not done, and what its caller is to be told. */
export class NotDone {
  constructor(readonly why: unknown) {}
}

/**
 * Does several pieces of work in one transaction: one fsync for all. `does` gives a result for each piece, or
 * refuses it, and then must have written nothing of it. If it throws, what it threw concerns one piece only: each is
 * then done in a transaction of its own.
 */
export function together<Work, Result>(
  connection: Connection,
  does: (works: readonly Work[]) => readonly (Result | NotDone)[],
  undone?: () => void,
): (works: readonly Work[]) => readonly (Result | NotDone)[] {
  const transaction = transactionOn(connection, undone)
  const settled = (works: readonly Work[]): readonly (Result | NotDone)[] => {
    const outcome = transaction(() => does(works))
    if ('done' in outcome) return outcome.done
    if (outcome.atCommit || works.length === 1) return works.map(() => new NotDone(outcome.error))
    return works.flatMap((work) => settled([work]))
  }
  return settled
}
