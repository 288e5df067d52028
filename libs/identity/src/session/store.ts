import type { SessionStore } from '@fastify/session'
import type { Session } from 'fastify'
import { openPrivately } from '../files/private-database.js'
import { type Row, schema, statementsOn } from './rows.js'
import { open, printOf, seal } from './sealed.js'
import type { Limits } from './session.js'

/** Sessions in a file of their own, so that a restart signs nobody out. The store of `@fastify/session`, and its limits. */
export interface Sessions extends SessionStore {
  /** There was a request in this session. Written down at most once a minute. */
  seen(sessionId: string): void
  /** Until it ends if nothing more happens; 0 where it has ended or never was. */
  secondsLeft(sessionId: string): number
  close(): Promise<void>
}

export interface SessionsOptions {
  readonly limits?: Limits
  /** Milliseconds since 1970. The machine's clock unless told. */
  readonly now?: () => number
}

const MINUTE = 60_000

/**
 * Opens the sessions kept in `file`, which is made where it is missing. An ended session stays ended: whatever a
 * request that was under way at its end still tries to keep is dropped. What a session holds is sealed under its id.
 */
export function openSessions(file: string, { limits = {}, now = Date.now }: SessionsOptions = {}): Sessions {
  const db = openPrivately(file, schema)
  const { find, keep, end, see, endOverdue, forget } = statementsOn(db)
  const lasts = inMilliseconds(limits)
  let tidied = 0

  const left = (row: Row | undefined) => (row?.data ? endOf(row, lasts) - now() : 0)
  const tidy = () => {
    if (now() - tidied < MINUTE) return
    tidied = now()
    endOverdue.run({ now: now(), ...lasts })
    forget.run({ before: now() - lasts.absolute })
  }

  return {
    get(sessionId, answer) {
      attempted(answer, () => {
        const row = find.get({ print: printOf(sessionId) })
        return row?.data && left(row) > 0 ? opened(sessionId, row.data) : null
      })
    },
    set(sessionId, session, answer) {
      attempted(answer, () => {
        tidy()
        const { cookie: _, ...held } = session
        const data = seal(sessionId, JSON.stringify(held))
        keep.run({ print: printOf(sessionId), data, signedIn: session.signedIn ? 1 : 0, now: now() })
      })
    },
    destroy(sessionId, answer) {
      attempted(answer, () => void end.run({ print: printOf(sessionId), now: now() }))
    },
    seen(sessionId) {
      const print = printOf(sessionId)
      const row = find.get({ print })
      if (row && left(row) > 0 && now() - row.seen >= MINUTE) see.run({ print, now: now() })
    },
    secondsLeft: (sessionId) => Math.max(0, Math.floor(left(find.get({ print: printOf(sessionId) })) / 1000)),
    close: async () => void db.close(),
  }
}

type InMilliseconds = Readonly<Record<keyof Limits, number>>

function inMilliseconds({ idle = 3_600, absolute = 43_200, attempt = 900 }: Limits): InMilliseconds {
  return { idle: idle * 1000, absolute: absolute * 1000, attempt: attempt * 1000 }
}

function endOf({ signed_in, began, seen }: Row, { idle, absolute, attempt }: InMilliseconds): number {
  return Math.min(seen + idle, began + (signed_in ? absolute : attempt))
}

/** The cookie's settings are not kept: those of today's program count. */
function opened(sessionId: string, data: Buffer): Session | null {
  const text = open(sessionId, data)
  if (text === undefined) return null
  const held: unknown = JSON.parse(text)
  return typeof held === 'object' && held !== null ? { ...held, cookie: { originalMaxAge: null } } : null
}

/** The plugin takes answers by callback, and an answer's own error must not be answered with a second call. */
function attempted<T>(answer: (error: unknown, result?: T) => void, act: () => T): void {
  let result: T
  try {
    result = act()
  } catch (error) {
    return answer(error)
  }
  answer(null, result)
}
