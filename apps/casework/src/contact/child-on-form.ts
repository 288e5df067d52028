import { type FieldProblem, type Question, childDetails, questionsFor } from '@front-door/pages'
import type { Policy } from '@front-door/policy'
import { type Intake, childFields, moreAboutTheChild, whoTheChildIs } from './intake.js'
import type { RegisteredChild } from './known-children.js'
import { rowsOf } from './rows.js'
import type { ToldChild } from './told.js'

/** The children of a form, as they are to be shown. */
export interface ChildrenShowing {
  readonly children: readonly ToldChild[]
  /** The registered children among them, by id. */
  readonly registered: ReadonlyMap<string, RegisteredChild>
  readonly on: string
  readonly words: Policy['words']
  readonly problems: readonly FieldProblem[]
  /** The child whose first question is next, or the button to add one, after a step without script. */
  readonly focus?: number | 'add'
}

/** One child of the form: what is asked, or who it is that is registered. */
export function childOnForm(intake: Intake, told: ToldChild, index: number, showing: ChildrenShowing) {
  const { children, registered, on, words, problems, focus } = showing
  const asking = { on, words, problems, at: `children[${index}].person`, typed: told.person }
  const ask = (only: readonly string[]) =>
    questionsFor(childFields(intake), { ...asking, hints: childDetails.hints ?? {}, only })
  const isNew = told.child === undefined
  const who = isNew ? ask(whoTheChildIs) : []
  const sex = isNew ? ask(['sex']) : []
  const more = isNew ? ask(moreAboutTheChild) : []
  return {
    legend: children.length > 1 || intake.several ? `Child ${index + 1}` : 'The child',
    ...(told.child === undefined ? {} : { registered: registered.get(told.child) }),
    is: told.is,
    who: rowsOf(focus === index ? focused(who) : who),
    sex,
    more: rowsOf(more),
    open: more.some(({ field }) => isTouched(field, told, problems)),
    canGo: intake.several && (children.length > 1 || told.child !== undefined),
    questions: [...who, ...sex, ...more],
  }
}

/** The first question takes the focus when the page is there. */
function focused([first, ...rest]: readonly Question[]): readonly Question[] {
  return first ? [{ ...first, params: { ...first.params, attributes: { autofocus: 'autofocus' } } }, ...rest] : []
}

function isTouched(path: string, { person }: ToldChild, problems: readonly FieldProblem[]): boolean {
  const name = path.split('.').at(-1) ?? ''
  return (person[name] ?? '') !== '' || problems.some(({ field }) => field === path)
}
