import type { Policy } from '@front-door/policy'
import type { Refusal } from '../act/index.js'
import type { Worker } from '../event/event.js'
import { sameAct } from '../history/dependents.js'
import type { ChildEvent } from '../history/events.js'
import type { History } from '../history/fold.js'
import { whyNotTheirs } from '../oversight/correctors.js'
import { type ActName, actNames, flow } from './table.js'

/**
 * The acts that may have recorded an event: those that record all that was recorded with it, their own event among it.
 * Where there is none (an imported part of what is one act here), all that record such an event.
 */
export function recordedBy(history: History, event: ChildEvent): readonly ActName[] {
  const together = new Set<string>(sameAct(history, event).map(({ type }) => type))
  const recordsAll = (name: ActName) => {
    const types = flow[name].act.records.map(({ type }) => type)
    return together.has(types[0] ?? '') && [...together].every((type) => types.includes(type))
  }
  const whole = actNames.filter(recordsAll)
  if (whole.length > 0) return whole
  return actNames.filter((name) => flow[name].act.records.some(({ type }) => type === event.type))
}

/** Why this person may not correct an entry of the history; nothing where they may. Roles are named by `roleName`. */
export function whyNotToCorrect(
  history: History,
  entry: ChildEvent,
  { worker, policy }: { readonly worker: Worker; readonly policy: Policy },
  roleName?: (role: string) => string,
): Refusal | undefined {
  return whyNotTheirs(entry, recordedBy(history, entry), { child: history.state, worker, policy }, roleName)
}
