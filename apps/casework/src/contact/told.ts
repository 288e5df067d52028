import { type Entries, enteredIn, listIn } from '@front-door/pages'
import { type Posted, postedIn } from '../forms/posted.js'
import { type Intake, childFields, sharedFields, togetherFields } from './intake.js'

/** One child on the form: registered, or described as far as is known. */
export interface ToldChild {
  /** The id of a child who was registered when the form was opened. */
  readonly child?: string
  /** Which of the possible matches it is: the id of a registered child, or `new`. */
  readonly is?: string
  /** What was typed of a child who is not registered. */
  readonly person: Entries
}

/** A form of an intake as it was posted. */
export interface Told extends Omit<Posted, 'seen' | 'alsoFor'> {
  readonly children: readonly ToldChild[]
}

export const NEW = 'new'
/** As many as one act takes. */
export const MOST_CHILDREN = 20
const blank: ToldChild = { person: {} }

export function toldIn(body: unknown): Told {
  const { form, step, typed } = postedIn(body)
  const children = listIn(typed, 'children').slice(0, MOST_CHILDREN).map(toldChild)
  return {
    ...(form === undefined ? {} : { form }),
    ...(step === undefined ? {} : { step }),
    typed,
    children: children.length > 0 ? children : [blank],
  }
}

function toldChild({ child, is, person }: Entries): ToldChild {
  return {
    ...(typeof child === 'string' && child !== '' ? { child } : {}),
    ...(typeof is === 'string' && is !== '' ? { is } : {}),
    person: typeof person === 'object' && person !== null ? { ...person } : {},
  }
}

/** The form with one child more, or with one taken out. Everything else stays as it was typed. */
export function stepped(told: Told): Told | undefined {
  const { step = '', children } = told
  if (step === 'add') return withChildren(told, [...children, blank].slice(0, MOST_CHILDREN))
  const removed = /^remove-(\d{1,2})$/.exec(step)?.[1]
  if (removed === undefined) return undefined
  return withChildren(
    told,
    children.filter((_, index) => index !== Number(removed)),
  )
}

export function withChildren(told: Told, children: readonly ToldChild[]): Told {
  const kept = children.length > 0 ? children : [blank]
  return { ...told, children: kept, typed: { ...told.typed, children: kept } }
}

/** The form before anything is typed: about these registered children, or one of whom nothing is known yet. */
export function untold(children: readonly string[]): Told {
  return withChildren(
    { typed: {}, children: [] },
    children.slice(0, MOST_CHILDREN).map((child) => ({ child, person: {} })),
  )
}

/** The body of the act, as a program would send it. `is` says which children turned out to be registered. */
export function actBody(intake: Intake, { typed, children }: Told): Entries {
  const together = children.length > 1 ? togetherFields(intake) : {}
  return {
    ...enteredIn({ ...sharedFields(intake), ...together }, typed),
    children: children.map((told) => {
      const child = registeredAs(told)
      if (child !== undefined) return { child }
      const person = personIn(intake, told)
      return Object.keys(person).length > 0 ? { person } : {}
    }),
  }
}

export function personIn(intake: Intake, { person }: ToldChild): Entries {
  return enteredIn(childFields(intake), person)
}

/** The registered child it is about, if any. */
export function registeredAs({ child, is }: ToldChild): string | undefined {
  return child ?? (is === NEW ? undefined : is)
}
