import { type Day, dayOf, momentOf } from '@front-door/calendar'
import {
  type FreshEvent,
  type Identity,
  type NewEvent,
  type Worker,
  definitions,
  happened,
} from '@front-door/case-flow'
import type { Book } from './book.js'
import type { CinHeader } from './header.js'
import { idOf } from './ids.js'

/** What an import of one file brings to every event it records. */
export interface ImportContext {
  /** When it is recorded: an instant in UTC. */
  readonly recordedAt: string
  /** See `importWorker`. */
  readonly worker: Worker
  /** The id of the command the events follow from. One for each file: events of one cause are taken as one return. */
  readonly cause: string
  /** The name of the file, for the reason of a correction. */
  readonly file: string
  /** Who a child known here is, in words, as last recorded: without it, a number that changed is not noticed. */
  readonly identity?: Identity | undefined
}

/** Who records what a return holds: the census reader, for the authority of the return. */
export function importWorker({ authority = 'unknown' }: CinHeader): Worker {
  return { id: 'cin-census', role: 'import', team: `LA ${authority}` }
}

/** One return about one child, beside the history of that child. */
export interface Import extends ImportContext {
  readonly book: Book
  /** The day as of which the return speaks, where it says so. */
  readonly asOf: Day | undefined
  /** The day to give to what the return corrects, which is never in the future. */
  readonly correctedOn: Day
}

/** `lastDay` is the last day the return speaks of, which stands in for its reference date where that is missing. */
export function importOf(context: ImportContext, book: Book, asOf: Day | undefined, lastDay: Day | undefined): Import {
  const today = dayOf(momentOf(context.recordedAt))
  const day = asOf ?? lastDay ?? today
  return { ...context, book, asOf, correctedOn: day < today ? day : today }
}

export function fresh(into: Import, id: string, occurredAt: Day, { type, version, data, words }: NewEvent): FreshEvent {
  const { recordedAt, worker, cause, book } = into
  return { id, child: book.history.child, occurredAt, recordedAt, worker, cause, type, version, data, words }
}

/** A correction of an earlier event: what it should have said, or that it did not happen. */
export function correction(
  into: Import,
  event: string,
  what: { readonly changed: Readonly<Record<string, unknown>> } | { readonly withdrawn: true },
): FreshEvent {
  const id = idOf('correction', event, into.book.correctionsOf(event).length, JSON.stringify(what))
  return fresh(
    into,
    id,
    into.correctedOn,
    happened(definitions.DecisionCorrected, { event, ...what, reason: saysSo(into) }),
  )
}

/** The reason given for whatever a return corrects. */
export function saysSo({ file }: ImportContext): string {
  return `A later census return says so (${file})`
}
