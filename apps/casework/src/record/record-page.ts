import {
  type ActName,
  type Child,
  type Next,
  type TrailLine,
  actNames,
  flow,
  itemKinds,
  itemsOf,
  nextFor,
  runningClocks,
  subjectField,
  stageNames,
  trailOf,
} from '@front-door/case-flow'
import type { Item } from '@front-door/case-flow'
import { today, workerNames } from '@front-door/door'
import { childShown, clocksShown, itemInWords, nextShown, trailShown } from '@front-door/pages'
import { mayDo, policyOn } from '@front-door/policy'
import type { KnownChild } from '../children/read-child.js'
import type { Parts } from '../parts.js'

/** Entries of the trail on one page. */
export const PAGE = 50

/** Whoever reads, and how. */
export interface Reading {
  readonly role: string
  /** As it was known at an instant: what may come next is then nothing to offer. */
  readonly then?: string | undefined
  readonly page: number
}

export function recordPage(known: KnownChild, { role, then, page }: Reading, parts: Parts) {
  const { history, identity, open } = known
  const { state } = history
  const { agreed, clock } = parts
  const lines = trailOf(history, open, agreed)
  const mayCorrect = mayDo(policyOn(agreed.policies, today(parts)), role, 'correct-decision')
  const correctable = then === undefined && mayCorrect
  const pages = Math.ceil(lines.length / PAGE)
  return {
    ...shellOf(known, parts),
    identity,
    details: detailsOf(known),
    entries: entriesOf(lines, state.id, correctable, parts, { from: (page - 1) * PAGE, size: PAGE }),
    count: lines.length,
    older: page < pages ? page + 1 : undefined,
    newer: page > 1 ? page - 1 : undefined,
    ...(then === undefined
      ? {
          next: nextShown(state, nextFor(state, clock(), agreed), {
            ...{ role, now: clock(), calendars: agreed.calendars },
            href: (next) => actAddress(state, next),
          }),
          clocks: clocksShown(runningClocks(state, clock(), agreed), clock(), agreed),
          underWay: thingsOf(state),
          more: alwaysOpen(state, role, parts),
        }
      : {}),
  }
}

export function shellOf({ history, identity }: KnownChild, parts: Parts) {
  const { state } = history
  const restricted = state.person.restrictedTo !== undefined
  const child = childShown(state, identity, { on: today(parts), restricted, workerName: workerNames(parts) })
  return { title: child.name, child, record: `/children/${state.id}` }
}

/** The trail, newest first, each entry with the place where a mistake in it is put right. */
export function entriesOf(
  lines: readonly TrailLine[],
  child: string,
  correctable: boolean,
  parts: Parts,
  part = { from: 0, size: lines.length },
) {
  const words = policyOn(parts.agreed.policies, today(parts)).words
  return trailShown(lines, { newestFirst: true, workerName: workerNames(parts), words, part }).map((entry) => ({
    ...entry,
    ...(correctable && !entry.refersTo && !entry.withdrawn
      ? { correctAt: `/children/${child}/acts/correct-decision?event=${encodeURIComponent(entry.id)}` }
      : {}),
  }))
}

/** Where the form of an act is, with what is known of what it is about. */
export function actAddress(child: Child, { act, about }: Pick<Next, 'act' | 'about'>): string {
  const field = subjectField(flow[act])
  const query = new URLSearchParams(about && field ? { [field]: about } : {})
  const [unexplained] = child.unexplained
  if (act === 'give-reason' && unexplained) query.set('event', unexplained.event)
  return `/children/${child.id}/acts/${act}${query.size > 0 ? `?${query}` : ''}`
}

/** Everything that was ever opened for the child, the latest first, and the stage it is in. */
function thingsOf(child: Child) {
  return itemKinds
    .filter((kind) => kind !== 'request')
    .flatMap((kind) => (itemsOf(child, kind) as readonly Item[]).map((item) => ({ kind, item })))
    .sort((a, b) => b.item.openedAt.localeCompare(a.item.openedAt))
    .map(({ item }) => ({
      text: upperFirst(itemInWords(child, item.id) ?? item.id),
      stage: stageNames[item.stage] ?? item.stage,
      href: `/children/${child.id}/items/${encodeURIComponent(item.id)}`,
    }))
}

export const upperFirst = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** What is open at any time: a change of details, a correction, oversight. Contacts have a form of their own. */
function alwaysOpen(child: Child, role: string, parts: Parts) {
  const policy = policyOn(parts.agreed.policies, today(parts))
  const open = (act: ActName) => flow[act].always === true && mayDo(policy, role, act)
  const lifted = child.person.restrictedTo ? 'restrict-record' : 'lift-restriction'
  return actNames
    .filter((act) => open(act) && act !== lifted && act !== 'correct-decision')
    .filter((act) => (flow[act].child ?? ['unborn', 'living', 'died']).includes(child.person.stage))
    .map((act) => ({ text: flow[act].act.label, href: ownPages[act]?.(child.id) ?? actAddress(child, { act }) }))
}

const ownPages: Partial<Record<ActName, (child: string) => string>> = {
  'receive-contact': (child) => `/contacts/new?child=${child}`,
  'give-consultation': (child) => `/consultations/new?child=${child}`,
}

/** Who the child is, in words: what the trail holds now. */
function detailsOf({ history, identity }: KnownChild) {
  const { person } = history.state
  const known = { ...identity, locality: person.locality }
  return names.flatMap(([name, label]) => {
    const text = (known as Readonly<Record<string, string | undefined>>)[name]
    return text ? [{ label, text }] : []
  })
}

const names = [
  ['aliases', 'Other names'],
  ['motherName', 'Mother'],
  ['address', 'Address'],
  ['postcode', 'Postcode'],
  ['locality', 'Locality'],
  ['school', 'School or nursery'],
  ['nhsNumber', 'NHS number'],
  ['upn', 'UPN'],
] as const
