import { type Day, addDays, addMonths, ageOn, daysBetween, inWords } from '@front-door/calendar'
import { type Child, type Identity, openCase } from '@front-door/case-flow'
import { type Tag, plural } from './due.js'

/** Who the page is about, and what nobody may overlook. */
export interface ChildShown {
  readonly id: string
  readonly name: string
  /** "7 years old", "3 weeks old", "Unborn", "Died aged 4"; not there where nobody knows. */
  readonly age?: string
  readonly born: string
  readonly flags: readonly Tag[]
}

export interface ChildShowing {
  readonly on: Day
  readonly restricted?: boolean
  /** The worker of the open case, by name. */
  readonly workerName?: (id: string) => string
}

export function childShown(child: Child, identity: Identity, { on, restricted, workerName }: ChildShowing): ChildShown {
  const { person, id } = child
  const age = ageShown(person, on)
  return {
    id,
    name: childName(identity, person.stage),
    ...(age ? { age } : {}),
    born: bornShown(person),
    flags: [
      ...(restricted ? [{ text: 'Restricted record', colour: 'red' } as const] : []),
      ...(person.stage === 'merged' ? [{ text: 'Merged into another record', colour: 'grey' } as const] : []),
      ...(hasDomesticAbuse(child) ? [{ text: 'Domestic abuse', colour: 'purple' } as const] : []),
      ...openFlag(child, workerName ?? ((worker) => worker)),
    ],
  }
}

/** "Robin Lee", "Baby Lee" before birth, and a plain word where no name is known or left. */
export function childName({ givenName, familyName, motherName }: Identity, stage?: string): string {
  const name = [givenName, familyName].filter(Boolean).join(' ')
  if (stage !== 'unborn') return name || 'Name not known'
  if (name) return `Unborn: ${name}`
  return motherName ? `Unborn child of ${motherName}` : 'Unborn child'
}

function ageShown({ stage, birthDate, deathDate }: Child['person'], on: Day): string | undefined {
  if (stage === 'unborn') return 'Unborn'
  if (stage === 'died' || deathDate)
    return birthDate && deathDate ? `Died aged ${ageInWords(birthDate, deathDate)}` : 'Has died'
  return birthDate ? `${ageInWords(birthDate, on)} old` : undefined
}

function bornShown({ stage, birthDate, expectedBirthDate }: Child['person']): string {
  if (birthDate) return `Born ${inWords(birthDate)}`
  if (stage === 'unborn') return expectedBirthDate ? `Due ${inWords(expectedBirthDate)}` : 'Due date not known'
  return 'Date of birth not known'
}

/** An age in the unit that means something: days, weeks, months under two years, then years. */
export function ageInWords(born: Day, on: Day): string {
  const days = daysBetween(born, on)
  if (days < 14) return plural(Math.max(days, 0), 'day')
  if (on < addMonths(born, 3)) return plural(Math.floor(days / 7), 'week')
  const years = ageOn(born, on)
  return years < 2 ? plural(monthsBetween(born, on), 'month') : plural(years, 'year')
}

function monthsBetween(born: Day, on: Day): number {
  let months = 0
  while (addMonths(born, months + 1) < addDays(on, 1)) months += 1
  return months
}

function hasDomesticAbuse(child: Child): boolean {
  return [...child.contacts, ...child.referrals].some(({ domesticAbuse }) => domesticAbuse)
}

function openFlag(child: Child, workerName: (id: string) => string): readonly Tag[] {
  const referral = openCase(child)
  if (!referral) return []
  const worker = referral.allocated
  return [{ text: worker ? `Open case: ${workerName(worker.to)}` : 'Open case, not allocated', colour: 'blue' }]
}
