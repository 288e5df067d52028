import type { Instant } from '@front-door/calendar'

/** Where the log ends, and what has been recorded after a position of it. */
export interface Recorded {
  end(): Promise<number>
  since(position: number): AsyncIterable<readonly { readonly recordedAt: Instant }[]>
}

interface Stands {
  readonly position: number
  /** Nothing that was recorded from there up to here is of before the instant. */
  seen: number
}

/** Instants that are remembered. */
const MANY = 50

/**
 * From which position of the log on a question about the record is answered as it is now. Of the record as it stood at an
 * instant that is past it stays the same, whatever is recorded later; of the record itself it moves with every event.
 */
export function positionsOf({ end, since }: Recorded) {
  const kept = new Map<string, Stands>()
  return async (instant: Instant | undefined): Promise<number> => {
    if (instant === undefined) return end()
    const stands = kept.get(instant)
    const now = await end()
    if (stands && (await isLater(since(stands.seen), instant))) {
      stands.seen = Math.max(stands.seen, now)
      return stands.position
    }
    const others = kept.get(instant)
    if (others && others !== stands) return others.position
    kept.delete(instant)
    kept.set(instant, { position: now, seen: now })
    for (const oldest of kept.keys()) if (kept.size > MANY) kept.delete(oldest)
    return now
  }
}

async function isLater(pages: ReturnType<Recorded['since']>, instant: Instant): Promise<boolean> {
  for await (const page of pages) if (page.some(({ recordedAt }) => recordedAt <= instant)) return false
  return true
}
