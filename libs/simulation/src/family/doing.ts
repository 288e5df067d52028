import { momentOf } from '@front-door/calendar'
import type { ActName, EventType, InputOfAct, Worker } from '@front-door/case-flow'
import { type Entry, entries, mistakes, onlyTheDay } from '../calibration.js'
import { HOUR } from '../time/working-time.js'
import type { Asked, Family, Life } from './family.js'
import { type Member, lastEvent } from './member.js'

/** Something that somebody does. What is entered about each child is nothing where it no longer fits. */
export interface Deed<N extends ActName> {
  readonly act: N
  readonly by: Worker
  /** When it happens. */
  readonly at: number
  readonly about: readonly Member[]
  readonly input: (member: Member) => InputOfAct<N> | undefined
  /** It is not told as earlier than this, whatever is recorded late: a case of the child closed only then. */
  readonly notBefore?: (member: Member) => number
  /** How soon it is written down: at once, unless told. */
  readonly entry?: Entry
}

/** Does it and has it recorded, soon or late. Gives those about whom it was recorded. */
export function* does<N extends ActName>(family: Family, deed: Deed<N>): Life<readonly Member[]> {
  yield { until: writtenAt(family, deed) }
  const members = yield* ask(family, deed, false)
  const [member] = members
  const event = member && lastEvent(member, correctable[deed.act])
  if (event && family.chance.is(mistakes.corrected)) family.follow({ to: 'correction', member, event })
  return members
}

/** Tries what may not be done, at once. It has to be refused. */
export function* tries<N extends ActName>(family: Family, deed: Deed<N>): Life {
  yield { until: deed.at }
  yield* ask(family, deed, true)
}

/** What is entered about each child who has such an item, from its id. */
export function on<I>(
  idOf: (member: Member) => string | undefined,
  enter: (id: string, member: Member) => I | undefined,
): (member: Member) => I | undefined {
  return (member) => {
    const id = idOf(member)
    return id === undefined ? undefined : enter(id, member)
  }
}

/** Told by itself from then on: nothing waits until it is written down. */
export function* apart(family: Family, at: number, life: Life): Life {
  yield { until: at }
  family.also(life)
}

/** Waits until then, by the family's clock. */
export function* wait(until: number): Life {
  yield { until }
}

/** Something that happens at a time, told when that has come. */
export interface Moment {
  readonly at: number
  readonly tell: (at: number) => Life
}

/** Tells moments one after the other, whatever order they were thought of in. */
export function* inOrder(moments: readonly Moment[]): Life {
  for (const { at, tell } of [...moments].sort((one, other) => one.at - other.at)) yield* tell(at)
}

/** Tells something at the same time, and says when that has come to its end. */
export function alongside(family: Family, life: Life): { readonly ended: boolean } {
  const strand = { ended: false }
  family.also(
    (function* () {
      yield* life
      strand.ended = true
    })(),
  )
  return strand
}

/** Which event of an act people get wrong; acts that are not here are not corrected. */
const correctable: Partial<Record<ActName, EventType>> = {
  'receive-contact': 'ContactReceived',
  'decide-contact': 'ContactDecided',
  'rate-priority': 'PriorityRated',
  'decide-referral': 'ReferralDecided',
  'see-child': 'ChildSeen',
  'complete-assessment': 'AssessmentCompleted',
  'make-visit': 'PlanVisitMade',
  'record-oversight': 'ManagementOversightRecorded',
}

function* ask<N extends ActName>(family: Family, deed: Deed<N>, provoked: boolean): Life<readonly Member[]> {
  const about = deed.about.flatMap((member) => {
    const input = deed.input(member)
    return input === undefined ? [] : [{ member, input }]
  })
  if (about.length === 0) return []
  const children = about.map(({ member, input }) => ({ child: member.id, input }))
  const at = Math.max(deed.at, ...about.map(({ member }) => deed.notBefore?.(member) ?? 0))
  const asks: Asked = {
    act: deed.act,
    worker: deed.by,
    occurredAt: toldAs(family, { ...deed, at }),
    children,
    provoked,
  }
  yield { asks }
  return about.map(({ member }) => member)
}

function writtenAt(
  { chance, hours }: Family,
  { at, by, entry = 'prompt' }: Pick<Deed<ActName>, 'at' | 'by' | 'entry'>,
) {
  const later = at + chance.between(chance.among(entries[entry])) * HOUR
  return by.role === 'edt' || later - at < HOUR ? later : hours.whenOpen(later, chance)
}

function toldAs({ chance, hours }: Family, { at, by, entry = 'prompt' }: Pick<Deed<ActName>, 'at' | 'by' | 'entry'>) {
  return by.role !== 'edt' && chance.is(onlyTheDay[entry]) ? hours.dayOf(at) : momentOf(at)
}
