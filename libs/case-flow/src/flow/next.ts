import { type Instant, type Moment, dayOf, momentOf } from '@front-door/calendar'
import { type Role, type TimescaleId, policyOn } from '@front-door/policy'
import { type Child, type Item, itemsOf } from '../child/index.js'
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
  /** The clock it would stop that is due first. */
  readonly by?: Pick<Clock, 'clock' | 'words' | 'due' | 'state'> | undefined
  readonly missing: readonly Missing[]
}

/** The acts that can be a next step, in the order of the flow, each with the kinds of item it is about. */
const offered = actNames
  .filter((name) => !flow[name].always)
  .map((name) => ({ name, line: flow[name], kinds: Object.keys(flow[name].on ?? {}) as readonly ItemKind[] }))

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
  const next: Next[] = []
  for (const { name, line, kinds } of offered) {
    if (!allowsChild(line, child)) continue
    for (const { kind, item } of subjectsOf(line, kinds, child)) {
      const by = item && line.stops && earliest(clocks, line.stops, child, item.id)
      next.push({
        act: name,
        label: line.act.label,
        roles: may[name] ?? [],
        kind,
        about: item?.id,
        by: by && { clock: by.clock, words: by.words, state: by.state, due: by.due },
        missing: line.asks ? missing.filter((gap) => gap.about === item?.id && line.asks?.includes(gap.what)) : [],
      })
    }
  }
  return next.sort((a, b) => inOrder(a.by?.due?.due, b.by?.due?.due))
}

interface Subject {
  readonly kind?: ItemKind
  readonly item?: Item
}

function subjectsOf(line: Row, kinds: readonly ItemKind[], child: Child): readonly Subject[] {
  if (!line.on) return line.unless?.(child, '') ? [] : [{}]
  const subjects: Subject[] = []
  for (const kind of kinds) {
    const stages = line.on[kind] as readonly string[] | undefined
    for (const item of itemsOf(child, kind) as readonly Item[])
      if (stages?.includes(item.stage) && !line.unless?.(child, item.id) && !line.done?.(child, item.id))
        subjects.push({ kind, item })
  }
  return subjects
}

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
