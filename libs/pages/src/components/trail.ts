import { momentInWords } from '@front-door/calendar'
import type { TrailLine } from '@front-door/case-flow'
import type { Policy } from '@front-door/policy'
import type { Entries } from '../form/asking.js'
import { isEntries } from '../form/entered.js'
import { instantInWords, roleName } from '../shell/names.js'
import { type ChildNamed, type Fact, aboutAnEntry, factsOf, labelsOf } from './facts.js'
import { type Naming, inNames, linked } from './named.js'

/** One entry of a decision trail as it is shown. */
export interface TrailEntry {
  /** The id of the event, which is also where a link to the entry goes. */
  readonly id: string
  readonly title: string
  readonly by: string
  readonly happened: string
  readonly recorded: string
  readonly late: boolean
  readonly facts: readonly Fact[]
  /** What these words were about: they were erased. */
  readonly erased: readonly string[]
  readonly withdrawn: boolean
  readonly corrections: readonly CorrectionShown[]
  /** The record it was first written in, where that was merged into this one. */
  readonly mergedFrom?: ChildNamed
  /** The earlier entry that this one corrects, explains or ends. */
  readonly refersTo?: { readonly id: string; readonly title: string }
}

export interface CorrectionShown {
  readonly at: string
  readonly withdrawn: boolean
  readonly reason?: string
  readonly now: readonly Fact[]
}

export interface TrailShowing extends Naming {
  /** Only so many entries, from this one on. All unless told. */
  readonly part?: { readonly from: number; readonly size: number }
  readonly newestFirst?: boolean
  /** The council's own words for codes. */
  readonly words?: Policy['words']
}

/** A trail as people read it. Corrections stand beside what they correct, and as entries of their own. */
export function trailShown(lines: readonly TrailLine[], showing: TrailShowing = {}): readonly TrailEntry[] {
  const byId = new Map(lines.map((line) => [line.event, line]))
  const { newestFirst, part = { from: 0, size: lines.length } } = showing
  const ordered = newestFirst ? lines.toReversed() : lines
  return ordered.slice(part.from, part.from + part.size).map((line) => entryOf(line, byId, showing))
}

function entryOf(line: TrailLine, byId: ReadonlyMap<string, TrailLine>, showing: TrailShowing): TrailEntry {
  const { event, type, name, worker, occurredAt, recordedAt, late, data, said, words, mergedFrom } = line
  const earlier = aboutAnEntry.includes(type) ? byId.get(String(data['event'])) : undefined
  return {
    id: event,
    title: name,
    by: `${showing.workerName?.(worker.id) ?? worker.id}, ${roleName(worker.role)}, ${worker.team}`,
    happened: momentInWords(occurredAt),
    recorded: instantInWords(recordedAt),
    late,
    facts: [...agencyAsked(line, byId, showing), ...toldIn(type, data, words, showing)],
    erased: words ? [] : labelsOf(type, said),
    withdrawn: line.corrections.some(({ withdrawn }) => withdrawn),
    corrections: correctionsShown(line, byId, showing),
    ...(mergedFrom ? { mergedFrom: { name: mergedFrom, href: `/children/${mergedFrom}` } } : {}),
    ...(earlier ? { refersTo: { id: earlier.event, title: earlier.name } } : {}),
  }
}

/** Of an answer, the agency that was asked: the answer itself names the request alone. */
function agencyAsked(
  { type, data }: TrailLine,
  byId: ReadonlyMap<string, TrailLine>,
  { words }: TrailShowing,
): readonly Fact[] {
  if (type !== 'InformationReceived' && type !== 'InformationNotReceived') return []
  const asked = [...byId.values()].find(
    (line) => line.type === 'InformationRequested' && line.data['request'] === data['request'],
  )
  if (!asked) return []
  const { agency } = Object.assign({}, asked.data, ...asked.corrections.map(({ changed }) => changed)) as Entries
  return factsOf(asked.type, { agency }, {}, words)
}

/** Everything that is said, with the people and children in it by name. */
function toldIn(type: string, data: Entries, words: Entries | undefined, showing: TrailShowing): readonly Fact[] {
  const said = { type, data }
  return linked(factsOf(type, inNames(said, showing), words, showing.words), said, showing)
}

/** Each correction with what it says instead, and what it emptied beside what stood there until then. */
function correctionsShown(
  { type, data, words: asSaid = {}, corrections }: TrailLine,
  byId: ReadonlyMap<string, TrailLine>,
  showing: TrailShowing,
): readonly CorrectionShown[] {
  let stood = { data, words: asSaid as Entries }
  return corrections.map(({ event, at, withdrawn, changed }) => {
    const words = byId.get(event)?.words
    const instead = insteadOf(words?.['instead'])
    const emptied = Object.keys(changed).filter((name) => changed[name] === null)
    const was = toldIn(type, only(emptied, stood.data), only(emptied, stood.words), showing)
    const now = toldIn(type, without(emptied, changed), instead, showing)
    stood = { data: { ...stood.data, ...changed }, words: { ...without(emptied, stood.words), ...instead } }
    const reason = words?.['reason']
    return {
      ...{ at: momentInWords(at), withdrawn },
      ...(reason ? { reason } : {}),
      now: [...now, ...was.map((fact) => ({ ...fact, text: `was “${fact.text}”, now nothing` }))],
    }
  })
}

const only = (names: readonly string[], entries: Entries): Entries =>
  Object.fromEntries(Object.entries(entries).filter(([name, value]) => names.includes(name) && value !== null))
const without = (names: readonly string[], entries: Entries): Entries =>
  Object.fromEntries(Object.entries(entries).filter(([name]) => !names.includes(name)))

/** Corrected words are kept as one JSON text. */
function insteadOf(instead: string | undefined): Readonly<Record<string, unknown>> {
  const read: unknown = JSON.parse(instead ?? '{}')
  return isEntries(read) ? read : {}
}
