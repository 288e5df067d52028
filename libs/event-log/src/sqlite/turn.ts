import { NotDone } from './transaction.js'

/** Work that waits for its turn. `close` does what still waits, and takes nothing more. */
export interface Turns<Work, Result> {
  add(work: Work): Promise<Result>
  close(): Promise<void>
}

interface Waiting<Work, Result> {
  readonly work: Work
  readonly resolve: (result: Result) => void
  readonly reject: (why: unknown) => void
}

/** So often in a row what comes alone is done at once, before others had a chance to come. */
const AT_ONCE = 8
/** At most so much in one turn, so that a flood of work does not hold up the event loop. */
const MOST = 500
type Done<Result> = readonly (Result | NotDone)[]

interface HowTurns<Result> {
  /** Of so much that waits, how much is taken into one turn. */
  readonly most?: (waiting: number) => number
  /** Told after each turn what came of it. */
  readonly settled?: (done: Done<Result>) => void
}

/**
 * Work that is asked for within one turn of the event loop is done together, and acknowledged when it is done. `does`
 * gives a result for each piece or refuses it, at once or later: what is asked meanwhile waits for the next turn. Who
 * was alone in the last turn waits for nobody in this one.
 */
export function inTurns<Work, Result>(
  does: (works: readonly Work[]) => Done<Result> | Promise<Done<Result>>,
  { most = () => MOST, settled = () => undefined }: HowTurns<Result> = {},
): Turns<Work, Result> {
  const waiting: Waiting<Work, Result>[] = []
  let doing: Promise<void> | undefined
  let closed = false
  let alone = 0

  const soon = () => {
    if (alone > 0 && alone < AT_ONCE) return process.nextTick(next)
    alone = 0
    setImmediate(next)
  }

  const next = () => {
    if (doing || waiting.length === 0) return
    const turn = waiting.splice(0, Math.min(MOST, most(waiting.length)))
    alone = turn.length === 1 ? alone + 1 : 0
    const done = does(turn.map(({ work }) => work))
    if (done instanceof Promise) doing = done.then((done) => afterwards(turn, done))
    else {
      settle(turn, done)
      if (waiting.length > 0) setImmediate(next)
    }
  }

  /** The next turn goes on its way before anybody acts on this one. */
  const afterwards = (turn: readonly Waiting<Work, Result>[], done: Done<Result>) => {
    doing = undefined
    settle(turn, done)
    next()
  }

  const settle = (turn: readonly Waiting<Work, Result>[], done: Done<Result>) => {
    turn.forEach(({ resolve, reject }, index) => {
      const result = done[index]
      if (result instanceof NotDone) reject(result.why)
      else if (result !== undefined) resolve(result)
    })
    settled(done)
  }

  return {
    add: (work) =>
      new Promise((resolve, reject) => {
        if (closed) return reject(new Error('The store is closed.'))
        if (waiting.push({ work, resolve, reject }) === 1) soon()
      }),
    async close() {
      closed = true
      for (; doing || waiting.length > 0; await doing) next()
    },
  }
}
