import type { Some } from '../chance/chance.js'
import { familyName, givenName } from '../council/names.js'
import { organisations } from '../council/places.js'
import type { Family } from '../family/family.js'
import type { Member } from '../family/member.js'
import { schoolOf } from '../family/school.js'

type Slot = (family: Family, member: Member) => string

/** One of a list, by chance. */
const one =
  (list: Some<string>): Slot =>
  ({ chance }) =>
    chance.pick(list)

const carer = one(['mother', 'mother', 'mother', 'father', 'grandmother', 'aunt', 'mother’s partner'])

/** What may be filled in: names and places of the family, and plain words that vary. */
export const slots = {
  name: (_, { givenName: name }) => name,
  they: (_, { sex }) => (sex === 'F' ? 'she' : 'he'),
  them: (_, { sex }) => (sex === 'F' ? 'her' : 'him'),
  their: (_, { sex }) => (sex === 'F' ? 'her' : 'his'),
  themselves: one(['herself', 'himself']),
  carer,
  carerAs: (family, member) => `The ${carer(family, member)}`,
  address: ({ home }) => home.address,
  /** A brother or sister, or somebody else of whom the child talks. */
  sibling: ({ members, chance }, member) => {
    const [other, ...others] = members.filter((each) => each !== member)
    return other ? chance.pick([other, ...others]).givenName : givenName(chance)
  },
  school: (family, member) => schoolOf(family, member, family.now),
  person: ({ chance }) => `${givenName(chance)} ${familyName(chance)}`,
  agency: one([...organisations.voluntary, ...organisations.community]),
  when: one([
    'yesterday',
    'on Monday',
    'on Tuesday',
    'on Wednesday',
    'on Thursday',
    'on Friday',
    'two days ago',
    'last week',
  ]),
  since: one(['since the spring', 'since the autumn', 'since the holidays', 'since last year', 'since the summer']),
  soon: one(['today', 'tomorrow', 'this week', 'on Monday']),
  day: one(['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday']),
  ordinal: one(['second', 'third', 'fourth', 'fifth']),
  number: ({ chance }) => String(chance.whole([2, 9])),
  percent: ({ chance }) => String(chance.whole([58, 96])),
  place: one([
    'the park',
    'the bus station',
    'the shopping centre',
    'the library',
    'the surgery',
    'the grandmother’s home',
  ]),
  where: one(['in the kitchen', 'in the bedroom', 'in the garden', 'in the living room']),
  thing: one(['a new bicycle', 'a drawing', 'the football team', 'a school trip', 'a library card', 'the cat']),
  topic: one([
    'arguments at home',
    'money and debts',
    'drinking',
    'low mood',
    'sleep and routines',
    'who looks after the children',
    'school attendance',
    'a violent relationship',
    'damp and cold rooms',
    'behaviour that nobody can manage',
  ]),
  risk: one(['standard', 'medium', 'high']),
} as const satisfies Readonly<Record<string, Slot>>

export type SlotName = keyof typeof slots

export function isSlot(name: string): name is SlotName {
  return Object.hasOwn(slots, name)
}
