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
  /** How often in a row it has failed; 0 while it keeps up. */
  readonly failed: number
  readonly error?: string
}

/** A page that could not be taken in: which events of which streams, and what is done about it. */
export interface Trouble {
  readonly consumer: string
  /** The first and the last position of the page; nothing where the failure was not of a page. */
  readonly page: { readonly from: Position; readonly to: Position; readonly streams: readonly string[] } | undefined
  readonly error: unknown
  /** Milliseconds until it is tried again, or that it is not. */
  readonly retryIn: number | 'stopped'
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

export interface Followed {
  readonly onError?: OnError
  /** Hears of the first failure of a page, and of the last, after which nothing more is taken in. */
  readonly tell?: (trouble: Trouble) => void
}

/** Follows the log from the consumer's checkpoint until closed: at least once in, and exactly once in effect. */
export function follow(
  log: EventLog,
  consumer: Consumer,
  { onError = patiently, tell = () => undefined }: Followed = {},
): Following {
  const waiting = new Set<{ position: Position; resolve: () => void; reject: (error: Error) => void }>()
  let standing: Standing = 'keeping up'
  let problem: string | undefined
  let failed = 0
  let taking: readonly StoredEvent[] = []
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
      taking = page
      await consumer.take(page, last.position)
      taking = []
      standing = 'keeping up'
      problem = undefined
      failed = 0
      arrived(last.position)
    })
    stop = () => subscription.close()
    await subscription.ended
  }

  const run = async () => {
    while (!closed) {
      try {
        await once()
        return
      } catch (error) {
        problem = error instanceof Error ? error.message : String(error)
        failed += 1
        const choice = onError(error, failed)
        const retryIn = choice === 'stop' ? 'stopped' : choice.retryIn
        if (failed === 1 || choice === 'stop') tell({ consumer: consumer.name, page: pageOf(taking), error, retryIn })
        taking = []
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
      failed,
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

function pageOf(events: readonly StoredEvent[]): Trouble['page'] {
  const [first, last] = [events[0], events.at(-1)]
  if (!first || !last) return undefined
  return { from: first.position, to: last.position, streams: [...new Set(events.map(({ stream }) => stream))] }
}
