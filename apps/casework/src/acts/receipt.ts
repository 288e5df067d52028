import {
  type Agreed,
  type History,
  type Missing,
  type Next,
  datesInDoubt,
  definitionOf,
  eventName,
  findEvent,
  missingFrom,
  nextFor,
  openTo,
} from '@front-door/case-flow'
import type { Recorded } from '@front-door/event-log'
import { type Reader, isOpenTo } from '@front-door/identity'

/**
 * What was recorded, what may happen next, and what is still missing. The same request gives the same receipt. Of a
 * record that the reader may not open it tells what they themselves recorded, and nothing of what else stands there.
 */
export interface Receipt {
  readonly command: string
  readonly children: readonly ChildReceipt[]
}

export interface ChildReceipt {
  readonly child: string
  readonly version: number
  readonly events: readonly ReceiptEvent[]
  readonly next: readonly Next[]
  readonly missing: readonly Missing[]
}

export interface ReceiptEvent {
  readonly id: string
  readonly type: string
  readonly name: string
  readonly version: number
  /** The items it names: the contact it opened, the referral it moved. */
  readonly items: Readonly<Record<string, string>>
}

export function receiptOf(command: string, { children }: Recorded, agreed: Agreed, reader: Reader): Receipt {
  return {
    command,
    children: children.map(({ child, version, events, history }) => {
      const { state } = history
      const restrictedTo = openTo(state.person, recordedAt(history))
      const isOpen = isOpenTo(reader, restrictedTo ? { restrictedTo } : {})
      const recorded = events.flatMap(({ id }) => findEvent(history, (event) => event.id === id) ?? [])
      const missing = isOpen ? missingFrom(state) : []
      return {
        child,
        version,
        events: events.map(({ id, type, version: at }) => ({
          id,
          type,
          name: eventName(type),
          version: at,
          items: itemsNamed(history, id),
        })),
        next: isOpen ? nextFor(state, recordedAt(history), agreed, missing) : [],
        missing: [...missing, ...datesInDoubt(recorded, agreed.policies)],
      }
    }),
  }
}

/** What was due when is told as it stood when it was recorded, so that a repeated request gets the same receipt. */
function recordedAt(history: History): string {
  return findEvent(history, () => true)?.recordedAt ?? '1970-01-01T00:00:00.000Z'
}

function itemsNamed(history: History, id: string): Readonly<Record<string, string>> {
  const event = findEvent(history, (each) => each.id === id)
  const fields = definitionOf(event?.type ?? '')?.fields ?? {}
  const named = Object.entries(event?.data ?? {}).filter(([name]) => fields[name]?.kind === 'reference')
  return Object.fromEntries(named.map(([name, value]) => [name, String(value)]))
}
