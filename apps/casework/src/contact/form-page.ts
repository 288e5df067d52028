import { flow } from '@front-door/case-flow'
import { type Asking, type Entries, type FieldProblem, errorSummary, onPage, questionsFor } from '@front-door/pages'
import { type ChildrenShowing, childOnForm } from './child-on-form.js'
import { type Intake, childFields, sharedFields, togetherFields } from './intake.js'
import { rowsOf } from './rows.js'
import { MOST_CHILDREN } from './told.js'

/** The form of an intake, as it is to be shown. */
export interface FormShowing extends Omit<ChildrenShowing, 'problems'> {
  readonly form: string
  /** The answers to begin with, or what was typed. */
  readonly values?: Entries
  readonly typed?: Entries
  readonly problems?: readonly FieldProblem[]
  readonly refused?: boolean
  /** The form that was asked for is not there any more. */
  readonly isGone?: boolean
  /** Whether possible matches are shown while typing. */
  readonly matches: boolean
}

export function formPage(intake: Intake, showing: FormShowing) {
  const { values, typed, words, on, children } = showing
  const problems = inWords(intake, showing)
  const asking: Asking = {
    on,
    words,
    problems,
    ...(typed ? { typed } : { values: values ?? {} }),
    labels: intake.labels,
    hints: intake.hints,
  }
  const sections = questionsFor(sharedFields(intake), { ...asking, fieldsets: intake.sections })
  const together = children.length > 1 ? questionsFor(togetherFields(intake), asking) : []
  const shown = children.map((told, index) => childOnForm(intake, told, index, { ...showing, problems }))
  const all = [...sections, ...together, ...shown.flatMap(({ questions }) => questions)]
  return {
    title: flow[intake.act].act.label,
    hint: flow[intake.act].act.hint,
    ...{ address: intake.address, several: intake.several && children.length < MOST_CHILDREN, form: showing.form },
    sections: sections.map(({ params, questions = [] }) => ({ legend: params['legend'], rows: rowsOf(questions) })),
    ...{ together, children: shown, focus: showing.focus, matches: showing.matches },
    ...(problems.length > 0 ? { errors: errorSummary(problems, all) } : {}),
    ...noticeOf(showing),
  }
}

function noticeOf({ refused, isGone }: FormShowing) {
  const text = refused ? OLD_PAGE : isGone ? GONE : undefined
  return text === undefined ? {} : { notice: { kind: 'important' as const, text } }
}

const GONE = 'The form you went back to was recorded or discarded. This is a new one.'
const OLD_PAGE =
  'This page was opened before you last signed in, so nothing was recorded. What you typed is below: check it, and send it again.'

/** The problems in the words of the page; of several children it is said which is meant. */
function inWords(intake: Intake, { problems = [], typed, words, children }: FormShowing): readonly FieldProblem[] {
  const asking = { words, labels: intake.labels, ...(typed ? { typed } : {}) }
  const shared = onPage({ ...sharedFields(intake), ...togetherFields(intake) }, problems, asking)
  return children.reduce((all, { person }, index) => {
    const at = `children[${index}].person`
    return onPage(childFields(intake), all, { words, at, typed: person }).map((problem) =>
      children.length > 1 && problem.field?.startsWith(`children[${index}].`)
        ? { ...problem, message: `Child ${index + 1}: ${problem.message}` }
        : problem,
    )
  }, shared)
}
