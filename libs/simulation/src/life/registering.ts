import { does } from '../family/doing.js'
import type { Family, Life } from '../family/family.js'
import { businessSupport } from './people.js'
import { bornChild, expectedChild, isStillExpected } from './newcomer.js'

/** The children of a family are registered, and as brothers and sisters, before anything is recorded of them. */
export function* register(family: Family, at: number): Life {
  const { members } = family
  const by = businessSupport(family, at)
  const [expected, born] = [true, false].map((still) =>
    members.filter((each) => isStillExpected(family, each, at) === still),
  )
  const deed = { by, at, entry: 'at-once' as const }
  yield* does(family, {
    ...deed,
    act: 'register-person',
    about: born ?? [],
    input: (member) => bornChild(family, member, at),
  })
  yield* does(family, {
    ...deed,
    act: 'register-unborn',
    about: expected ?? [],
    input: (member) => expectedChild(family, member),
  })
  const [eldest, ...others] = members
  for (const other of others)
    yield* does(family, {
      ...deed,
      act: 'relate-person',
      about: [other],
      input: () => ({ other: eldest.id, relation: 'SIBLING' }),
    })
}
