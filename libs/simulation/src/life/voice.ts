import type { InputOfAct, Worker } from '@front-door/case-flow'
import { does, on } from '../family/doing.js'
import type { Family, Life } from '../family/family.js'
import { type Member, ageAt, isAlive, isUnborn } from '../family/member.js'
import { writing } from '../words/writing.js'
import type { About } from './matter.js'

/** The child's voice, heard in the way that fits the child's age: also that of one who cannot talk, or is not yet born. */
export function* heard(family: Family, { members, idOf }: About, at: number, by: Worker): Life {
  const words = writing(family)
  yield* does(family, {
    act: 'record-voice',
    by,
    at,
    about: members.filter(isAlive),
    input: on(idOf, (about, member) => {
      const how = howHeard(family, member, at)
      return { about, how, voice: words(voiceOf(family, member, at), member) }
    }),
  })
}

/** What the child says, or might say, at that age. */
export function voiceOf(family: Family, member: Member, at: number) {
  if (isUnborn(member)) return 'voice-unborn'
  const age = ageAt(family, member, at)
  return age < 2 ? 'voice-baby' : age < 6 ? 'voice-small' : age < 12 ? 'voice-child' : 'voice-teenager'
}

function howHeard(family: Family, member: Member, at: number): InputOfAct<'record-voice'>['how'] {
  if (isUnborn(member)) return 'UNBORN'
  const age = ageAt(family, member, at)
  if (age < 2) return 'CANNOT_YET_TALK'
  return family.chance.is(age < 6 ? 0.35 : 0.62) ? 'SAID' : family.chance.is(0.5) ? 'SEEN' : 'THROUGH_OTHERS'
}
