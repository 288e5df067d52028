import type { InputOfAct } from '@front-door/case-flow'
import { known } from '../calibration.js'
import type { Family } from '../family/family.js'
import { type Member, ageAt } from '../family/member.js'
import { schoolOf } from '../family/school.js'
import { nhsNumberOf, upnOf } from './numbers.js'

type Details = InputOfAct<'register-person'>

/** What is known of a child on the first contact, born or not. */
export function newcomer(
  family: Family,
  member: Member,
  at: number,
): NonNullable<InputOfAct<'receive-contact'>['person']> {
  return isStillExpected(family, member, at) ? expectedChild(family, member) : bornChild(family, member, at)
}

export function isStillExpected({ hours }: Family, { expected, born }: Member, at: number): boolean {
  return expected !== undefined && born > hours.dayOf(at)
}

export function expectedChild(family: Family, { expected }: Member): InputOfAct<'register-unborn'> {
  return { expectedBirthDate: expected, familyName: family.home.familyName, ...whereFrom(family) }
}

/** Most of it is known, not all. */
export function bornChild(family: Family, member: Member, at: number): Details {
  const { home, chance } = family
  const { givenName, born, sex, ethnicity, disabilities } = member
  return {
    ...whereFrom(family),
    ...(chance.is(known.name) ? { givenName, familyName: home.familyName } : {}),
    ...(chance.is(known.birthDate) ? { birthDate: born } : {}),
    ...(chance.is(known.sex) ? { sex } : {}),
    ...(chance.is(known.ethnicity) ? { ethnicity } : {}),
    ...(chance.is(known.disabilities) ? { disabilities } : {}),
    ...(chance.is(known.nhsNumber) ? { nhsNumber: nhsNumberOf(member) } : {}),
    ...schooling(family, member, at),
  }
}

/** What is not recorded yet and was learned since: some of it. */
export function learned(family: Family, member: Member, at: number): Details {
  const { chance, home } = family
  const { named, birthDate, sex, ethnicity, disabilities, hasUpn } = member.history.state.person
  return {
    ...(named ? {} : { givenName: member.givenName, familyName: home.familyName }),
    ...(birthDate ? {} : { birthDate: member.born }),
    ...(sex ? {} : { sex: member.sex }),
    ...(ethnicity || !chance.is(known.learned) ? {} : { ethnicity: member.ethnicity }),
    ...(hasUpn || ageAt(family, member, at) < 5 ? {} : { upn: upnOf(member) }),
    ...(disabilities.length > 0 || !chance.is(known.learned) ? {} : { disabilities: member.disabilities }),
  }
}

function whereFrom({ chance, home }: Family): Pick<Details, 'address' | 'postcode' | 'locality'> {
  const locality = home.locality.name
  return chance.is(known.address) ? { address: home.address, postcode: home.postcode, locality } : { locality }
}

function schooling(family: Family, member: Member, at: number): Details {
  const age = ageAt(family, member, at)
  if (age < 3) return {}
  const school = schoolOf(family, member, at)
  return age >= 5 && family.chance.is(known.upn) ? { school, upn: upnOf(member) } : { school }
}
