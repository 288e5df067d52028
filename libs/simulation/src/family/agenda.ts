import type { Asked, Life } from './family.js'

/** When to go on with a strand of the story. */
interface Entry {
  readonly at: number
  readonly life: Life
}

/**
 * Tells the strands of one family's story in the order of its clock, until there are none or the end has come. What
 * goes on then stays open: nobody tells the rest. `perform` has one thing done, and gives the time it was recorded.
 */
export async function tell(
  agenda: Agenda,
  end: number,
  clock: { now: number },
  perform: (asked: Asked) => Promise<void>,
): Promise<void> {
  for (let entry = agenda.next(); entry && entry.at <= end; entry = agenda.next()) {
    clock.now = Math.max(clock.now, entry.at)
    const { life } = entry
    for (let step = life.next(); !step.done; step = life.next()) {
      if ('until' in step.value && step.value.until > clock.now) {
        agenda.add(life, step.value.until)
        break
      }
      if ('until' in step.value) continue
      if (clock.now > end) return
      await perform(step.value.asks)
    }
  }
}

export interface Agenda {
  add(life: Life, at: number): void
  /** What comes first; of two at the same time, the one that was added first. */
  next(): Entry | undefined
}

/** A family has few strands at once: looking through them takes less than keeping them in order. */
export function agendaOf(): Agenda {
  const entries: Entry[] = []
  return {
    add: (life, at) => void entries.push({ at, life }),
    next() {
      let first = 0
      entries.forEach(({ at }, index) => {
        if (at < (entries[first]?.at ?? at)) first = index
      })
      return entries.splice(first, 1)[0]
    },
  }
}
