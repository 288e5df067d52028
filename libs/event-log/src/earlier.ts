import { type ChildId, type History, eventsOf, historyOf } from '@front-door/case-flow'
import type { Histories } from './histories.js'
import type { Appended } from './log.js'
import { CommandReused, type Recorded, type Told } from './performed.js'
import { childOf } from './reader.js'

/** What came of a command when it was first asked. Throws `CommandReused` where it was another command then. */
export async function earlier(found: Appended, fingerprint: string, histories: Histories): Promise<Recorded> {
  if (found.fingerprint !== fingerprint) throw new CommandReused(found.command)
  const byChild = new Map<ChildId, Told['events'][number][]>()
  for (const { stream, id, type, version } of found.events) {
    const events = byChild.get(childOf(stream)) ?? []
    byChild.set(childOf(stream), [...events, { id, type, version }])
  }
  const told = [...byChild].map(async ([child, events]) => {
    const version = events.at(-1)?.version ?? 0
    const { history } = await histories.current(child)
    return { child, version, events, history: asAt(history, version) }
  })
  return { outcome: 'recorded', again: true, children: await Promise.all(told) }
}

/** The history as it stood when it had so many events of the child's own. */
function asAt(history: History, version: number): History {
  if (history.version === version) return history
  let own = 0
  const events = eventsOf(history).filter(({ child }) => (child === history.child ? ++own : own) <= version)
  const then = historyOf(
    history.child,
    events.filter(({ child }) => child === history.child),
  )
  return then.state.person.mergedFrom.length > 0 ? historyOf(history.child, events) : then
}
