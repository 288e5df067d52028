import { does, wait } from '../family/doing.js'
import type { Family, Life } from '../family/family.js'
import { type Member, isUnborn } from '../family/member.js'
import { HOUR } from '../time/working-time.js'
import { businessSupport } from './people.js'

/** The child is born, and has a name. */
export function* birth(family: Family, member: Member): Life {
  const { hours, chance, home } = family
  const at = hours.midnight(member.born) + chance.between([0, 23]) * HOUR
  yield* wait(at)
  yield* does(family, {
    act: 'record-birth',
    by: businessSupport(family, at),
    at,
    about: [member].filter(isUnborn),
    entry: 'field',
    input: ({ born, sex, givenName }) => ({ birthDate: born, sex, givenName, familyName: home.familyName }),
  })
}
