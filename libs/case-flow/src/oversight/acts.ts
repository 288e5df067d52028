import { isBefore, isMoment, momentInWords, momentOf } from '@front-door/calendar'
import { timescaleIds } from '@front-door/policy'
import { type Decision, type Facts, type Refusal, act, record, refuse } from '../act/index.js'
import { happened } from '../event/event.js'
import { closureReason, entered } from '../codes/index.js'
import { type Fields, changes, code, moment, needed, optional, read, without } from '../fields/index.js'
import { otherRecord } from '../history/both-records.js'
import { type ChildEvent, type EventType, definitionOf } from '../history/events.js'
import { eventName } from '../history/trail.js'
import { whyNotTheirs } from './correctors.js'
import * as events from './events.js'

export const recordOversight = act({
  name: 'record-oversight',
  label: 'Record management oversight',
  hint: 'An act of its own: what the manager saw, thinks and asks for',
  records: [events.managementOversightRecorded],
  fields: events.managementOversightRecorded.fields,
  decide(input, { child, worker }) {
    const own = child.stepDowns.some(({ id, proposedBy }) => id === input.about && proposedBy === worker.id)
    if (own)
      return refuse('own-step-down', 'You proposed this step-down. Oversight of it is for another manager.', 'about')
    return record(happened(events.managementOversightRecorded, input))
  },
})

export const correctDecision = act({
  name: 'correct-decision',
  label: 'Correct a mistake',
  hint: 'The earlier entry stays visible. From then on it is read as corrected, or left out if it was made by mistake',
  records: [events.decisionCorrected],
  fields: {
    event: events.decisionCorrected.fields.event,
    changed: optional(changes('What it should have said', { hint: 'By field; null empties one that may be empty' })),
    withdrawn: events.decisionCorrected.fields.withdrawn,
    reason: events.decisionCorrected.fields.reason,
  },
  decide({ event: id, changed, withdrawn, reason }, facts) {
    const wrong = facts.eventOf(id)
    if (!wrong) return refuse('unknown-event', 'There is no such event in the history of this child.', 'event')
    if (wrong.type === 'DecisionCorrected')
      return refuse('correct-the-entry', 'Correct the entry itself again, not its correction.', 'event')
    const notTheirs = whyNotTheirs(wrong, facts.recordedBy(wrong), facts)
    if (notTheirs) return { refusals: [notTheirs] }
    const elsewhere = inAnotherRecord(wrong, withdrawn === true, facts)
    if (elsewhere) return elsewhere
    if (withdrawn ? changed : !changed)
      return refuse(
        'changed-or-withdrawn',
        'Enter either what it should have said, or that it was recorded by mistake.',
        'changed',
      )
    if (withdrawn) return takeBack(wrong, reason, facts)
    if (otherRecord(wrong) !== undefined && Object.keys(changed ?? {}).some((name) => !ofOneRecord.includes(name)))
      return refuse(
        'in-both-records',
        'This stands in two records. Say that it was recorded by mistake, and then record it again as it was.',
        'changed',
      )
    const { open, instead, problems } = newValues(definitionOf(wrong.type)?.fields ?? {}, changed ?? {}, facts)
    if (problems.length > 0) return { refusals: problems }
    return record(happened(events.decisionCorrected, { event: id, changed: open, instead, reason }, wrong.child))
  },
})

export const giveReason = act({
  name: 'give-reason',
  label: 'Give the reason of an urgent act',
  records: [events.reasonGiven],
  fields: events.reasonGiven.fields,
  decide(input, { child }) {
    if (!child.unexplained.some((urgent) => urgent.event === input.event))
      return refuse('no-reason-due', 'No reason is outstanding for that event.', 'event')
    return record(happened(events.reasonGiven, input))
  },
})

export const recordMissedTimescale = act({
  name: 'record-missed-timescale',
  label: 'Record why a timescale was missed',
  records: [events.timescaleMissed],
  fields: events.timescaleMissed.fields,
  decide(input) {
    if (!(timescaleIds as readonly string[]).includes(input.clock))
      return refuse('unknown-timescale', `Enter the timescale as one of ${timescaleIds.join(', ')}.`, 'clock')
    return record(happened(events.timescaleMissed, input))
  },
})

export const closeCase = act({
  name: 'close-case',
  label: 'Close a case',
  hint: 'It opens again only by a new referral',
  records: [events.caseClosed],
  fields: {
    ...without(events.caseClosed.fields, 'dateUnknown'),
    closure: code(entered(closureReason)),
    reason: needed(events.caseClosed.fields.reason),
  },
  decide: (input) => record(happened(events.caseClosed, input)),
})

