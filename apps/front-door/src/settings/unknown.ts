import { closestMatch } from 'leven'

/** By these letters a variable is meant for Front Door, and for nobody else. */
const OURS = 'FRONT_DOOR_'

/**
 * A sentence for each variable that is meant for Front Door and that it does not know: nobody would notice a typing
 * error.
 */
export function unknownSettings(env: NodeJS.ProcessEnv, known: readonly string[]): readonly string[] {
  // Compared without those letters, which other names of ours do not have: one that has too many of them is near too.
  const bare = (name: string) => name.replace(OURS, '')
  const byBare = new Map(known.map((name) => [bare(name), name]))
  const nearest = (name: string) => byBare.get(closestMatch(bare(name), [...byBare.keys()]) ?? '')
  return Object.keys(env)
    .filter((name) => name.startsWith(OURS) && !known.includes(name))
    .map((name) => `${name} is no setting of Front Door. Is it ${nearest(name)}?`)
}
