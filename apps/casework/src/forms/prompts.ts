import { type Day, ageOn } from '@front-door/calendar'
import type { ActName, Child } from '@front-door/case-flow'

/** From this age most children can say in words what they think. Ours: a prompt, not a rule. */
const TALKS = 3

/**
 * What helps to record the child's voice: for a child not yet born, for one who cannot yet talk, and for one who can
 * (needs N4 and N6). Fields of several acts ask for it under these names.
 */
export function promptsFor({ person }: Child, on: Day): Readonly<Record<string, string>> {
  const prompt = promptOf(person, on)
  return { voice: prompt, childView: prompt }
}

/** Where the definition speaks to programs, which send ids. */
export const hintsOf: Partial<Record<ActName, Readonly<Record<string, string>>>> = {
  'restrict-record': { to: 'Nobody else sees more than that there is a record' },
  'relate-person': { other: 'The child id, from the top of that child’s record' },
  'merge-person': {
    into: 'The child id, from the top of the record to keep. This record is read as part of it from then on',
  },
}

function promptOf({ stage, birthDate }: Child['person'], on: Day): string {
  if (stage === 'unborn')
    return 'The child is not yet born. What will this baby need to be safe? How do the parents speak of the baby and prepare for the birth?'
  if (birthDate !== undefined && ageOn(birthDate, on) < TALKS)
    return 'This child cannot say it in words yet. What did you see: how the child looks, moves, plays and seeks comfort, and with whom? What might the child say?'
  return 'In the child’s own words as far as you can: what worries the child, what is good, what the child wants to happen. Say who heard it, where, and whether the child was alone.'
}