export const oversightActs = [recordOversight, correctDecision, giveReason, recordMissedTimescale, closeCase] as const

/** What a correction of a merge or a relation may change in one record without parting it from the other. */
const ofOneRecord: readonly string[] = ['reason', 'occurredAt']

/**
 * Everything the act recorded is taken back together, unless something later stands on it. Who the child is stays, and
 * to whom the child belongs: a relation, like a merge, is taken back by itself, and in both records.
 */
function takeBack(
  wrong: ChildEvent,
  reason: string,
  { child, sameAct, standingOn }: Facts,
): Decision<'DecisionCorrected'> {
  const inBoth = otherRecord(wrong) !== undefined
  if (inBoth && wrong.child !== child.id)
    return refuse('in-another-record', `This stands in the record of ${wrong.child}. Take it back there.`, 'event')
  if (wrong.type === 'PersonMerged' && wrong.data.from && child.person.mergedInto)
    return refuse(
      'merged-on',
      `This record was itself merged into ${child.person.mergedInto}. Take that back first.`,
      'event',
    )
  const act = inBoth
    ? [wrong]
    : sameAct(wrong).filter((event) => !registers.includes(event.type) && otherRecord(event) === undefined)
  if (registers.includes(wrong.type))
    return refuse(
      'child-stays',
      'A registration is not taken back. Correct the details, or merge the record into another.',
      'event',
    )
  const later = standingOn(act)
  if (later)
    return refuse(
      'something-stands-on-it',
      `What was recorded on ${momentInWords(later.occurredAt)} (${eventName(later.type)}) stands on it. Take that back first, or correct what it said.`,
      'event',
    )
  return record(
    ...act.map((event) =>
      happened(events.decisionCorrected, { event: event.id, withdrawn: true, reason }, event.child),
    ),
  )
}

/**
 * A duplicate's entry is corrected in the record that was kept, where all that stands on it is known. It is written in
 * the duplicate's own, which has to be known too: should the two come apart, it counts there.
 */
function inAnotherRecord(wrong: ChildEvent, withdrawn: boolean, { child, other }: Facts): Decision<never> | undefined {
  const inBoth = otherRecord(wrong) !== undefined
  const { stage, mergedInto } = child.person
  if (stage === 'merged' && !inBoth)
    return refuse('merged', `This record was merged into ${mergedInto}. Correct it there.`, 'event')
  if (wrong.child === child.id || other(wrong.child) || (inBoth && withdrawn)) return undefined
  return refuse('in-another-record', `This stands in the record of ${wrong.child}, which was not read.`, 'event')
}

const registers: readonly EventType[] = ['PersonRegistered', 'UnbornRegistered', 'BirthRecorded']

/** What every entry of its kind has, and the reason of a decision, can be put right but not left empty. */
function notToBeEmpty(name: string, fields: Fields): readonly Refusal[] {
  const field = fields[name]
  if (field && !field.required && name !== 'reason') return []
  const message = `${field?.label ?? 'Time it happened'}: this cannot be left empty. Enter what it should say.`
  return [{ rule: 'required', message, field: `changed.${name}` }]
}

/** The new values, read against the fields of the event they correct: the open ones, and the words as one JSON text. */
function newValues(fields: Fields, changed: Readonly<Record<string, unknown>>, { now }: Facts) {
  const correctable = Object.fromEntries(
    Object.entries({ ...fields, occurredAt: moment('Time it happened') })
      .filter(([, field]) => field.kind !== 'reference')
      .map(([name, field]) => [name, optional(field.codes ? { ...field, codes: entered(field.codes) } : field)]),
  )
  const { values, problems } = read(correctable, changed, 'changed.')
  const refusals: Refusal[] = [...problems]
  if (isMoment(values['occurredAt']) && isBefore(momentOf(now), values['occurredAt']))
    refusals.push({ rule: 'future', message: 'Enter a day that is not in the future.', field: 'changed.occurredAt' })
  const emptied = Object.keys(changed).filter((name) => changed[name] === null && name in correctable)
  const isWords = ([name]: [string, unknown]) => fields[name]?.words ?? false
  const words = Object.entries(values).filter(isWords)
  const open = Object.entries(values).filter((entry) => !isWords(entry))
  return {
    problems: [...refusals, ...emptied.flatMap((name) => notToBeEmpty(name, fields))],
    open:
      open.length + emptied.length > 0
        ? Object.fromEntries([...open, ...emptied.map((name) => [name, null])])
        : undefined,
    instead: words.length > 0 ? JSON.stringify(Object.fromEntries(words)) : undefined,
  }
}
