import { type Day, dayOf, momentOf } from '@front-door/calendar'
import type { ChildEvent } from '@front-door/case-flow'
import type { Book, Statement } from './book.js'

/** Whether two values say the same. Codes of which there may be several are the same in any order. */
export function same(one: unknown, other: unknown): boolean {
  if (!Array.isArray(one) || !Array.isArray(other)) return one === other
  return one.length === other.length && one.every((each) => other.includes(each))
}

/**
 * May an import put another value in the place of the last one said? `may`; `worker`: no, somebody recorded that here;
 * `later`: no, a return as of a later day said it, or this return was already followed and then superseded.
 */
export type Standing = 'may' | 'worker' | 'later'

/** Why another value was left as it is. */
export const whose: Readonly<Record<Exclude<Standing, 'may'>, string>> = {
  worker: 'which a worker recorded',
  later: 'which is newer',
}

/** `asOf` is the day as of which the return speaks; where it does not say, it never brings back an earlier value. */
export function standing(
  { events }: Book,
  said: readonly Statement[],
  wanted: unknown,
  asOf: Day | undefined,
): Standing {
  const last = said.at(-1)
  if (!last) return 'may'
  if (last.by.worker.role !== 'import') return 'worker'
  const saidBefore = said.slice(0, -1).some(({ value }) => value === undefined || same(value, wanted))
  if (asOf === undefined) return saidBefore ? 'later' : 'may'
  const dated = last.by.type === 'DecisionCorrected' || last.by.type === 'PersonDetailsCorrected'
  const until = dated ? dayOf(last.by.occurredAt) : lastDayOfImport(events, last.by)
  if (until !== undefined && asOf < until) return 'later'
  return saidBefore && !(dated && until !== undefined && asOf > until) ? 'later' : 'may'
}

/** An import as of a day tells of nothing later, so the return an event came from speaks at least up to this day. */
function lastDayOfImport(events: readonly ChildEvent[], { id, cause, recordedAt }: ChildEvent): Day | undefined {
  return events
    .filter((event) => event.cause === cause && event.id !== id)
    .map((event) => dayOf(event.occurredAt))
    .filter((day) => day <= dayOf(momentOf(recordedAt)))
    .toSorted()
    .at(-1)
}
