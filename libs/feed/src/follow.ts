import { type EventLog, type Position, type StoredEvent, UnreadableEvent } from '@front-door/event-log'
import { isTold, patiently } from './patience.js'

/** Something that keeps up with the log. Its checkpoint is its own, written together with the effect of a page. */
export interface Consumer {
  readonly name: string
  /** Done before it follows, and again each time it follows again after a failure. */
  begin?(): Promise<void>
  /** How far it has come; 0 when it has not begun. */
  checkpoint(): Promise<Position>
  /** Takes in a page of events and remembers `upTo` in the same transaction. The same page may come again after a crash. */
  take(page: readonly StoredEvent[], upTo: Position): Promise<void>
  /**
   * Takes in all up to here, otherwise than by pages: an event in the next of them cannot be read. Without it the page
   * is tried again and again.
   */
  takeUnread?(upTo: Position): Promise<void>
  /** How many it has set aside: what could not be taken in of them holds up nobody else. */
  setAside?(): Promise<number>
}

export type Standing = 'keeping up' | 'retrying'

/**
 * How a consumer stands: how far behind the log it is, what it has set aside, and what holds it up if something does.
 */
export interface Lag {
  readonly consumer: string
  readonly standing: Standing
  readonly at: Position
  readonly end: Position
  /** How often in a row it has failed; 0 while it keeps up. */
  readonly failed: number
  readonly setAside: number
  readonly error?: string
}

/** A page that could not be taken in: which events of which streams, and when it is tried again. */
export interface Trouble {
  readonly consumer: string
  /** The first and the last position of the page; nothing where the failure was not of a page. */
  readonly page: { readonly from: Position; readonly to: Position; readonly streams: readonly string[] } | undefined
  readonly error: unknown
  /** How often in a row it has failed. */
  readonly failed: number
  /** Milliseconds until it is tried again. */
  readonly retryIn: number
}

export interface Following {
  lag(): Promise<Lag>
  /** Resolves when the consumer has come at least this far, or rejects when it was closed before. */
  reached(position: Position): Promise<void>
  close(): Promise<void>
}

export interface Followed {
  /** Milliseconds until the next try after so many failures in a row. */
  readonly pause?: (failed: number) => number
  /** Hears of the first failure in a row, and then of ever fewer: see `isTold`. */
  readonly tell?: (trouble: Trouble) => void
  /** Hears that it is well again, after so many failures. */
  readonly tellWell?: (failed: number) => void
}

/**
 * Follows the log from the consumer's checkpoint until closed: at least once in, and exactly once in effect. What fails
 * is tried again for as long as it takes, and never skipped.
 */
export function follow(
  log: EventLog,
  consumer: Consumer,
  { pause = patiently, tell = () => undefined, tellWell = () => undefined }: Followed = {},
): Following {
  const waiting = new Set<{ position: Position; resolve: () => void; reject: (error: Error) => void }>()
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

  const well = (at: Position) => {
    if (failed > 0) tellWell(failed)
    problem = undefined
    failed = 0
    arrived(at)
  }

  const followOn = async () => {
    await consumer.begin?.()
    const from = await consumer.checkpoint()
    arrived(from)
    const subscription = log.subscribe(from, async (page) => {
      const last = page.at(-1)
      if (!last) return
      taking = page
      await consumer.take(page, last.position)
      taking = []
      well(last.position)
    })
    stop = () => subscription.close()
    if (closed) await stop()
    await subscription.ended
  }

  /** Gives whether there is more to follow. */
  const once = async (): Promise<boolean> => {
    try {
      await followOn()
      return false
    } catch (error) {
      if (!(error instanceof UnreadableEvent) || taking.length > 0 || !consumer.takeUnread) throw error
      const end = await log.end()
      await consumer.takeUnread(end)
      well(end)
      return true
    }
  }

  const run = async () => {
    while (!closed) {
      try {
        if (!(await once())) return
      } catch (error) {
        problem = error instanceof Error ? error.message : String(error)
        failed += 1
        const retryIn = pause(failed)
        if (isTold(failed)) tell({ consumer: consumer.name, page: pageOf(taking), error, failed, retryIn })
        taking = []
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, retryIn)
          wake = () => (clearTimeout(timer), resolve())
          if (closed) wake()
        })
      }
    }
  }

  const running = run()
  return {
    lag: async () => ({
      consumer: consumer.name,
      standing: failed > 0 ? 'retrying' : 'keeping up',
      at: await consumer.checkpoint(),
      end: await log.end(),
      failed,
      setAside: (await consumer.setAside?.()) ?? 0,
      ...(problem ? { error: problem } : {}),
    }),
    reached: async (position) => {
      // It waits before it looks: a page may be taken in while it is looking.
      const come = new Promise<void>((resolve, reject) => waiting.add({ position, resolve, reject }))
      await Promise.all([come, consumer.checkpoint().then(arrived)])
    },
    close: async () => {
      closed = true
      wake()
      await stop()
      await running
      for (const { reject } of waiting) reject(new Error(`${consumer.name} was closed before it had come so far.`))
      waiting.clear()
    },
  }
}

function pageOf(events: readonly StoredEvent[]): Trouble['page'] {
  const [first, last] = [events[0], events.at(-1)]
  if (!first || !last) return undefined
  return { from: first.position, to: last.position, streams: [...new Set(events.map(({ stream }) => stream))] }
}
