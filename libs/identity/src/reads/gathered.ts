/** Work handed over one piece at a time and done together. */
export interface Gathered<T> {
  /** Resolves when the piece is done with all others of its turn; rejects when they could not be done. */
  add(piece: T): Promise<void>
  /** Resolves when nothing is under way any more, and nothing waits. */
  finished(): Promise<void>
}

interface Waiting<T> {
  readonly piece: T
  readonly done: () => void
  readonly failed: (error: unknown) => void
}

/**
 * Does all that is added in one turn of the event loop by one call of `work`, which does all of it or rejects. What is
 * added while it is at work waits, and is done together next.
 */
export function gathered<T>(work: (pieces: readonly T[]) => Promise<void>): Gathered<T> {
  let waiting: Waiting<T>[] = []
  let atWork: Promise<void> | undefined

  async function doAll(): Promise<void> {
    await new Promise(setImmediate)
    while (waiting.length > 0) {
      const turn = waiting
      waiting = []
      try {
        await work(turn.map(({ piece }) => piece))
        for (const { done } of turn) done()
      } catch (error) {
        for (const { failed } of turn) failed(error)
      }
    }
    atWork = undefined
  }

  return {
    add: (piece) =>
      new Promise((done, failed) => {
        waiting.push({ piece, done, failed })
        atWork ??= doAll()
      }),
    finished: async () => atWork,
  }
}
