import { Inject } from '@nestjs/common'
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs'
import {
  type ChildEvent,
  type History,
  type Identity,
  type OpenedWords,
  asKnownAt,
  eventsOf,
  identityOf,
} from '@front-door/case-flow'
import { Problem } from '@front-door/door'
import { PARTS, type Parts } from '../parts.js'

/** A child's history, as it is or as it was known at an instant, with the words that can still be read. */
export interface KnownChild {
  readonly history: History
  /** The version of the whole record, also where only the earlier part of it is read. */
  readonly version: number
  readonly identity: Identity
  readonly open: OpenedWords
}

/** Reads one child: all words, or those of so many of the latest entries and of who the child is. */
export class ReadChild extends Query<KnownChild> {
  constructor(
    readonly child: string,
    readonly knownAt?: string,
    readonly latest = Infinity,
  ) {
    super()
  }
}

@QueryHandler(ReadChild)
export class ReadChildHandler implements IQueryHandler<ReadChild> {
  constructor(@Inject(PARTS) private readonly parts: Parts) {}

  async execute({ child, knownAt, latest }: ReadChild): Promise<KnownChild> {
    const { history: whole } = await this.parts.histories.current(child)
    const history = knownAt === undefined ? whole : asKnownAt(whole, knownAt)
    if (history.version === 0) throw notKnown(child, whole.version > 0)
    const events = eventsOf(history)
    const from = events.length - latest
    const words = await this.parts.recorder.words(events.filter((event, index) => index >= from || tellsWho(event)))
    const open: OpenedWords = (event) => words.get(event.id)
    const own = (event: ChildEvent) => event.child === child
    return { history, version: whole.version, identity: identityOf(events.filter(own), open), open }
  }
}

/** A correction may be of a name. */
function tellsWho({ type }: ChildEvent): boolean {
  return /^(Person|Unborn|Birth|DecisionCorrected)/.test(type)
}

function notKnown(child: string, later: boolean): Problem {
  const detail = later
    ? `Nothing was recorded about ${child} until after that.`
    : `There is no child ${child.slice(0, 20)}. Check the id, or search.`
  return new Problem('not-found', detail)
}
