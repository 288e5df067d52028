import { dayOf, inWords } from '@front-door/calendar'
import type { Facts, Refusal } from '../act/index.js'
import { hasRightCheckLetter } from '../fields/index.js'
import { expectedProblem } from './expected.js'

/** Rules on a child's details, whichever act brings them. */
export function detailProblems(
  details: Readonly<Record<string, unknown>>,
  facts: Facts,
  path = '',
): readonly Refusal[] {
  const problems: Refusal[] = []
  const { upn, disabilities, birthDate, expectedBirthDate } = details
  if (typeof upn === 'string' && !hasRightCheckLetter(upn))
    problems.push({
      rule: 'upn-check-letter',
      message: 'The first letter of the UPN does not fit its digits. Check the UPN.',
      field: `${path}upn`,
      source: 'CIN census rule 1510',
    })
  if (Array.isArray(disabilities) && disabilities.includes('NONE') && disabilities.length > 1)
    problems.push({
      rule: 'none-alone',
      message: 'Select either NONE or the disabilities, not both.',
      field: `${path}disabilities`,
      source: 'CIN census rule 8790',
    })
  if (birthDate !== undefined && expectedBirthDate !== undefined)
    problems.push({
      rule: 'born-or-expected',
      message: 'Enter the date of birth or the expected date of birth, not both.',
      field: `${path}expectedBirthDate`,
      source: 'CIN census rule 8525Q',
    })
  const farOff =
    typeof expectedBirthDate === 'string' &&
    expectedProblem(expectedBirthDate, dayOf(facts.today), `${path}expectedBirthDate`)
  if (farOff) problems.push(farOff)
  const { birthDate: born, deathDate: died } = facts.child.person
  if (typeof birthDate === 'string' && died && birthDate > died)
    problems.push({
      rule: 'death-before-birth',
      message: `The child died on ${inWords(died)}. Enter an earlier date of birth.`,
      field: `${path}birthDate`,
      source: 'CIN census rule 8535Q',
    })
  if (expectedBirthDate !== undefined && born && facts.child.person.stage === 'living')
    problems.push({
      rule: 'already-born',
      message: `The child was born on ${inWords(dayOf(born))} and has no expected date of birth.`,
      field: `${path}expectedBirthDate`,
    })
  return problems
}
