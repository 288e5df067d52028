import type { Worker } from '@front-door/case-flow'
import { visits } from '../calibration.js'
import { does, on } from '../family/doing.js'
import type { Family, Life } from '../family/family.js'
import { ageAt, isAlive, isUnborn } from '../family/member.js'
import { writing } from '../words/writing.js'
import type { About } from './matter.js'

/**
 * The child is seen, for what `idOf` names: alone, if old enough for that. Nobody sees a child who is not yet born. It may
 * be written down weeks later, as long as that is not over by then.
 */
export function* see(family: Family, { members, idOf }: About, at: number, by: Worker): Life {
  const words = writing(family)
  const now = new Map(members.map((member) => [member, idOf(member)]))
  yield* does(family, {
    act: 'see-child',
    by,
    at,
    about: members.filter((member) => isAlive(member) && !isUnborn(member)),
    entry: 'field',
    input: on(
      (member) => (idOf(member) === now.get(member) ? idOf(member) : undefined),
      (about, member) => ({
        about,
        ...(ageAt(family, member, at) >= 4 ? { alone: family.chance.is(visits.alone) } : {}),
        seen: words('seen', member),
      }),
    ),
  })
}
