import { type ActName, type ChildId, type Command, type Field, actNames, flow } from '@front-door/case-flow'

/** For each act, the fields that name another child: the record to merge into, a sibling. */
const naming: ReadonlyMap<ActName, readonly string[]> = new Map(
  actNames.map((act) => {
    const fields = Object.entries<Field>(flow[act].act.fields)
    return [act, fields.flatMap(([name, { kind }]) => (kind === 'child' ? [name] : []))]
  }),
)

/** Every child a command names: those it is about, and those in its fields. */
export function childrenNamed({ act, children }: Command): ReadonlySet<ChildId> {
  const named = new Set<ChildId>()
  const fields = naming.get(act) ?? []
  for (const { child, input } of children) {
    named.add(child)
    if (fields.length === 0) continue
    for (const [name, value] of Object.entries<unknown>(input))
      if (fields.includes(name)) for (const other of [value].flat()) named.add(String(other))
  }
  return named
}
