/** Work handed over one piece at a time and done together. */
export interface Gathered<T> {
  /** Resolves when the piece is done with all others of its turn; rejects when they could not be done. */
  add(piece: T): Promise<void>
  /** Does now what waits. */
  finish(): void
}

/** Does all that is added in one turn of the event loop by one call of `work`, which does all of it or throws. */
export function gathered<T>(work: (pieces: readonly T[]) => void): Gathered<T> {
  let waiting: { readonly piece: T; readonly done: () => void; readonly failed: (error: unknown) => void }[] = []

  function finish(): void {
    const turn = waiting
    waiting = []
    if (turn.length === 0) return
    try {
      work(turn.map(({ piece }) => piece))
    } catch (error) {
      for (const { failed } of turn) failed(error)
      return
    }
    for (const { done } of turn) done()
  }

  return {
    add: (piece) =>
      new Promise((done, failed) => {
        if (waiting.length === 0) setImmediate(finish)
        waiting.push({ piece, done, failed })
      }),
    finish,
  }
}
