import { type Moment, dayOf, inWords, isBefore, momentInWords, momentOf } from '@front-door/calendar'
import { mayDo } from '@front-door/policy'
import type { Facts, Refusal } from '../act/index.js'
import { type Child, type Item, findItem } from '../child/index.js'
import { inUse } from '../codes/index.js'
import type { Field, Fields, ItemKind } from '../fields/index.js'
import { isRecord } from '../fields/index.js'
import { kindNames, stageNames } from './names.js'
import { type Row, allowsChild } from './row.js'

type Values = Readonly<Record<string, unknown>>

/** The field of the act that names the item it is about. */
export function subjectField(line: Row): string | undefined {
  const kinds = Object.keys(line.on ?? {})
  return Object.entries(line.act.fields).find(
    ([, field]) => field.kind === 'reference' && field.of?.some((kind) => kinds.includes(kind)),
  )?.[0]
}

/**
 * Whether the act may happen: `closed` is why not at all (who, which child, which item), `fields` what is wrong with
 * what was entered (a day in the future, a code not in use). All reasons at once.
 */
export function guard(
  line: Row,
  input: Values,
  facts: Facts,
): { closed: readonly Refusal[]; fields: readonly Refusal[] } {
  const blocked = whoProblem(line, facts) ?? childProblem(line, facts.child)
  if (blocked) return { closed: [blocked], fields: [] }
  return {
    closed: subjectProblems(line, input, facts),
    fields: [...dateProblems(line.act.fields, input, facts), ...codeProblems(line.act.fields, input, facts.occurredAt)],
  }
}

function whoProblem(line: Row, { worker, policy, child }: Facts): Refusal | undefined {
  const { act, evenRestricted, urgent } = line
  if (mayDo(policy, worker.role, act.name))
    return (child.person.restrictedTo?.includes(worker.id) ?? true) || evenRestricted || urgent ? undefined : restricted
  const who = (policy.may[act.name] ?? []).join(', ')
  return {
    rule: 'role',
    message: `Your role (${worker.role}) may not do this: ${act.label}. It is for ${who || 'nobody'}.`,
  }
}

const restricted: Refusal = {
  rule: 'restricted',
  message: 'This record is restricted, and you are not among those named. Speak to a team manager.',
}

function childProblem(line: Row, child: Child): Refusal | undefined {
  if (allowsChild(line, child)) return undefined
  const { stage, mergedInto } = child.person
  switch (stage) {
    case 'unregistered':
      return {
        rule: 'unknown-child',
        message: `There is no child ${child.id}. Check the id, or register the child first.`,
      }
    case 'merged':
      return { rule: 'merged', message: `This record was merged into ${mergedInto}. Record it there.` }
    case 'unborn':
      return { rule: 'unborn', message: 'This child is not yet born. Record the birth first.' }
    case 'died':
      return { rule: 'died', message: 'It is recorded that this child has died.' }
    case 'living':
      return { rule: 'already-registered', message: `${child.id} is registered already, and is not an unborn child.` }
  }
}

function dateProblems(fields: Fields, input: Values, { occurredAt, now }: Facts): readonly Refusal[] {
  const today = momentOf(now)
  const future = (field: string): Refusal => ({
    rule: 'future',
    message: `Enter a day that is not in the future: today is ${inWords(dayOf(today))}.`,
    field,
  })
  const days = Object.entries(fields).flatMap(([name, field]): Refusal[] => {
    const value = input[name]
    if (field.kind === 'group' && isRecord(value))
      return dateProblems(field.fields ?? {}, value, { occurredAt, now } as Facts).map((each) => ({
        ...each,
        field: `${name}.${each.field}`,
      }))
    return field.kind === 'day' && field.when === 'past' && typeof value === 'string' && value > dayOf(today)
      ? [future(name)]
      : []
  })
  return isBefore(today, occurredAt) ? [future('occurredAt'), ...days] : days
}

function codeProblems(fields: Fields, input: Values, occurredAt: Moment): readonly Refusal[] {
  const day = dayOf(occurredAt)
  return Object.entries(fields).flatMap(([name, field]): Refusal[] => {
    if (!field.codes || input[name] === undefined) return []
    const retired = [input[name]].flat().filter((code) => !usable(field, String(code), occurredAt))
    if (retired.length === 0) return []
    const message = `${retired.join(', ')} was not in use on ${inWords(day)}. Select a code that was.`
    return [{ rule: 'code-not-in-use', message, field: name, source: field.codes.source }]
  })
}

const usable = (field: Field, code: string, occurredAt: Moment) =>
  field.codes !== undefined && inUse(field.codes, code, dayOf(occurredAt))

function subjectProblems(line: Row, input: Values, { child, occurredAt }: Facts): readonly Refusal[] {
  if (!line.on) return line.unless ? asList(line.unless(child, '')) : []
  const field = subjectField(line) ?? 'about'
  const id = String(input[field])
  const found = findItem(child, id)
  if (!found || !(found.kind in line.on)) return [notThere(line, field)]
  const { kind, item } = found
  const stages = line.on[kind] as readonly string[] | undefined
  if (stages && !stages.includes(item.stage)) return [wrongStage(line, kind, item, stages, field)]
  const unless = line.unless?.(child, id)
  if (unless) return [{ field, ...unless }]
  const from = line.to?.[kind] ? item.since : item.openedAt
  if (!isBefore(occurredAt, from)) return []
  const message = `Enter a time that is not before ${momentInWords(from)}: the ${kindNames[kind]} was ${stageNames[item.stage]} only then.`
  return [{ rule: 'before-its-start', message, field: 'occurredAt' }]
}

const asList = (refusal: Refusal | undefined): readonly Refusal[] => (refusal ? [refusal] : [])

function notThere(line: Row, field: string): Refusal {
  const kinds = Object.keys(line.on ?? {}).map((kind) => kindNames[kind as ItemKind])
  return {
    rule: 'unknown-item',
    message: `This child has no such ${kinds.join(' or ')}. Take the id from the child's trail.`,
    field,
  }
}

function wrongStage(line: Row, kind: ItemKind, item: Item, stages: readonly string[], field: string): Refusal {
  const may = stages.map((stage) => stageNames[stage]).join(' or ')
  return {
    rule: 'stage',
    message:
      `The ${kindNames[kind]} is ${stageNames[item.stage]} since ${inWords(dayOf(item.since))}. ` +
      `“${line.act.label}” is for one that is ${may}.`,
    field,
  }
}
