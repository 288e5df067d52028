import { dayOf, inWords, momentInWords } from '@front-door/calendar'
import { type Child, type Missing, type Item, codes, findItem, itemsOf, kindNames } from '@front-door/case-flow'
import { withinSentence } from '../form/in-words.js'

/**
 * An item as people tell it from others: "assessment of 3 June 2025". Where there are several of its kind on that day,
 * with the time and the source, as far as they are known: "contact of 3 June 2025 at 10:15am, police". Nothing where
 * there is no such item.
 */
export function itemInWords(child: Child, id: string | undefined): string | undefined {
  const found = id === undefined ? undefined : findItem(child, id)
  if (!found) return undefined
  const { kind, item } = found
  const day = dayOf(item.openedAt)
  const isAlone =
    (itemsOf(child, kind) as readonly Item[]).filter(({ openedAt }) => dayOf(openedAt) === day).length === 1
  const when = isAlone ? inWords(day) : momentInWords(item.openedAt)
  return [`${kindNames[kind]} of ${when}`, ...fromWhom(child, item.id, isAlone)].join(', ')
}

/** Which partner was asked; who told of it, where that tells it from others of the day. */
function fromWhom({ requests, contacts, referrals }: Child, id: string, isAlone: boolean): readonly string[] {
  const asked = requests.find((request) => request.id === id)?.agency
  const told = isAlone ? undefined : [...contacts, ...referrals].find((item) => item.id === id)?.source
  return [
    ...(asked ? [`asked of ${withinSentence(codes.agency.labelOf(asked))}`] : []),
    ...(told ? [withinSentence(codes.contactSource.labelOf(told))] : []),
  ]
}

/** What is not on the record yet, each said once however many items lack it. */
export function missingShown(missing: readonly Missing[]): readonly string[] {
  return [...new Set(missing.map(({ says }) => says))]
}
