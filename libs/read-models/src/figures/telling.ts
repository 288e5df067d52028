import {
  type Agreed,
  type Child,
  type ChildEvent,
  type Clock,
  type EventType,
  type History,
  asCorrected,
  eventsOf,
} from '@front-door/case-flow'

/** An event of one type. */
export type EventOfType<T extends EventType> = Extract<ChildEvent, { readonly type: T }>

/** One child's history as the rows of figures are told from it, gone through once. */
export interface Telling {
  readonly child: Child
  /** The events as they were recorded, oldest first. */
  readonly recorded: readonly ChildEvent[]
  /** The events of one type, as corrected, in the order in which they were recorded. */
  readonly of: <T extends EventType>(type: T) => readonly EventOfType<T>[]
  /** Every clock of the child. When they were read shows in those that still run, and nowhere else. */
  readonly clocks: readonly Clock[]
  readonly agreed: Agreed
  /** The referral that an item is, or that it belongs to or became. */
  readonly referralOf: (item: string | undefined) => string | null
}

export function tellingOf(history: History, clocks: readonly Clock[], agreed: Agreed): Telling {
  const child = history.state
  const recorded = eventsOf(history)
  const byType = new Map<EventType, ChildEvent[]>()
  for (const event of asCorrected(recorded)) {
    const before = byType.get(event.type)
    if (before) before.push(event)
    else byType.set(event.type, [event])
  }
  const referrals = referralsIn(child)
  return {
    child,
    recorded,
    of: <T extends EventType>(type: T) =>
      (byType.get(type) ?? []) as readonly ChildEvent[] as readonly EventOfType<T>[],
    clocks,
    agreed,
    referralOf: (item) => referrals.get(item ?? '') ?? null,
  }
}

/** The referral of every item, by its id. */
function referralsIn(child: Child): ReadonlyMap<string, string> {
  const referrals = new Map<string, string>()
  const belongs = (id: string, to: string | undefined) => {
    if (to !== undefined && !referrals.has(id)) referrals.set(id, to)
  }
  for (const { id, contact } of child.referrals) {
    belongs(id, id)
    if (contact !== undefined) belongs(contact, id)
  }
  for (const items of [child.assessments, child.section47s, child.conferences, child.stepDowns])
    for (const { id, referral } of items) belongs(id, referral)
  for (const plans of [child.protectionPlans, child.cinPlans])
    for (const { id, referral } of plans) belongs(id, referral)
  for (const items of [child.discussions, child.requests])
    for (const { id, about } of items) belongs(id, referrals.get(about))
  for (const { id, stepDown, contact } of child.earlyHelp) belongs(id, referrals.get(stepDown ?? contact ?? ''))
  return referrals
}

/** The first event about each item, by the id of the item. */
export function firstAbout<E extends ChildEvent>(
  events: readonly E[],
  about: (event: E) => string,
): ReadonlyMap<string, E> {
  const first = new Map<string, E>()
  for (const event of events) if (!first.has(about(event))) first.set(about(event), event)
  return first
}
