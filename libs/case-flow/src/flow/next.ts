import { type Instant, dayOf, momentOf } from '@front-door/calendar'
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
  readonly kind?: ItemKind
  readonly about?: string
  /** The clock it would stop that is due first. */
  readonly by?: Pick<Clock, 'clock' | 'words' | 'due' | 'state'>
  readonly missing: readonly Missing[]
}

/** Everything that may happen next for this child, what is due first first, then in the order of the flow. */
export function nextFor(child: Child, now: Instant, agreed: Agreed): readonly Next[] {
  const policy = policyOn(agreed.policies, dayOf(momentOf(now)))
  const clocks = runningClocks(child, now, agreed).filter(({ state }) => state !== 'unknown')
  const missing = missingFrom(child)
  const next = actNames
    .filter((name) => !flow[name].always && allowsChild(flow[name], child))
    .flatMap((name) =>
      subjectsOf(flow[name], child).map(({ kind, item }) => {
        const by = earliest(clocks, flow[name].stops ?? [], item ? itemsAround(child, item.id) : [])
        return {
          act: name,
          label: flow[name].act.label,
          roles: policy.may[name] ?? [],
          ...(kind && item ? { kind, about: item.id } : {}),
          ...(by
            ? { by: { clock: by.clock, words: by.words, state: by.state, ...(by.due ? { due: by.due } : {}) } }
            : {}),
          missing: missing.filter((gap) => gap.about === item?.id && flow[name].asks?.includes(gap.what)),
        }
      }),
    )
  return next.sort((a, b) => dueOf(a).localeCompare(dueOf(b)))
}

function subjectsOf(line: Row, child: Child): readonly { kind?: ItemKind; item?: Item }[] {
  if (!line.on) return line.unless?.(child, '') ? [] : [{}]
  return (Object.keys(line.on) as ItemKind[]).flatMap((kind) =>
    (itemsOf(child, kind) as readonly Item[])
      .filter(
        (item) =>
          (line.on?.[kind] as readonly string[] | undefined)?.includes(item.stage) &&
          !line.unless?.(child, item.id) &&
          !line.done?.(child, item.id),
      )
      .map((item) => ({ kind, item })),
  )
}

/** The item, and where it is a referral everything within it: a conference stops the clock of its enquiry. */
function itemsAround(child: Child, id: string): readonly string[] {
  const within = [...child.assessments, ...child.section47s].filter((item) => item.referral === id)
  return [id, ...within.map((item) => item.id)]
}

function earliest(
  clocks: readonly Clock[],
  stops: readonly TimescaleId[],
  about: readonly string[],
): Clock | undefined {
  const [first] = clocks
    .filter((clock) => about.includes(clock.about) && stops.includes(clock.clock))
    .sort((a, b) => (a.due?.due ?? LAST).localeCompare(b.due?.due ?? LAST))
  return first
}

const LAST = '9999'
const dueOf = (next: Next): string => next.by?.due?.due ?? LAST
