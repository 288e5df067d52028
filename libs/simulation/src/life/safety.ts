import { does, on } from '../family/doing.js'
import type { Family, Life } from '../family/family.js'
import { writing } from '../words/writing.js'
import { caseWorker } from './people.js'
import type { About } from './matter.js'

/** The immediate safety plan is written, and shared with the family. */
export function* shareSafetyPlan(family: Family, { members, idOf }: About, at: number): Life {
  const withChild = family.chance.is(0.3)
  const words = writing(family)
  yield* does(family, {
    act: 'share-safety-plan',
    by: caseWorker(family, members, at),
    at,
    about: members,
    input: on(idOf, (about, member) => ({
      about,
      sharedWith: withChild ? ['PARENTS', 'CHILD', 'PROFESSIONALS'] : ['PARENTS', 'PROFESSIONALS'],
      plan: words('safety-plan', member),
    })),
  })
}
