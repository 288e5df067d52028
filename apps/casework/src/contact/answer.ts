import { kindNames, longAgo } from '@front-door/case-flow'
import { SeeOther, today } from '@front-door/door'
import { mayDo } from '@front-door/policy'
import { commandId } from '../acts/command-id.js'
import { type AskedFor, type At, type Desk, admitted } from './at.js'
import { checkPage } from './check-page.js'
import { type FormShowing, formPage } from './form-page.js'
import type { Intake } from './intake.js'
import { type RegisteredChild, registeredChild } from './known-children.js'
import { answered, possibleChildren, unanswered } from './matches.js'
import { recordIntake } from './record.js'
import { type Told, type ToldChild, registeredAs, stepped, toldIn, untold, withChildren } from './told.js'
import { tryOutIntake } from './try-out.js'

/** The form as it begins, about the registered children that the address names; or as it was left, at the step it was at. */
export async function askIntake(intake: Intake, asked: AskedFor, desk: Desk) {
  const at = admitted(intake, desk)
  const { form: id, child } = asked
  const draft = typeof id === 'string' ? at.parts.drafts.find(id, at.worker.id) : undefined
  if (draft && typeof id === 'string') return goOn(intake, id, toldIn(draft.typed), asked, at)
  const form = at.parts.drafts.begin(at.worker.id)
  const named = [child ?? []].flat().slice(0, intake.several ? undefined : 1)
  // What comes in to the duty team at night is out of hours, whoever forgets to say so.
  const values = at.worker.role === 'edt' ? { outOfHours: true } : {}
  return showForm(intake, form, untold([...new Set(named)]), at, { values, isGone: id !== undefined })
}

function goOn(intake: Intake, form: string, told: Told, { step, focus, refused }: AskedFor, at: At) {
  if (step === 'check') return look(intake, form, told, at)
  const next = focus === 'add' || focus === undefined ? focus : Number(focus)
  return showForm(intake, form, told, at, { refused: refused === '1', ...(next === undefined ? {} : { focus: next }) })
}

/** Takes a step of the form: a child more or less, a look at all of it before it is recorded, the recording. */
export async function sendIntake(intake: Intake, body: unknown, desk: Desk) {
  const at = admitted(intake, desk)
  const posted = toldIn(body)
  const { drafts } = at.parts
  const form = posted.form && drafts.owns(posted.form, at.worker.id) ? posted.form : drafts.begin(at.worker.id)
  const step = intake.several ? stepped(posted) : undefined
  const told = step ?? posted
  drafts.keep(form, { path: intake.address, typed: told.typed })
  const focus = step && String(focusAfter(posted, step))
  const next = { form, ...(focus === undefined ? {} : { focus }), ...(asksToCheck(told) ? { step: 'check' } : {}) }
  // Each step is a page of its own, so that going back shows it again and posts nothing. What could not be kept (the
  // form is somebody else's, or was recorded before) goes on from what was posted.
  if (posted.step !== 'record' && drafts.find(form, at.worker.id))
    throw new SeeOther(`${intake.address}?${new URLSearchParams(next)}`)
  return posted.step === 'record' ? look(intake, form, told, at) : goOn(intake, form, told, next, at)
}

const asksToCheck = ({ step = 'check' }: Told) => step === 'check'

async function look(intake: Intake, form: string, posted: Told, at: At) {
  const id = commandId(at.worker.id, form)
  const possible = await possibleChildren(intake, posted.children, id, at)
  const told = withChildren(posted, answered(posted.children, possible))
  const open = unanswered(told.children, possible)
  const dry = await tryOutIntake(intake, id, open.length > 0 ? unpicked(told) : told, at)
  if ('problems' in dry) return showForm(intake, form, told, at, { problems: dry.problems })
  if (posted.step === 'record' && open.length === 0) {
    const refused = await recordIntake(intake, { id, form, asked: dry.asked }, at)
    return showForm(intake, form, told, at, { problems: refused })
  }
  const problems = posted.step === 'record' ? open : []
  const registered = await registeredAmong(intake, told.children, at)
  const ids = dry.asked.children.map(({ child }) => child)
  const { words } = at.policy
  const page = checkPage(intake, {
    ...{ form, told, words, registered, possible, problems, changes: dry.changes, ids },
    doubts: doubtsOf(intake, dry.asked.occurredAt, at),
  })
  return { ...page, check: true, wrong: problems.length > 0 }
}

/** What is asked once more before it is recorded, and does not stand in its way. */
function doubtsOf({ kind }: Intake, occurredAt: string | undefined, { parts }: At): readonly string[] {
  const doubt = occurredAt && longAgo(occurredAt, today(parts), parts.agreed.policies)
  return doubt ? [`This ${kindNames[kind]} is dated ${doubt}. Is that right?`] : []
}

/** Until it is said which children they are, those on the form count as new: only what was typed is looked at. */
function unpicked(told: Told): Told {
  return withChildren(
    told,
    told.children.map(({ is: _, ...rest }) => rest),
  )
}

type Showing = Partial<Pick<FormShowing, 'values' | 'problems' | 'focus' | 'refused' | 'isGone'>>

async function showForm(intake: Intake, form: string, told: Told, at: At, showing: Showing = {}) {
  const { children, typed } = told
  const page = formPage(intake, {
    ...{ form, children, on: today(at.parts), words: at.policy.words },
    registered: await registeredAmong(intake, children, at),
    matches: mayDo(at.policy, at.worker.role, 'find-children'),
    ...(showing.values ? {} : { typed }),
    ...showing,
  })
  return { ...page, check: false, wrong: showing.problems !== undefined }
}

async function registeredAmong(
  intake: Intake,
  children: readonly ToldChild[],
  at: At,
): Promise<ReadonlyMap<string, RegisteredChild>> {
  const ids = new Set(children.flatMap((told) => registeredAs(told) ?? []))
  return new Map(await Promise.all([...ids].map(async (id) => [id, await registeredChild(id, intake, at)] as const)))
}

function focusAfter(before: Told, after: Told): number | 'add' {
  return after.children.length > before.children.length ? after.children.length - 1 : 'add'
}
