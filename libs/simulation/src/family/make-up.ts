import { type Day, addDays } from '@front-door/calendar'
import { noHistory } from '@front-door/case-flow'
import { families } from '../calibration.js'
import type { Chance } from '../chance/chance.js'
import { givenName } from '../council/names.js'
import type { Member } from './member.js'

/** One of a family's children, with the first of the numbers that they have in the run. */
interface Numbered {
  readonly size: number
  readonly first: number
  readonly idOf: (number: number) => string
}

/** The children of a family as they are on the day it comes to notice, eldest first. */
export function makeUp(chance: Chance, { size, first, idOf }: Numbered, noticed: Day): readonly [Member, ...Member[]] {
  const ethnicity = chance.among(families.ethnicity)
  const names = namesFor(chance, size)
  const [eldest, ...others] = birthDays(chance, size, noticed).map(({ born, expected }, index): Member => ({
    id: idOf(first + index),
    number: first + index,
    givenName: names[index] ?? '',
    sex: chance.is(0.5) ? 'F' : 'M',
    ethnicity: chance.is(0.93) ? ethnicity : chance.among(families.ethnicity),
    disabilities: [chance.among(families.disability)],
    born,
    expected,
    history: noHistory(idOf(first + index)),
  }))
  if (!eldest) throw new Error('A family has at least one child.')
  return [eldest, ...others]
}

interface Born {
  readonly born: Day
  readonly expected: Day | undefined
}

/** When they were born, or will be: some years apart, now and then together. */
function birthDays(chance: Chance, size: number, noticed: Day): readonly Born[] {
  const birthday = chance.whole([30, 330])
  let apart = 0
  return agesFor(chance, size).map((age, index, ages) => {
    if (age === UNBORN) return expectedSoon(chance, noticed)
    if (age !== ages[index - 1]) apart = chance.whole([-20, 20])
    return { born: addDays(noticed, -(age * 365 + birthday + apart)), expected: undefined }
  })
}

/** Whole years, the eldest first; one who is not yet born comes last. */
function agesFor(chance: Chance, size: number): readonly number[] {
  const eldest = chance.whole(chance.among(families.eldest))
  const expecting = eldest === UNBORN || (size > 1 && chance.is(families.unbornToo))
  const ages: number[] = []
  for (let age = Math.max(eldest, 0); ages.length < size - (expecting ? 1 : 0);) {
    ages.push(age)
    if (!chance.is(families.twins)) age -= chance.whole(families.yearsBetween)
  }
  const youngest = Math.min(0, ...ages)
  return [...ages.map((age) => age - youngest), ...(expecting ? [UNBORN] : [])]
}

const UNBORN = -1

function expectedSoon(chance: Chance, noticed: Day): Born {
  const expected = addDays(noticed, chance.whole([25, 190]))
  return { expected, born: addDays(expected, chance.whole([-18, 12])) }
}

function namesFor(chance: Chance, size: number): readonly string[] {
  const names = new Set<string>()
  while (names.size < size) names.add(givenName(chance))
  return [...names]
}
