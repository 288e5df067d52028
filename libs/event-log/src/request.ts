import { type Change, type ChildId, type History, fingerprinted, noHistory } from '@front-door/case-flow'
import { earlier } from './earlier.js'
import type { Histories, Known } from './histories.js'
import { type Append, type Appended, type EventLog, type EventToAppend, WrongVersion } from './log.js'
import { type NotAllowed, type Performed, type Recorded, type Stale, TooManyAtOnce, toldOf } from './performed.js'
import { prepared } from './prepare.js'
import type { Keys } from './words/keys.js'

/** What is to be written, or why it may not be. */
export type Choice = readonly Change[] | NotAllowed

/** Something to be recorded once, whatever happens meanwhile. */
export interface Request {
  readonly id: string
  readonly fingerprint: string
  readonly children: ReadonlySet<ChildId>
  readonly expected: ReadonlyMap<ChildId, number>
  choose(histories: ReadonlyMap<ChildId, History>): Choice
}

/** Others may get in between as often as this before a caller is told to try again. */
const ATTEMPTS = 100

/** The path of everything that is recorded: look, choose, seal, chain, append; and look again if others were first. */
export function requests(log: EventLog, keys: Keys, histories: Histories): (request: Request) => Promise<Performed> {
  return async (request) => {
    const children =
      request.expected.size > 0 ? new Set([...request.children, ...request.expected.keys()]) : request.children
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const performed = (attempt > 0 && (await asBefore(request))) || (await tryOnce(request, children, attempt > 0))
      if (performed) return performed
    }
    throw new TooManyAtOnce(request.id)
  }

  /** Nothing where it has to be looked at again. What is remembered may be behind the log, so only an append is sure. */
  async function tryOnce(
    request: Request,
    children: ReadonlySet<ChildId>,
    sure: boolean,
  ): Promise<Performed | undefined> {
    const known = await lookAt(children, sure)
    const choice = staleIn(request.expected, known) ?? request.choose(historiesIn(known))
    if ('outcome' in choice) return sure ? choice : undefined
    if (choice.length === 0) return sure ? unchanged(request, known) : undefined
    try {
      return await append(request, choice, known)
    } catch (error) {
      if (error instanceof WrongVersion) return undefined
      throw error
    }
  }

  async function lookAt(children: ReadonlySet<ChildId>, sure: boolean): Promise<ReadonlyMap<ChildId, Known>> {
    const known = new Map<ChildId, Known>()
    for (const child of children) known.set(child, await (sure ? histories.current(child) : histories.known(child)))
    return known
  }

  async function append(
    request: Request,
    changes: readonly Change[],
    known: ReadonlyMap<ChildId, Known>,
  ): Promise<Performed> {
    const spoken = changes.filter(({ events }) => events.some(({ words }) => Object.keys(words).length > 0))
    const held = await keys.toSeal(spoken.map(({ after }) => after.child))
    const appends = changes.map(({ before, events }) => {
      const sealing = { key: held.get(before.child), fingerprints: keys.fingerprints }
      return prepared(before, known.get(before.child)?.hash, events, sealing)
    })
    const appended = await log.append(request, appends)
    if (!isOf(appends, appended)) return earlier(appended, request.fingerprint, histories)
    return { outcome: 'recorded', again: false, children: await keep(changes, appends) }
  }

  async function keep(changes: readonly Change[], appends: readonly Append[]): Promise<Recorded['children']> {
    const kept: Change[] = []
    for (const [index, change] of changes.entries()) {
      const { before, after } = change
      if (sameRecords(before, after)) {
        const written = appends[index]?.events ?? []
        const history = withPrints(after, written)
        histories.keep({ history, hash: written.at(-1)?.hash })
        kept.push({ ...change, after: history })
      } else {
        // The duplicate's events are part of the history from here on, or no longer.
        histories.forget(after.child)
        kept.push({ ...change, after: (await histories.current(after.child)).history })
      }
    }
    return kept.map(toldOf)
  }

  async function asBefore({ id, fingerprint }: Request): Promise<Recorded | undefined> {
    const found = await log.find(id)
    return found && earlier(found, fingerprint, histories)
  }
}

function withPrints(history: History, written: readonly EventToAppend[]): History {
  if (written.every(({ prints }) => isEmpty(prints))) return history
  return fingerprinted(history, new Map(written.map(({ id, prints }) => [id, prints])))
}

function isEmpty(record: object): boolean {
  for (const _ in record) return false
  return true
}

/** Whether this is what was just appended, and not what the same command had appended before. */
function isOf([append]: readonly Append[], { events: [first] }: Appended): boolean {
  return first?.id === append?.events[0]?.id && first?.version === (append?.expected ?? 0) + 1
}

/** Whether the same duplicates are part of both. */
function sameRecords({ state: { person: before } }: History, { state: { person: after } }: History): boolean {
  return before === after || String(before.mergedFrom) === String(after.mergedFrom)
}

function staleIn(expected: Request['expected'], known: ReadonlyMap<ChildId, Known>): Stale | undefined {
  if (expected.size === 0) return undefined
  const children = [...expected].flatMap(([child, version]) => {
    const actual = known.get(child)?.history.version ?? 0
    return actual === version ? [] : [{ child, expected: version, actual }]
  })
  return children.length > 0 ? { outcome: 'stale', children } : undefined
}

function historiesIn(known: ReadonlyMap<ChildId, Known>): ReadonlyMap<ChildId, History> {
  const histories = new Map<ChildId, History>()
  for (const [child, { history }] of known) histories.set(child, history)
  return histories
}

function unchanged({ children }: Request, known: ReadonlyMap<ChildId, Known>): Recorded {
  const told = [...children].map((child) => {
    const history = known.get(child)?.history ?? noHistory(child)
    return toldOf({ before: history, after: history, events: [] })
  })
  return { outcome: 'recorded', again: false, children: told }
}
