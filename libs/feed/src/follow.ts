import type { EventLog, Position, StoredEvent } from '@front-door/event-log'

/** Something that keeps up with the log. Its checkpoint is its own, written together with the effect of a page. */
export interface Consumer {
  readonly name: string
  /** How far it has come; 0 when it has not begun. */
  checkpoint(): Promise<Position>
  /** Takes in a page of events and remembers `upTo` in the same transaction. The same page may come again after a crash. */
  take(page: readonly StoredEvent[], upTo: Position): Promise<void>
}

export type Standing = 'keeping up' | 'retrying' | 'stopped'

/** How a consumer stands: how far behind the log it is, and what stopped it if something did. */
export interface Lag {
  readonly consumer: string
  readonly standing: Standing
  readonly at: Position
  readonly end: Position
  readonly error?: string
}

export interface Following {
  lag(): Promise<Lag>
  /** Resolves when the consumer has come at least this far, or rejects when it has stopped. */
  reached(position: Position): Promise<void>
  close(): Promise<void>
}

/** What to do when a page cannot be taken in: try again after so many milliseconds, or stop and say so. Never skip. */
export type OnError = (error: unknown, attempt: number) => { readonly retryIn: number } | 'stop'

/** Three more tries, a second, then five, then thirty apart: what fails then fails for a reason somebody must see. */
export const patiently: OnError = (_, attempt) => {
  const wait = [1_000, 5_000, 30_000][attempt - 1]
  return wait === undefined ? 'stop' : { retryIn: wait }
}

/** Follows the log from the consumer's checkpoint until closed: at least once in, and exactly once in effect. */
export function follow(log: EventLog, consumer: Consumer, onError: OnError = patiently): Following {
  const waiting = new Set<{ position: Position; resolve: () => void; reject: (error: Error) => void }>()
  let standing: Standing = 'keeping up'
  let problem: string | undefined
  let closed = false
  let stop: () => Promise<void> = () => Promise.resolve()
  let wake = () => {}

  const arrived = (at: Position) => {
    for (const waiter of waiting) {
      if (waiter.position > at) continue
      waiting.delete(waiter)
      waiter.resolve()
    }
  }

  const refuse = () => {
    for (const { reject } of waiting) reject(new Error(`${consumer.name} has stopped: ${problem}`))
    waiting.clear()
  }

  const once = async () => {
    const from = await consumer.checkpoint()
    arrived(from)
    const subscription = log.subscribe(from, async (page) => {
      const last = page.at(-1)
      if (!last) return
      await consumer.take(page, last.position)
      standing = 'keeping up'
      problem = undefined
      arrived(last.position)
    })
    stop = () => subscription.close()
    await subscription.ended
  }

  const run = async () => {
    for (let attempt = 1; !closed; attempt++) {
      try {
        await once()
        return
      } catch (error) {
        problem = error instanceof Error ? error.message : String(error)
        const choice = onError(error, attempt)
        if (choice === 'stop') break
        standing = 'retrying'
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, choice.retryIn)
          wake = () => (clearTimeout(timer), resolve())
        })
      }
    }
    standing = 'stopped'
    refuse()
  }

  const running = run()
  return {
    lag: async () => ({
      consumer: consumer.name,
      standing,
      at: await consumer.checkpoint(),
      end: await log.end(),
      ...(problem ? { error: problem } : {}),
    }),
    reached: async (position) => {
      // It waits before it looks: a page may be taken in while it is looking.
      const come = new Promise<void>((resolve, reject) => waiting.add({ position, resolve, reject }))
      const look = async () => {
        arrived(await consumer.checkpoint())
        if (standing === 'stopped') refuse()
      }
      await Promise.all([come, look()])
    },
    close: async () => {
      closed = true
      wake()
      await stop()
      await running
    },
  }
}
