import { type ActName, type ChildId, fields, flow } from '@front-door/case-flow'
import { Problem, type Wrong, summed } from '@front-door/door'
import { check } from './check.js'
import { childIdOf } from './command-id.js'

/** What an act is asked for: each child with what was entered, when it happened, and the version it was seen at. */
export interface Asked {
  readonly occurredAt: string | undefined
  readonly children: readonly { readonly child: ChildId; readonly input: Readonly<Record<string, unknown>> }[]
  readonly expected: ReadonlyMap<ChildId, number>
}

type Body = Readonly<Record<string, unknown>>

const childField = fields.child('Child')
const versionField = fields.count('Version')
const oneTime = 'Say when it happened once, beside children: one act about several children happened at one time.'

/** The body of an act about one child, whose id is in the address. */
export function askedOfOne(act: ActName, child: ChildId, body: unknown): Asked {
  if (!fields.isValid(childField, child))
    throw invalid([{ field: 'child', rule: 'child', message: fields.remedy(childField) }])
  const { values, wrong } = check(act, objectOr(body, 'body'))
  if (wrong.length > 0) throw invalid(wrong)
  const { occurredAt, ...input } = values
  return { occurredAt: occurredAt as string | undefined, children: [{ child, input }], expected: new Map() }
}

/**
 * The body of an act about several children, or about one not yet registered: `children`, each entry with its id and
 * what holds for that child only, beside what holds for all. An entry without an id is a child to be registered.
 */
export function askedOfSeveral(act: ActName, body: unknown, command: string): Asked {
  const { children: entries, occurredAt: when, ...common } = objectOr(body, 'body')
  if (!Array.isArray(entries) || entries.length === 0 || entries.length > 20)
    throw invalid([
      { field: 'children', rule: 'required', message: 'Enter the children it is about: a list of 1 to 20.' },
    ])
  const wrong: Wrong[] = []
  const expected = new Map<ChildId, number>()
  let occurredAt: string | undefined
  const children = entries.map((entry: unknown, index) => {
    const path = `children[${index}]`
    const { child = newChild(act, command, index), version, occurredAt: itsOwn, ...own } = objectOr(entry, path)
    if (itsOwn !== undefined) wrong.push({ field: `${path}.occurredAt`, rule: 'unknown', message: oneTime })
    const checked = check(act, { ...common, ...own, ...(when === undefined ? {} : { occurredAt: when }) })
    wrong.push(...checked.wrong.map((each) => ({ ...each, field: placed(each.field, own, path) })))
    if (!fields.isValid(childField, child))
      wrong.push({ field: `${path}.child`, rule: 'child', message: fields.remedy(childField) })
    if (version !== undefined && !fields.isValid(versionField, version))
      wrong.push({ field: `${path}.version`, rule: 'count', message: fields.remedy(versionField) })
    const { occurredAt: at, ...input } = checked.values
    occurredAt = at as string | undefined
    if (typeof version === 'number') expected.set(String(child), version)
    return { child: String(child), input }
  })
  if (new Set(children.map(({ child }) => child)).size < children.length)
    wrong.push({ field: 'children', rule: 'unique', message: 'Name each child once.' })
  if (wrong.length > 0) throw invalid(distinct(wrong))
  return { occurredAt, children, expected }
}

/** A child that the act itself may register gets an id that follows from the command: asked again, it is the same. */
function newChild(act: ActName, command: string, index: number): string | undefined {
  return flow[act].child?.includes('unregistered') ? childIdOf(command, index) : undefined
}

/** Where the entry is wrong: with the child where the child's own part said it, else for all. */
function placed(field: string | undefined, own: Body, path: string): string {
  const [name = ''] = (field ?? '').split('.')
  return Object.hasOwn(own, name) ? `${path}.${field}` : (field ?? '')
}

function distinct(wrong: readonly Wrong[]): readonly Wrong[] {
  return [...new Map(wrong.map((each) => [`${each.field} ${each.rule}`, each])).values()]
}

function objectOr(value: unknown, field: string): Body {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Body
  throw invalid([{ field, rule: 'object', message: 'Send a JSON object.' }])
}

function invalid(wrong: readonly Wrong[]): Problem {
  return new Problem('invalid', summed(wrong), wrong)
}
