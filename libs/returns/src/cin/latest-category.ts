import { type Day, dayOf, momentOf } from '@front-door/calendar'
import type { Book, Statement } from './book.js'
import type { CinProtectionPlan } from './child.js'
import type { Import } from './context.js'
import { keyOf } from './fact.js'
import { standing, whose } from './standing.js'

/** Where the latest category of a plan is recorded: with the plan's start, with the review of a day, or not, and why. */
export type Place =
  | { readonly at: 'start' }
  | { readonly at: 'review'; readonly day: Day }
  | { readonly at: 'nowhere'; readonly says: string }

/**
 * The place of the latest category that a return gives of a plan; nothing where it says no more than the category at
 * the start, or than is known. A category that changed is taken to have changed at the last review; where no review is
 * known, it stands with the start.
 */
export function placeOfLatest(into: Import, plan: string, item: CinProtectionPlan): Place | undefined {
  const { book, asOf } = into
  const { category, latestCategory: wanted } = item
  if (wanted === undefined) return undefined
  const last = lastOf(item.reviews)
  const said = saidOf(into, plan, lastOf([asOf ?? last, last]))
  const now = [...said.first, ...said.later].at(-1)
  if (wanted === (said.later.length > 0 ? now?.value : (category ?? now?.value))) return undefined
  if (now === undefined) return placed(last)
  const old = superseded(book, plan, last, said)
  const isLater = old.some((one) => standing(book, [one], wanted, asOf) === 'later')
  const may = isLater ? 'later' : standing(book, old, wanted, asOf)
  if (may === 'may') return placed(lastOf([last, said.review?.day]))
  if (wanted === now.value) return undefined
  const says = `Latest category of abuse: ${wanted} in the file, ${String(now.value)} here, ${whose[may]}.`
  return { at: 'nowhere', says }
}

const lastOf = (days: readonly (Day | undefined)[]) =>
  days
    .filter((day) => day !== undefined)
    .toSorted()
    .at(-1)

const placed = (day: Day | undefined): Place => (day === undefined ? { at: 'start' } : { at: 'review', day })

/** What a history says of the category of a plan, oldest first. */
interface Said {
  /** At the start. */
  readonly first: readonly Statement[]
  /** Since then. */
  readonly later: readonly Statement[]
  /** The last review that gave a category, and what was said of it. */
  readonly review: { readonly day: Day; readonly said: readonly Statement[] } | undefined
}

/** Reviews later than the return speaks of are not regarded; one that is still to come only its return knew of. */
function saidOf({ book, recordedAt }: Import, plan: string, upTo: Day | undefined): Said {
  const today = dayOf(momentOf(recordedAt))
  const started = book.known(keyOf({ type: 'ProtectionPlanStarted', data: { plan } }, ''))
  if (!started) return { first: [], later: [], review: undefined }
  const given = (id: string, field: string) => {
    const said = book.said(id, field)
    return said.some(({ value }) => value !== undefined) ? said : []
  }
  const reviews = book.corrected
    .filter((event) => event.type === 'ProtectionPlanReviewed' && event.data.plan === plan)
    .map(({ id, occurredAt }) => ({ day: dayOf(occurredAt), said: given(id, 'category') }))
    .filter(({ day, said }) => (day <= (upTo ?? day) || day > today) && said.length > 0)
    .toSorted((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0))
  const later = [...given(started.id, 'latestCategory'), ...reviews.flatMap(({ said }) => said)]
  // The category at the start stands for the latest one too, unless the same event gave that as well.
  const both = 'latestCategory' in (book.recorded(started.id)?.data ?? {})
  return { first: book.said(started.id, 'category').slice(both ? 1 : 0), later, review: reviews.at(-1) }
}

/**
 * What a return would supersede by giving its latest category at its last review. At a review that is new it supersedes
 * no other review; but what a later return said of the plan still stands.
 */
function superseded(book: Book, plan: string, last: Day | undefined, { first, later, review }: Said) {
  const all = [...first, ...later]
  if (last === undefined) return all
  if (last === review?.day) return review.said
  const isNew = !book.known(keyOf({ type: 'ProtectionPlanReviewed', data: { plan } }, last))
  if (!isNew || last < (review?.day ?? '')) return all
  return review ? [] : all.slice(-1).filter(({ by }) => by.worker.role === 'import')
}
