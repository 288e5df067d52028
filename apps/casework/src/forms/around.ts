import { addMonths } from '@front-door/calendar'
import { type Next, type TrailLine, eventsOf, nextFor, trailOf } from '@front-door/case-flow'
import { today, workerNames } from '@front-door/door'
import { type TrailShowing, nextShown, trailShown } from '@front-door/pages'
import { policyOn } from '@front-door/policy'
import type { KnownChild } from '../children/read-child.js'
import type { Parts } from '../parts.js'

/** The record around a form, with what the children in it are called. */
interface Shown {
  readonly known: KnownChild
  readonly childNamed?: TrailShowing['childNamed']
}

/** Everything about the child in the months the policy calls recent, in front of whoever decides. */
export function recent({ known: { history, open }, childNamed }: Shown, parts: Parts) {
  const { agreed } = parts
  const { thresholds, words } = policyOn(agreed.policies, today(parts))
  const from = addMonths(today(parts), -thresholds.historyMonths)
  const lines = trailOf(history, open, agreed).filter(({ occurredAt }) => occurredAt >= from)
  return trailShown(lines.filter(isOfNote), {
    newestFirst: true,
    workerName: workerNames(parts),
    childNamed,
    words,
  }).map((entry) => ({
    ...entry,
    inShort: entry.facts.filter(({ sealed }) => !sealed).slice(0, 3),
    told: entry.facts.filter(({ sealed }) => sealed),
  }))
}

const ofNote = [
  'ContactReceived',
  'ContactDecided',
  'ReferralReceived',
  'ReferralDecided',
  'CaseClosed',
  'ConsultationGiven',
]

const isOfNote = ({ type }: TrailLine) =>
  ofNote.includes(type) ||
  /^(Assessment(Completed|Authorised)|Strategy|Section47|Conference|Protection|StepDown|SteppedUp|EarlyHelp)/.test(type)

/** What others recorded while this was being decided. */
export function changedSince({ known: { history, open }, childNamed }: Shown, seen: number, parts: Parts) {
  const own = new Set(
    eventsOf(history)
      .filter(({ child }) => child === history.child)
      .slice(seen)
      .map(({ id }) => id),
  )
  const lines = trailOf(history, open, parts.agreed).filter(({ event }) => own.has(event))
  return trailShown(lines, {
    ...{ workerName: workerNames(parts), childNamed },
    words: policyOn(parts.agreed.policies, today(parts)).words,
  })
}

/** What may come next that may not come yet, in words. */
export function newNext({ history }: KnownChild, after: KnownChild['history'], role: string, parts: Parts) {
  const { agreed, clock } = parts
  const key = ({ act, about }: Next) => `${act} ${about}`
  const before = new Set(nextFor(history.state, clock(), agreed).map(key))
  const fresh = nextFor(after.state, clock(), agreed).filter((next) => !before.has(key(next)))
  const { yours, others } = nextShown(after.state, fresh, {
    role,
    now: clock(),
    calendars: agreed.calendars,
    href: () => '',
  })
  return [
    ...yours.map(({ label }) => `${label} (you can do this)`),
    ...others.map(({ label, who }) => `${label} (for ${who})`),
  ].slice(0, 8)
}
