import { type ActName, type ChildId, findEvent, otherRecord, twinIn } from '@front-door/case-flow'
import type { Histories } from '@front-door/event-log'
import type { Asked } from './act-body.js'

type Entry = Asked['children'][number]

/** What one entry comes to: itself, the same of the other record, and the duplicate's record that it is written in. */
interface Sides {
  readonly own: Entry
  readonly twin?: Entry
  readonly duplicate?: readonly [ChildId, number]
}

/**
 * What was asked, with the other record that it concerns. A merge or a relation is taken back in both or not at all,
 * whichever of the two records it was seen in. What a duplicate brought is corrected in the duplicate's own record.
 */
export async function inBothRecords(act: ActName, asked: Asked, histories: Histories): Promise<Asked> {
  if (act !== 'correct-decision') return asked
  const found = await Promise.all(asked.children.map((entry) => sidesOf(entry, histories)))
  const children = new Map<ChildId, Entry>()
  for (const entry of [...found.map(({ own }) => own), ...found.flatMap(({ twin }) => twin ?? [])])
    if (!children.has(entry.child)) children.set(entry.child, entry)
  const duplicates = found.flatMap(({ duplicate }) => (duplicate ? [duplicate] : []))
  return { ...asked, children: [...children.values()], expected: new Map([...duplicates, ...asked.expected]) }
}

async function sidesOf(entry: Entry, histories: Histories): Promise<Sides> {
  const { child, input } = entry
  const { history } = await histories.current(child)
  const wrong = findEvent(history, ({ id }) => id === input['event'])
  const other = wrong && otherRecord(wrong)
  if (wrong && other && input['withdrawn'] === true) {
    const own = { child: wrong.child, input }
    const twin = twinIn((await histories.current(other)).history, wrong)
    return twin ? { own, twin: { child: other, input: { ...input, event: twin.id } } } : { own }
  }
  if (!wrong || wrong.child === child) return { own: entry }
  return { own: entry, duplicate: [wrong.child, (await histories.current(wrong.child)).history.version] }
}
