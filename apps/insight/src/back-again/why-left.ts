import { dayOf, inWords } from '@front-door/calendar'
import { type ChildEvent, type History, eventName, eventsOf, wordsAsCorrected } from '@front-door/case-flow'
import { type Looker, logLook, workerNames } from '@front-door/door'
import type { TrailWords } from '@front-door/event-log'
import { maySee } from '@front-door/identity'
import { type Fact, factsOf, labelsOf } from '@front-door/pages'
import type { ReStep } from '@front-door/performance'
import type { Policy } from '@front-door/policy'
import type { InsightParts } from '../parts.js'

export interface Looking extends Looker {
  readonly parts: InsightParts
  readonly policy: Policy
}

/** Of one decision by which a child left, what was said then: the reason, and of a step-down the closure actions. */
export interface SaidThen {
  readonly event: string
  readonly title: string
  readonly by: string
  readonly facts: readonly Fact[]
}

/**
 * What was said when a child left; or why it is not shown: it is open to those who say what for, on the record's own
 * pages.
 */
export type WhyLeft = { readonly said: readonly SaidThen[] } | { readonly closed: string } | undefined

/**
 * Reads why a child left, as the record reads now. It is in the log of reads before anything is shown. Nothing for whom
 * the record is not open.
 */
export async function whyLeft({ child, decisions }: ReStep, looking: Looking): Promise<WhyLeft> {
  const { parts, worker, policy } = looking
  const { history } = await parts.histories.current(child)
  const { restrictedTo } = history.state.person
  const sight = maySee(worker, restrictedTo ? { restrictedTo } : {}, policy)
  if (sight !== 'yes')
    return 'purposeNeeded' in sight ? { closed: 'This record is restricted. Open it to read why.' } : undefined
  await logLook(looking, { what: 're-stepping-reason', child })
  const all = eventsOf(history)
  const wanted = decisions.flatMap(({ event }) => all.find(({ id }) => id === event) ?? [])
  const later = laterOf(history, wanted)
  const words = await parts.recorder.words([...wanted, ...later])
  const named = workerNames(parts)
  const said = wanted.map((event) => ({
    ...{ event: event.id, title: eventName(event.type) },
    by: `${named(event.worker.id)}, ${inWords(dayOf(event.occurredAt))}`,
    facts: factsOfReason(event, later, words, policy),
  }))
  return { said: said.filter(({ facts }) => facts.length > 0) }
}

/** What was recorded of these entries afterwards: corrections, and reasons that were missing. */
function laterOf(history: History, entries: readonly ChildEvent[]): readonly ChildEvent[] {
  const ids = entries.map(({ id }) => id)
  return eventsOf(history).filter(
    (event) => (event.type === 'DecisionCorrected' || event.type === 'ReasonGiven') && ids.includes(event.data.event),
  )
}

/** What says why: an assessment has many more words, which are read in the record. */
const asked = ['reason', 'actions', 'comment']

function factsOfReason(
  event: ChildEvent,
  later: readonly ChildEvent[],
  words: TrailWords,
  policy: Policy,
): readonly Fact[] {
  const open = ({ id }: ChildEvent) => words.get(id)
  const reads = Object.entries(wordsAsCorrected(event, later, open)).filter(([name]) => asked.includes(name))
  const asCorrected = factsOf(event.type, {}, Object.fromEntries(reads), policy.words)
  const given = later.filter(({ type, data }) => type === 'ReasonGiven' && data.event === event.id)
  const erased =
    open(event) === undefined
      ? labelsOf(
          event.type,
          event.said.filter((name) => asked.includes(name)),
        )
      : []
  return [
    ...erased.map((label) => ({ label, text: '(erased)' })),
    ...asCorrected,
    ...given.flatMap((one) => factsOf(one.type, {}, open(one), policy.words)),
  ]
}
