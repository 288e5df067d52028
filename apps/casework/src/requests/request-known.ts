import type { QueryBus } from '@nestjs/cqrs'
import { type Child, type ChildEvent, eventsOf, wordsAsCorrected } from '@front-door/case-flow'
import { type KnownChild, ReadChild } from '../children/read-child.js'
import type { Parts } from '../parts.js'

/** A request for information, with who the child is and nothing else of the record's words. */
export interface RequestKnown {
  readonly known: KnownChild
  readonly request: Child['requests'][number]
  /** What was asked, as it reads now; not there where the words were erased. */
  readonly asked: string | undefined
}

/** The request of this id in this child's record. */
export async function requestKnown(
  child: string,
  id: string,
  queries: QueryBus,
  parts: Pick<Parts, 'recorder'>,
): Promise<RequestKnown | undefined> {
  const known = await queries.execute(new ReadChild(child, undefined, 0))
  const request = known.history.state.requests.find((each) => each.id === id)
  return request && { known, request, asked: await askedIn(eventsOf(known.history), id, parts) }
}

/** The words of the request, as corrected. */
async function askedIn(events: readonly ChildEvent[], id: string, { recorder }: Pick<Parts, 'recorder'>) {
  const first = events.find(({ type, data }) => type === 'InformationRequested' && data.request === id)
  if (!first) return undefined
  const corrections = events.filter(({ type, data }) => type === 'DecisionCorrected' && data.event === first.id)
  const words = await recorder.words([first, ...corrections])
  return wordsAsCorrected(first, corrections, ({ id: event }) => words.get(event))['asked']
}
