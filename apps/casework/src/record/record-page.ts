import { momentInWords } from '@front-door/calendar'
import {
  type ActName,
  type Child,
  type History,
  type Next,
  type TrailLine,
  actNames,
  findEvent,
  flow,
  isOver,
  itemKinds,
  itemsOf,
  nextFor,
  runningClocks,
  subjectField,
  stageNames,
  trailOf,
  whyNotToCorrect,
} from '@front-door/case-flow'
import type { Item } from '@front-door/case-flow'
import { today, workerNames } from '@front-door/door'
import type { SignedIn } from '@front-door/identity'
import { type ChildNamed, childShown, clocksShown, itemInWords, nextShown, trailShown } from '@front-door/pages'
import { mayDo, policyOn } from '@front-door/policy'
import type { KnownChild } from '../children/read-child.js'
import type { Parts } from '../parts.js'

/** Entries of the trail on one page. */
export const PAGE = 50

/** Whoever reads, and how. */
export interface Reading {
  readonly reader: SignedIn
  /** As it was known at an instant: what may come next is then nothing to offer. */
  readonly then?: string | undefined
  /** From 1. A page after the last is the last. */
  readonly page: number
  readonly childNamed: (id: string) => ChildNamed | undefined
}

export function recordPage(known: KnownChild, { reader, then, page: asked, childNamed }: Reading, parts: Parts) {
  const { history, identity, open } = known
  const { role } = reader
  const { state } = history
  const { agreed, clock } = parts
  const lines = trailOf(history, open, agreed)
  const correctable = then === undefined ? correctableBy(reader, history, parts) : () => false
  const pages = Math.max(1, Math.ceil(lines.length / PAGE))
  const page = Math.min(asked, pages)
  return {
    ...shellOf(known, childNamed, parts),
    identity,
    openings: then === undefined ? openingsOf(known, role, parts) : [],
    details: detailsOf(known),
    entries: entriesOf(lines, state.id, { correctable, childNamed }, parts, { from: (page - 1) * PAGE, size: PAGE }),
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

export function shellOf({ history, identity }: KnownChild, childNamed: Reading['childNamed'], parts: Parts) {
  const { state } = history
  const { mergedInto } = state.person
  const restricted = state.person.restrictedTo !== undefined
  const child = childShown(state, identity, { on: today(parts), restricted, workerName: workerNames(parts) })
  return {
    ...{ title: child.name, child, record: `/children/${state.id}` },
    ...(mergedInto ? { mergedInto: childNamed(mergedInto) } : {}),
  }
}

/** The trail, newest first, each entry with the place where a mistake in it is put right. */
export function entriesOf(
  lines: readonly TrailLine[],
  child: string,
  { correctable, childNamed }: Pick<Reading, 'childNamed'> & { readonly correctable: (event: string) => boolean },
  parts: Parts,
  part = { from: 0, size: lines.length },
) {
  const words = policyOn(parts.agreed.policies, today(parts)).words
  const showing = { newestFirst: true, workerName: workerNames(parts), childNamed, words, part }
  return trailShown(lines, showing).map((entry) => ({
    ...entry,
    ...(!entry.refersTo && !entry.withdrawn && correctable(entry.id)
      ? { correctAt: `/children/${child}/acts/correct-decision?event=${encodeURIComponent(entry.id)}` }
      : {}),
  }))
}

/** Which entries somebody may correct, by their ids. */
export function correctableBy(worker: SignedIn, history: History, parts: Parts): (event: string) => boolean {
  const policy = policyOn(parts.agreed.policies, today(parts))
  return (id) => {
    const entry = findEvent(history, (event) => event.id === id)
    return entry !== undefined && whyNotToCorrect(history, entry, { worker, policy }) === undefined
  }
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
    .filter((act) => open(act) && act !== lifted && !elsewhere.has(act))
    .filter((act) => (flow[act].child ?? ['unborn', 'living', 'died']).includes(child.person.stage))
    .map((act) => ({ text: flow[act].act.label, href: ownPages[act]?.(child.id) ?? actAddress(child, { act }) }))
}

/**
 * A correction begins at the entry; an opening in an emergency where the record is closed, and its end at what tells of
 * it.
 */
const elsewhere: ReadonlySet<ActName> = new Set(['correct-decision', 'open-in-emergency', 'end-emergency-opening'])

const ownPages: Partial<Record<ActName, (child: string) => string>> = {
  'receive-contact': (child) => `/contacts/new?child=${child}`,
  'give-consultation': (child) => `/consultations/new?child=${child}`,
}

/** By whom the record was opened in an emergency, until when, and where that is ended; the latest first. */
function openingsOf({ history }: KnownChild, role: string, parts: Parts) {
  const { id, person } = history.state
  const policy = policyOn(parts.agreed.policies, today(parts))
  const mayEnd = mayDo(policy, role, 'end-emergency-opening')
  const nameOf = workerNames(parts)
  return person.emergencyOpenings.toReversed().map((opening) => {
    const { event, worker, at, until } = opening
    const over = isOver(opening, parts.clock())
    return {
      text: `${nameOf(worker)} opened it in an emergency on ${momentInWords(at)}. ${over ? 'That ended on' : 'It is open to them until'} ${momentInWords(until)}.`,
      ...(over || !mayEnd
        ? {}
        : { end: `/children/${id}/acts/end-emergency-opening?event=${encodeURIComponent(event)}` }),
    }
  })
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
