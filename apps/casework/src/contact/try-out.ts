import type { Change, Refused } from '@front-door/case-flow'
import { Problem } from '@front-door/door'
import type { FieldProblem } from '@front-door/pages'
import { type Asked, askedOfSeveral } from '../acts/act-body.js'
import { tryOut } from '../acts/try-out.js'
import type { Looking } from './at.js'
import type { Intake } from './intake.js'
import { type Told, actBody } from './told.js'

/** What recording it would come to, or everything that stands against it. */
export type Tried =
  { readonly asked: Asked; readonly changes: readonly Change[] } | { readonly problems: readonly FieldProblem[] }

/** Decides on the form without recording anything. */
export async function tryOutIntake(intake: Intake, id: string, told: Told, { parts, worker }: Looking): Promise<Tried> {
  const read = askedIn(intake, id, told)
  if ('problems' in read) return read
  const { asked } = read
  const decided = await tryOut(id, intake.act, asked, worker, parts)
  return 'refusals' in decided ? { problems: refusedAt(asked, decided.refusals) } : { asked, changes: decided.changes }
}

function askedIn(intake: Intake, id: string, told: Told): { asked: Asked } | { problems: readonly FieldProblem[] } {
  try {
    return { asked: askedOfSeveral(intake.act, actBody(intake, told), id) }
  } catch (error) {
    if (error instanceof Problem && error.kind === 'invalid') return { problems: error.errors }
    throw error
  }
}

/** Refusals with the places on the form that they are about; what holds for every child is told once. */
export function refusedAt({ children }: Asked, refusals: readonly Refused[]): readonly FieldProblem[] {
  const placed = refusals.map(({ child, field, rule, message }) => {
    const index = children.findIndex((each) => each.child === child)
    const own = field === 'person' || field?.startsWith('person.')
    if (field !== undefined) return { rule, message, field: own ? `children[${index}].${field}` : field }
    return { rule, message: children.length > 1 ? `Child ${index + 1}: ${message}` : message }
  })
  return [...new Map(placed.map((each) => [`${each.field} ${each.message}`, each])).values()]
}
