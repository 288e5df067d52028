import { type Day, type Moment, dayOf, inWords, isBefore, momentInWords } from '@front-door/calendar'
import { mayDo } from '@front-door/policy'
import type { Facts, Refusal } from '../act/index.js'
import { type Child, type Item, findItem } from '../child/index.js'
import { inUse } from '../codes/index.js'
import type { Fields, ItemKind } from '../fields/index.js'
import { isRecord } from '../fields/index.js'
import { openTo } from '../person/open-to.js'
import { kindNames, stageNames } from './names.js'
import { type Row, allowsChild } from './row.js'

type Values = Readonly<Record<string, unknown>>

/** The field of the act that names the item it is about. */
export function subjectField(line: Row): string | undefined {
  const kinds = line.on ?? {}
  const { fields } = line.act
  for (const name in fields) {
    const field = fields[name]
    if (field?.kind === 'reference' && field.of?.some((kind) => kind in kinds)) return name
  }
  return undefined
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

function whoProblem(line: Row, { worker, policy, child, now }: Facts): Refusal | undefined {
  const { act, evenRestricted, urgent } = line
  if (mayDo(policy, worker.role, act.name))
    return (openTo(child.person, now)?.includes(worker.id) ?? true) || evenRestricted || urgent ? undefined : restricted
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

function dateProblems(fields: Fields, input: Values, { occurredAt, today }: Facts): readonly Refusal[] {
  const names = futureDays(fields, input, dayOf(today))
  if (isBefore(today, occurredAt)) names.unshift('occurredAt')
  return names.map((field) => ({
    rule: 'future',
    message: `Enter a day that is not in the future: today is ${inWords(dayOf(today))}.`,
    field,
  }))
}

/** The fields that name a day after today and may not. */
function futureDays(fields: Fields, input: Values, today: Day): string[] {
  const names: string[] = []
  for (const name in fields) {
    const field = fields[name]
    const value = input[name]
    if (field?.kind === 'group' && isRecord(value))
      for (const within of futureDays(field.fields ?? {}, value, today)) names.push(`${name}.${within}`)
    else if (field?.kind === 'day' && field.when === 'past' && typeof value === 'string' && value > today)
      names.push(name)
  }
  return names
}

function codeProblems(fields: Fields, input: Values, occurredAt: Moment): readonly Refusal[] {
  const problems: Refusal[] = []
  for (const name in fields) {
    const codes = fields[name]?.codes
    if (!codes || input[name] === undefined) continue
    const day = dayOf(occurredAt)
    const retired = [input[name]].flat().filter((code) => !inUse(codes, String(code), day))
    if (retired.length === 0) continue
    const message = `${retired.join(', ')} was not in use on ${inWords(day)}. Select a code that was.`
    problems.push({ rule: 'code-not-in-use', message, field: name, source: codes.source })
  }
  return problems
}

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
