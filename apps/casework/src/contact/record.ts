import { Problem, SeeOther } from '@front-door/door'
import { CommandReused, type Performed } from '@front-door/event-log'
import type { FieldProblem } from '@front-door/pages'
import { mayDo } from '@front-door/policy'
import type { Asked } from '../acts/act-body.js'
import { Perform } from '../acts/perform.js'
import type { At } from './at.js'
import type { Intake } from './intake.js'
import { refusedAt } from './try-out.js'

export interface ToRecord {
  readonly id: string
  readonly form: string
  readonly asked: Asked
}

/** Records it, once however often it is sent, and leads on to what was recorded. Gives what a rule has against it. */
export async function recordIntake(
  intake: Intake,
  { id, form, asked }: ToRecord,
  at: At,
): Promise<readonly FieldProblem[]> {
  const performed: Performed = await at.commands
    .execute(new Perform(id, intake.act, asked, at.worker))
    .catch((error) => {
      // Somebody went back, changed the form and sent it again: what was recorded stays as it was.
      if (error instanceof CommandReused) throw new SeeOther(`${recordedPage(intake)}?again=1`)
      throw error
    })
  if (performed.outcome === 'refused') return refusedAt(asked, performed.refusals)
  if (performed.outcome === 'stale') throw new Problem('stale', 'The record has moved on. Send the form again.')
  at.parts.drafts.end(form)
  throw new SeeOther(await placeAfter(intake, asked, at))
}

/** To the record itself where it is of one child and may be read; else to a page that says what was recorded. */
async function placeAfter(intake: Intake, { children }: Asked, { parts, worker, policy }: At): Promise<string> {
  const [first, ...more] = children
  const query = children.map(({ child }) => `child=${encodeURIComponent(child)}`).join('&')
  if (!first || more.length > 0 || !mayDo(policy, worker.role, 'read-trail')) return `${recordedPage(intake)}?${query}`
  const { restrictedTo } = (await parts.histories.known(first.child)).history.state.person
  return restrictedTo ? `${recordedPage(intake)}?${query}` : `/children/${first.child}?done=${intake.act}`
}

export const recordedPage = ({ address }: Intake) => address.replace(/new$/, 'recorded')
