import type { InputOfAct } from '@front-door/case-flow'
import type { Some } from '../chance/chance.js'
import { organisations } from '../council/places.js'
import type { Family } from '../family/family.js'
import { schoolOf } from '../family/school.js'

/** The organisation that tells, where one does. */
export function agencyOf(
  source: InputOfAct<'receive-contact'>['source'],
  family: Family,
  at: number,
): string | undefined {
  const { chance, members } = family
  const place = family.home.locality
  const from = (list: Some<string>) => chance.pick(list)
  switch (source) {
    case '2A':
      return schoolOf(family, members[0], at)
    case '2B':
    case '5A':
    case '5B':
    case '5D':
      return from(organisations.council)
    case '3A':
    case '3D':
      return from(place.surgeries)
    case '3B':
    case '3C':
      return from(organisations.community)
    case '3E':
    case '3F':
      return from(organisations.hospital)
    case '4':
      return from(organisations.housing)
    case '5C':
      return from(organisations.otherAuthority)
    case '6':
      return from(organisations.police)
    case '7':
      return from(organisations.law)
    case '8':
      return from(organisations.voluntary)
    default:
      return undefined
  }
}
