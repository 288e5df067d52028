import type { Clock } from '@front-door/case-flow'

/** Of the clocks about an item, the one that is due first. */
export function firstDue(clocks: readonly Clock[], about: string): Clock | undefined {
  const [first] = clocks
    .filter((clock) => clock.about === about && clock.due)
    .sort((a, b) => (a.due?.due ?? '').localeCompare(b.due?.due ?? ''))
  return first
}
