import { type Instant, type Moment, dayOf, momentOf } from '@front-door/calendar'
import { type Role, type TimescaleId, policyOn } from '@front-door/policy'
import { type Child, type Item, itemKinds, itemsOf } from '../child/index.js'
import type { ItemKind } from '../fields/index.js'
import { type Agreed, type Clock, runningClocks } from './clocks.js'
import { type Missing, missingFrom } from './evidence.js'
import { type Row, allowsChild } from './row.js'
import { type ActName, actNames, flow } from './table.js'

/** Something that may happen next: by which roles, about which item, by when, and what is missing for it. */
export interface Next {
  readonly act: ActName
  readonly label: string
  readonly roles: readonly Role[]
  readonly kind?: ItemKind | undefined
  readonly about?: string | undefined
  /** The clock it would stop that is due first, and when. How that was counted is told with the clock itself. */
  readonly by?: (Pick<Clock, 'clock' | 'words' | 'state'> & { readonly due?: Moment | undefined }) | undefined
  readonly missing: readonly Missing[]
}

interface Offered {
  readonly name: ActName
  readonly line: Row
  /** In the order of the flow. */
  readonly place: number
}

/** The acts that can be a next step. */
const offered: readonly Offered[] = actNames
  .map((name, place) => ({ name, line: flow[name], place }))
  .filter(({ line }) => !line.always)

const aboutTheChild = offered.filter(({ line }) => !line.on)

const aboutItems = itemKinds.map((kind) => ({ kind, inStage: offeredInStages(kind) }))

function offeredInStages(kind: ItemKind): ReadonlyMap<string, readonly Offered[]> {
  const stages = new Map<string, Offered[]>()
  for (const each of offered)
    for (const stage of each.line.on?.[kind] ?? []) stages.set(stage, [...(stages.get(stage) ?? []), each])
  return stages
}

/** Everything that may happen next for this child, what is due first first, then in the order of the flow. */
export function nextFor(
  child: Child,
  now: Instant,
  agreed: Agreed,
  missing: readonly Missing[] = missingFrom(child),
): readonly Next[] {
  const { may } = policyOn(agreed.policies, dayOf(momentOf(now)))
  const clocks = runningClocks(child, now, agreed)
    .filter(({ state }) => state !== 'unknown')
    .sort((a, b) => inOrder(a.due?.due, b.due?.due))
  const found: { readonly place: number; readonly next: Next }[] = []
  for (const { name, line, place } of aboutTheChild) {
    if (!allowsChild(line, child) || line.unless?.(child, '')) continue
    found.push({ place, next: { act: name, label: line.act.label, roles: may[name] ?? [], missing: [] } })
  }
  for (const { kind, inStage } of aboutItems)
    for (const { id, stage } of itemsOf(child, kind) as readonly Item[])
      for (const { name, line, place } of inStage.get(stage) ?? nothing) {
        if (!allowsChild(line, child) || line.unless?.(child, id) || line.done?.(child, id)) continue
        const first = line.stops && earliest(clocks, line.stops, child, id)
        const by = first && { clock: first.clock, words: first.words, state: first.state, due: first.due?.due }
        const asked = line.asks ? missing.filter((gap) => gap.about === id && line.asks?.includes(gap.what)) : []
        const roles = may[name] ?? []
        found.push({ place, next: { act: name, label: line.act.label, roles, kind, about: id, by, missing: asked } })
      }
  return found.sort((a, b) => inOrder(a.next.by?.due, b.next.by?.due) || a.place - b.place).map(({ next }) => next)
}

const nothing: readonly Offered[] = []

/** Of clocks in the order in which they are due, the first of these about the item or what is within it. */
function earliest(
  clocks: readonly Clock[],
  stops: readonly TimescaleId[],
  child: Child,
  id: string,
): Clock | undefined {
  const stopped = clocks.filter(({ clock }) => stops.includes(clock))
  if (stopped.length === 0) return undefined
  const around = itemsAround(child, id)
  return stopped.find(({ about }) => around.includes(about))
}

/** The item, and where it is a referral everything within it: a conference stops the clock of its enquiry. */
function itemsAround(child: Child, id: string): readonly string[] {
  const within = [...child.assessments, ...child.section47s].filter((item) => item.referral === id)
  return [id, ...within.map((item) => item.id)]
}

const LAST = '9999'

/** What is due first comes first; what is not due at all, last. */
function inOrder(a: Moment = LAST, b: Moment = LAST): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
