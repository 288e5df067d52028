import { dayOf, inWords } from '@front-door/calendar'
import { type Child, type Missing, codes, findItem, kindNames } from '@front-door/case-flow'
import { withinSentence } from '../form/in-words.js'

/** An item as people tell it from others: "assessment of 3 June 2025". Nothing where there is no such item. */
export function itemInWords(child: Child, id: string | undefined): string | undefined {
  const found = id === undefined ? undefined : findItem(child, id)
  if (!found) return undefined
  const asked = child.requests.find((request) => request.id === id)?.agency
  const from = asked ? `, asked of ${withinSentence(codes.agency.labelOf(asked))}` : ''
  return `${kindNames[found.kind]} of ${inWords(dayOf(found.item.openedAt))}${from}`
}

/** What is not on the record yet, each said once however many items lack it. */
export function missingShown(missing: readonly Missing[]): readonly string[] {
  return [...new Set(missing.map(({ says }) => says))]
}
