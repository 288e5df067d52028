import { dayOf, inWords } from '@front-door/calendar'
import { type Child, type Missing, findItem, kindNames } from '@front-door/case-flow'

/** An item as people tell it from others: "assessment of 3 June 2025". Nothing where there is no such item. */
export function itemInWords(child: Child, id: string | undefined): string | undefined {
  const found = id === undefined ? undefined : findItem(child, id)
  return found && `${kindNames[found.kind]} of ${inWords(dayOf(found.item.openedAt))}`
}

/** What is not on the record yet, each said once however many items lack it. */
export function missingShown(missing: readonly Missing[]): readonly string[] {
  return [...new Set(missing.map(({ says }) => says))]
}
