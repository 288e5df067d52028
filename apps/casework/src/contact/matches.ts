import { isDay } from '@front-door/calendar'
import type { Fields } from '@front-door/case-flow'
import { logLook } from '@front-door/door'
import type { FieldProblem } from '@front-door/pages'
import { type Match, possibleMatches } from '@front-door/read-models'
import { mayDo } from '@front-door/policy'
import { childIdOf } from '../acts/command-id.js'
import { type Finding, childFound, findingFor, seenBy } from '../find/child-in-words.js'
import type { Looking } from './at.js'
import { type Intake, childFields, moreAboutTheChild } from './intake.js'
import { NEW, type ToldChild, personIn, registeredAs } from './told.js'

/** A registered child whom the one on the form may be. */
export interface PossibleChild {
  readonly id: string
  readonly text: string
  readonly hint: string
  /** Where the record is, for who may read it. */
  readonly href?: string
}

export interface PossibleChildren {
  readonly matches: readonly PossibleChild[]
  /** Whether one may be a record that this reader may not know of. */
  readonly hidden?: boolean
}

/** For each child on the form, the registered children it may be: none for a reader who may not search. */
export async function possibleChildren(
  intake: Intake,
  children: readonly ToldChild[],
  command: string,
  looking: Looking,
): Promise<readonly PossibleChildren[]> {
  const { worker, policy } = looking
  if (!mayDo(policy, worker.role, 'find-children')) return children.map(() => ({ matches: [] }))
  // Sent twice, the form would find the very children it has just registered.
  const own = new Set(children.map((_, index) => childIdOf(command, index)))
  return Promise.all(children.map((told) => matchesOf(intake, told, own, looking)))
}

async function matchesOf(intake: Intake, told: ToldChild, own: ReadonlySet<string>, looking: Looking) {
  const wanted = wantedOf(intake, told)
  const fields = Object.entries(wanted).flatMap(([name, value]) => (value ? [name] : []))
  if (told.child !== undefined || fields.length < 2) return { matches: [] }
  const { parts, worker, policy } = looking
  const found = (await possibleMatches(parts.rows, wanted)).filter(({ child }) => !own.has(child.child))
  await logLook(looking, { what: 'possible-matches', search: { results: found.length, fields } })
  const finding = findingFor(worker, parts)
  const seen = seenBy(finding, found, ({ child }) => child)
  const visible = seen.flatMap((match) => ('restricted' in match ? [] : [match]))
  return {
    matches: visible.map((match) => inWords(match, finding, mayDo(policy, worker.role, 'read-trail'))),
    hidden: visible.length < seen.length,
  }
}

function inWords({ child, why }: Match, finding: Finding, mayRead: boolean): PossibleChild {
  const { id, name, age, born, openCase, lastContact, href } = childFound(child, finding)
  const facts = [why, age, `open case: ${lowerFirst(openCase)}`, `last contact: ${lowerFirst(lastContact)}`]
  return {
    id,
    text: `This is ${name}, ${lowerFirst(born)}, ${id}`,
    hint: facts.join('; '),
    ...(mayRead ? { href } : {}),
  }
}

function wantedOf(intake: Intake, told: ToldChild) {
  const { givenName, familyName, birthDate } = personIn(intake, told)
  return {
    givenName: textOf(givenName),
    familyName: textOf(familyName),
    birthDate: isDay(birthDate) ? birthDate : undefined,
  }
}

/** The children with what was said about the matches; an answer that is no longer offered is none. */
export function answered(children: readonly ToldChild[], possible: readonly PossibleChildren[]): readonly ToldChild[] {
  return children.map((told, index) => {
    const { child, person, is } = told
    const offered = [NEW, ...(possible[index]?.matches ?? []).map(({ id }) => id)]
    if (is !== undefined && offered.includes(is)) return told
    const none = isAsked(possible[index]) ? {} : { is: NEW }
    return { ...(child === undefined ? none : { child }), person }
  })
}

/** What still has to be said about the matches: which it is, and no child twice. */
export function unanswered(
  children: readonly ToldChild[],
  possible: readonly PossibleChildren[],
): readonly FieldProblem[] {
  const registered = children.map(registeredAs)
  return children.flatMap((told, index) => {
    const field = `children[${index}].is`
    if (told.child === undefined && told.is === undefined && isAsked(possible[index]))
      return [{ field, message: `Select whether ${childLabel(index, children.length)} is one of these children.` }]
    const id = registered[index]
    return id !== undefined && told.child === undefined && registered.indexOf(id) !== registered.lastIndexOf(id)
      ? [{ field, message: `Select another answer: ${id} is on this form twice.` }]
      : []
  })
}

/** However little alike they are: where somebody may be registered already, it is said which it is. */
const isAsked = (possible?: PossibleChildren) => possible !== undefined && possible.matches.length > 0

export function childLabel(index: number, of: number): string {
  return of === 1 ? 'the child' : `child ${index + 1}`
}

/** What was typed besides name and birth: it is not added to a record that is picked. */
export function detailsTyped(intake: Intake, told: ToldChild): readonly string[] {
  const all: Fields = childFields(intake)
  const typed = personIn(intake, told)
  return moreAboutTheChild.flatMap((name) => (typed[name] === undefined ? [] : [all[name]?.label ?? name]))
}

const textOf = (value: unknown) => (typeof value === 'string' ? value.slice(0, 100) : undefined)
const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
