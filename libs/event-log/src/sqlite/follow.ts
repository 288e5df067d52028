import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Position, StoredEvent, Subscription } from '../log.js'

/** How often those who follow look for what another process wrote to the same file, in milliseconds. */
const LOOK_EVERY = 50

/** Everyone who follows the log, woken when there may be more to read. */
export interface Followers {
  wake(): void
  follow(after: Position, handle: (page: readonly StoredEvent[]) => Promise<void>): Subscription
  close(): Promise<void>
}

export function followersOf(next: (after: Position) => readonly StoredEvent[]): Followers {
  const following = new Map<Subscription, () => void>()
  let timer: NodeJS.Timeout | undefined
  const wake = () => {
    for (const wakeOne of following.values()) wakeOne()
  }
  const left = (subscription: Subscription) => {
    following.delete(subscription)
    if (following.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
  return {
    wake,
    follow(after, handle) {
      const { subscription, wakeOne } = followed(after, handle, next, () => left(subscription))
      following.set(subscription, wakeOne)
      timer ??= setInterval(wake, LOOK_EVERY)
      return subscription
    },
    async close() {
      await Promise.all([...following.keys()].map((subscription) => subscription.close()))
    },
  }
}

function followed(
  after: Position,
  handle: (page: readonly StoredEvent[]) => Promise<void>,
  next: (after: Position) => readonly StoredEvent[],
  left: () => void,
): { readonly subscription: Subscription; readonly wakeOne: () => void } {
  let closed = false
  let wakeOne: () => void = () => undefined
  const run = async () => {
    await nextTurn()
    for (let position = after; !closed;) {
      const page = next(position)
      const last = page.at(-1)
      if (last) {
        await handle(page)
        position = last.position
        await nextTurn()
      } else await new Promise<void>((resolve) => (wakeOne = resolve))
    }
  }
  const ended = run().finally(() => left())
  // Whoever waits for `ended` hears of the error; that nobody does yet must not end the process.
  ended.catch(() => undefined)
  return {
    wakeOne: () => wakeOne(),
    subscription: {
      ended,
      async close() {
        closed = true
        wakeOne()
        await Promise.allSettled([ended])
      },
    },
  }
}
