import { type ActName, type ChildId, findEvent, otherRecord, twinIn } from '@front-door/case-flow'
import type { Histories } from '@front-door/event-log'
import type { Asked } from './act-body.js'

type Entry = Asked['children'][number]

/**
 * What was asked, and where it takes back what stands in two records, the same of the other one: a merge or a relation
 * is taken back in both or not at all, whichever of the two records it was seen in.
 */
export async function inBothRecords(act: ActName, asked: Asked, histories: Histories): Promise<Asked> {
  if (act !== 'correct-decision') return asked
  const found = await Promise.all(asked.children.map((entry) => sidesOf(entry, histories)))
  const children = new Map<ChildId, Entry>()
  for (const entry of [...found.map(({ own }) => own), ...found.flatMap(({ twin }) => twin ?? [])])
    if (!children.has(entry.child)) children.set(entry.child, entry)
  return { ...asked, children: [...children.values()] }
}

async function sidesOf(entry: Entry, histories: Histories): Promise<{ readonly own: Entry; readonly twin?: Entry }> {
  const { child, input } = entry
  if (input['withdrawn'] !== true) return { own: entry }
  const { history } = await histories.current(child)
  const wrong = findEvent(history, ({ id }) => id === input['event'])
  const other = wrong && otherRecord(wrong)
  if (!wrong || !other) return { own: entry }
  const own = { child: wrong.child, input }
  const twin = twinIn((await histories.current(other)).history, wrong)
  return twin ? { own, twin: { child: other, input: { ...input, event: twin.id } } } : { own }
}
