import { type Change, type FreshEvent, flow } from '@front-door/case-flow'
import { type Entries, type FieldProblem, answerRows, childName, enteredIn } from '@front-door/pages'
import type { Policy } from '@front-door/policy'
import { flat } from '../forms/flat.js'
import { type Intake, allAboutTheChild, childFields, sharedFields, togetherFields } from './intake.js'
import type { RegisteredChild } from './known-children.js'
import { type PossibleChildren, detailsTyped } from './matches.js'
import { NEW, type Told, type ToldChild, personIn, registeredAs } from './told.js'

/** The answers before they are recorded, with whoever each child may be already. */
export interface CheckShowing {
  readonly form: string
  readonly told: Told
  readonly words: Policy['words']
  readonly registered: ReadonlyMap<string, RegisteredChild>
  readonly possible: readonly PossibleChildren[]
  readonly problems: readonly FieldProblem[]
  /** Questions about what was typed, in sentences. */
  readonly doubts: readonly string[]
  /** What would come of it, and the id that each child has or would have. */
  readonly changes: readonly Change[]
  readonly ids: readonly string[]
}

export function checkPage(intake: Intake, showing: CheckShowing) {
  const { form, told, words, problems, doubts } = showing
  const { typed, children } = told
  const shared = { ...sharedFields(intake), ...(children.length > 1 ? togetherFields(intake) : {}) }
  const changeAt = `${intake.address}?form=${encodeURIComponent(form)}`
  const values = enteredIn(shared, typed)
  return {
    title: 'Check before you record',
    caption: flow[intake.act].act.label,
    ...{ address: intake.address, form, doubts },
    typed: flat({ ...typed, children: children.map(({ is: _, ...rest }) => rest) }),
    rows: answerRows(shared, { values, words, changeAt, labels: intake.labels, answeredOnly: true }),
    children: children.map((child, index) => childChecked(intake, child, index, { ...showing, changeAt })),
    asks: showing.possible.some(({ matches }) => matches.length > 0),
    ...(problems.length > 0
      ? { errors: problems.map(({ field = '', message }) => ({ text: message, href: `#${idOf(field)}` })) }
      : {}),
  }
}

type Checking = CheckShowing & { readonly changeAt: string }

function childChecked(intake: Intake, told: ToldChild, index: number, showing: Checking) {
  const { words, registered, possible, changes, ids, changeAt } = showing
  const values = personIn(intake, told)
  const at = `children[${index}].person`
  const id = registeredAs(told)
  const matches = possible[index]?.matches ?? []
  return {
    title: told.child === undefined ? nameTyped(values) : (registered.get(told.child)?.name ?? told.child),
    place: intake.several ? `Child ${index + 1}` : 'The child',
    rows: answerRows(childFields(intake), {
      ...{ values, words, changeAt, at },
      only: allAboutTheChild,
      answeredOnly: true,
    }),
    change: `${changeAt}#children-${index}-person-givenName`,
    registered: id === undefined ? undefined : registered.get(id),
    ...(matches.length > 0
      ? { question: whichChild(told, index, showing), records: matches.filter((match) => match.id !== id) }
      : {}),
    hidden: possible[index]?.hidden === true,
    notAdded: matches.length > 0 ? detailsTyped(intake, told) : [],
    notKept: id === undefined ? notKept(intake, values, registration(changes, ids[index])) : [],
  }
}

function nameTyped({ givenName, familyName, expectedBirthDate, birthDate }: Entries): string {
  const names = Object.fromEntries(Object.entries({ givenName, familyName }).filter(([, name]) => name !== undefined))
  return childName(names, expectedBirthDate !== undefined && birthDate === undefined ? 'unborn' : 'living')
}

/** The radios that ask which of the possible matches it is. */
function whichChild(told: ToldChild, index: number, { possible, problems }: Checking) {
  const field = `children[${index}].is`
  const error = problems.find((problem) => problem.field === field)
  const matches = possible[index]?.matches ?? []
  return {
    idPrefix: idOf(field),
    name: `children[${index}][is]`,
    classes: 'govuk-radios--small',
    fieldset: {
      legend: { text: 'Is this child registered already?', classes: 'govuk-fieldset__legend--s' },
    },
    ...(error ? { errorMessage: { text: error.message } } : {}),
    items: [
      ...matches.map(({ id, text, hint }) => ({ value: id, text, checked: told.is === id, hint: { text: hint } })),
      { value: NEW, text: 'None of these: a new child', checked: told.is === NEW },
    ],
  }
}

const idOf = (field: string) => field.replace(/[.[\]]+/g, '-')

function registration(changes: readonly Change[], child: string | undefined): FreshEvent | undefined {
  const events = changes.flatMap((change) => change.events)
  return events.find((event) => event.child === child && /Registered$/.test(event.type))
}

/** What was typed that the event which registers the child has no place for: a given name before birth. */
function notKept(intake: Intake, typed: Entries, event: FreshEvent | undefined): readonly string[] {
  if (!event) return []
  return Object.keys(typed).flatMap((name) =>
    name in event.data || name in event.words ? [] : [childFields(intake)[name]?.label ?? name],
  )
}
