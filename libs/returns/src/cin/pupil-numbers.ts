import type { FreshEvent } from '@front-door/case-flow'
import type { CinPerson } from './child.js'
import type { Import } from './context.js'
import { saidOfNumber } from './said-of-person.js'
import { standing, whose } from './standing.js'

const labels = { upn: 'UPN', formerUpn: 'Former UPN' } as const
type PupilNumber = keyof typeof labels

/** The pupil numbers that a return brings, and what it says of them otherwise than the record. */
export interface PupilNumbers {
  readonly given: Readonly<Partial<Record<PupilNumber, string>>>
  /** In sentences, which never hold a number. */
  readonly differs: readonly string[]
}

/**
 * What is new of the pupil numbers; `came` is what the import itself has just said of the child. Numbers are sealed, so
 * one that was given before can only be compared where the import was told who the child is.
 */
export function newNumbers(into: Import, person: CinPerson, came: readonly FreshEvent[]): PupilNumbers {
  const { book, identity, asOf } = into
  const given: Partial<Record<PupilNumber, string>> = {}
  const differs: string[] = []
  for (const number of ['upn', 'formerUpn'] as const) {
    const [wanted, here] = [person[number], identity?.[number]]
    const said = saidOfNumber(book, number, came)
    if (wanted === undefined || (said.length > 0 && (here === undefined || here === wanted))) continue
    const standsAs = standing(book, said, wanted, asOf)
    if (standsAs === 'may') given[number] = wanted
    else differs.push(`${labels[number]}: the file differs from what is here, ${whose[standsAs]}.`)
  }
  return { given, differs }
}
