import type { Worker } from '@front-door/case-flow'
import { oversight } from '../calibration.js'
import { does, on } from '../family/doing.js'
import type { Family, Life } from '../family/family.js'
import type { Member } from '../family/member.js'
import { writing } from '../words/writing.js'
import { caseManager, mashManager, otherManager } from './people.js'

/** A manager records oversight, at the front door or of a case, of what `idOf` names; never one of those in `but`. */
export function* overseen(
  family: Family,
  where: 'front-door' | 'case',
  about: readonly Member[],
  idOf: (member: Member) => string | undefined,
  at: number,
  but: readonly string[] = [],
): Life {
  const words = writing(family)
  const view = family.chance.among(oversight.view)
  yield* does(family, {
    act: 'record-oversight',
    by: where === 'front-door' ? mashManager(family, at) : manager(family, about, at, but),
    at,
    about,
    input: on(idOf, (about, member) => ({ about, view, rationale: words('oversight', member) })),
  })
}

function manager(family: Family, about: readonly Member[], at: number, but: readonly string[]): Worker {
  const own = caseManager(family, about, at)
  return but.includes(own.id) ? otherManager(family, about, at, but) : own
}
