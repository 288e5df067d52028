import type { Day } from '@front-door/calendar'
import type { Policy } from '@front-door/policy'

/** Entries by the names of fields, or what a browser posted. */
export type Entries = Readonly<Record<string, unknown>>

/** One answer that may be picked, in words: a worker, a child, an item of the trail. */
export interface Choice {
  readonly value: string
  readonly text: string
  readonly hint?: string
}

/** What is wrong, as the door's check and the domain's refusals tell it. `field` is a path: `children[1].person.upn`. */
export interface FieldProblem {
  readonly field?: string
  readonly rule?: string
  readonly message: string
}

/** Questions that belong together under one legend; they stand where the first of them would stand. */
export interface Fieldset {
  readonly legend: string
  readonly hint?: string
  readonly fields: readonly string[]
}

/** How questions are put: which, in what order, under which headings and in which words. */
export interface Presentation {
  /** Only these fields, in this order. */
  readonly only?: readonly string[]
  /** Fields whose value goes with the form unseen. */
  readonly hidden?: readonly string[]
  readonly labels?: Readonly<Record<string, string>>
  readonly hints?: Readonly<Record<string, string>>
  readonly fieldsets?: readonly Fieldset[]
}

/** How a set of fields is asked on a page. Everything but the day may be left out. */
export interface Asking extends Presentation {
  /** Codes are offered that are in use on this day. */
  readonly on: Day
  /** The answers to begin with, as the domain holds them. */
  readonly values?: Entries
  /** What the browser posted, to show again exactly as it was typed. Goes before `values`. */
  readonly typed?: Entries
  readonly problems?: readonly FieldProblem[]
  /** For references, workers, children, or any field that is picked from a list: by the name of the field. */
  readonly choices?: Readonly<Record<string, readonly Choice[]>>
  /** How the questions within a group are asked: by the name of the group. */
  readonly groups?: Readonly<Record<string, Presentation>>
  /** What it means to leave a field open, by its name, where that is neither "Any" nor "Not recorded"; empty where it cannot be. */
  readonly open?: Readonly<Record<string, string>>
  /** The fields narrow a list: none is needed, and no answer means any. */
  readonly asFilter?: boolean
  /** Where these fields stand in the whole form: `children[1]`. */
  readonly at?: string
  /** The council's own words for codes. */
  readonly words?: Policy['words']
}

/** One question: which macro draws it, and what that macro is given. */
export interface Question {
  readonly as: 'input' | 'textarea' | 'radios' | 'checkboxes' | 'select' | 'date' | 'moment' | 'hidden' | 'fieldset'
  /** The path of its field: `person.birthDate`. */
  readonly field: string
  /** The id that an error's link goes to; not there where nothing can be seen of it. */
  readonly target?: string
  readonly params: Entries
  /** The questions within a fieldset. */
  readonly questions?: readonly Question[]
}
