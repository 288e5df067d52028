import { fields } from '@front-door/case-flow'
import { type Entries, type FieldProblem, enteredIn, onPage } from '@front-door/pages'
import type { SearchFor } from '@front-door/read-models'

/** What a child can be looked for by. */
export const searchFields = {
  name: fields.optional(
    fields.words('Name', {
      max: 100,
      hint: 'Any of their names, or the beginning of it. Other names are searched too',
    }),
  ),
  birthDate: fields.optional(fields.day('Date of birth', { when: 'any', hint: 'Or the date a birth is expected' })),
  reference: fields.optional(fields.words('Reference', { max: 40, hint: 'Child id, UPN or NHS number' })),
}

export interface SearchAsked {
  readonly wanted: SearchFor
  /** The names of the fields that were searched: what the log of reads keeps. */
  readonly searched: readonly string[]
  readonly problems: readonly FieldProblem[]
}

/** What was typed into the search, or what is wrong with it. */
export function searchIn(body: Entries): SearchAsked {
  const entered = enteredIn(searchFields, body)
  const searched = Object.keys(entered)
  const wrong = Object.entries(searchFields).flatMap(([field, definition]) =>
    entered[field] === undefined || fields.isValid(definition, entered[field])
      ? []
      : [{ field, rule: definition.kind, message: fields.remedy(definition) }],
  )
  const nothing = { field: 'name', rule: 'nothing', message: 'Enter a name, a date of birth or a reference.' }
  const problems = searched.length === 0 ? [nothing] : onPage(searchFields, wrong, { typed: body })
  return { wanted: problems.length > 0 ? {} : wantedIn(entered), searched, problems }
}

function wantedIn({ name, birthDate, reference }: Entries): SearchFor {
  return { name: textIn(name), birthDate: textIn(birthDate), reference: textIn(reference) }
}

export function textIn(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
