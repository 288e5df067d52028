import type { ChildEvent } from '@front-door/case-flow'

/**
 * The events of several records as one: in order of when they were recorded, and those of each record in the order
 * they have there, whatever an import said of when they were recorded.
 */
export function merged(records: readonly (readonly ChildEvent[])[]): readonly ChildEvent[] {
  const rest = records.map((events) => events[Symbol.iterator]())
  const heads = rest.map((events) => events.next())
  const all: ChildEvent[] = []
  for (;;) {
    let first = -1
    let earliest: ChildEvent | undefined
    heads.forEach(({ done, value }, index) => {
      if (done || (earliest && earliest.recordedAt <= value.recordedAt)) return
      first = index
      earliest = value
    })
    const events = rest[first]
    if (!earliest || !events) return all
    all.push(earliest)
    heads[first] = events.next()
  }
}
