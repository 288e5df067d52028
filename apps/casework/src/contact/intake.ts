import { type Fields, fields } from '@front-door/case-flow'
import type { Fieldset } from '@front-door/pages'
import { fieldsFor } from '../forms/act-fields.js'

/** Something told to the front door, about children who may not be registered yet. */
export interface Intake {
  readonly act: 'receive-contact' | 'give-consultation'
  readonly kind: 'contact' | 'consultation'
  /** Where its form is. */
  readonly address: string
  /** Whether it may be about several children at once. */
  readonly several: boolean
  /** What becomes of it where a case is open, to end a sentence with. */
  readonly whereOpen: string
  /** What is said once it is recorded. */
  readonly done: string
  readonly sections: readonly Fieldset[]
  readonly labels: Readonly<Record<string, string>>
  readonly hints: Readonly<Record<string, string>>
}

export const contact: Intake = {
  act: 'receive-contact',
  kind: 'contact',
  address: '/contacts/new',
  several: true,
  whereOpen: ': the contact goes to them',
  done: 'The contact is recorded',
  sections: [
    {
      legend: 'About the contact',
      fields: ['source', 'agency', 'method', 'occurredAt', 'outOfHours', 'domesticAbuse', 'need'],
    },
    { legend: 'What was said', fields: ['concern', 'referrerName', 'referrerContact'] },
  ],
  labels: { occurredAt: 'When it came in' },
  hints: { occurredAt: 'Leave it empty if it came in just now' },
}

export const consultation: Intake = {
  act: 'give-consultation',
  kind: 'consultation',
  address: '/consultations/new',
  several: false,
  whereOpen: '',
  done: 'The advice and support is recorded',
  sections: [
    { legend: 'Who asked', fields: ['source', 'agency', 'occurredAt', 'outOfHours', 'domesticAbuse', 'need'] },
    { legend: 'Advice and support', fields: ['question', 'advice', 'followUp'] },
  ],
  labels: { occurredAt: 'When they asked' },
  hints: { occurredAt: 'Leave it empty if they asked just now' },
}

/** What holds for all the children it is about. */
export function sharedFields({ act }: Intake): Fields {
  return fields.without(fieldsFor(act), 'person', 'siblings')
}

/** Asked only where there are several. */
export function togetherFields({ act }: Intake): Fields {
  const { siblings } = fieldsFor(act)
  return siblings ? { siblings } : {}
}

/** What can be told of a child who is not registered yet. */
export function childFields({ act }: Intake): Fields {
  return fieldsFor(act)['person']?.fields ?? {}
}

/** What tells one child from another: by these, children who are registered are found. */
export const whoTheChildIs: readonly string[] = ['givenName', 'familyName', 'birthDate', 'expectedBirthDate']

/** Asked for where it is known, and folded away until then. */
export const moreAboutTheChild: readonly string[] = [
  'aliases',
  'address',
  'postcode',
  'locality',
  'school',
  'ethnicity',
  'nhsNumber',
]

export const allAboutTheChild: readonly string[] = [...whoTheChildIs, 'sex', ...moreAboutTheChild]
