/** By these letters a variable is meant for Front Door, and for nobody else. */
const OURS = 'FRONT_DOOR_'

/**
 * A sentence for each variable that is meant for Front Door and that it does not know: nobody would notice a typing
 * error.
 */
export function unknownSettings(env: NodeJS.ProcessEnv, known: readonly string[]): readonly string[] {
  return Object.keys(env)
    .filter((name) => name.startsWith(OURS) && !known.includes(name))
    .map((name) => `${name} is no setting of Front Door. Is it ${nearest(name, known)}?`)
}

/** Compared without those letters, which other names of ours do not have: one that has too many of them is near too. */
function nearest(name: string, known: readonly string[]): string {
  const bare = (each: string) => each.replace(OURS, '')
  const edits = (each: string) => editsBetween(bare(name), bare(each))
  const [first = ''] = known.toSorted((one, other) => edits(one) - edits(other))
  return first
}

/** How many letters have to be put in, taken out or changed to make one word of another (Levenshtein). */
function editsBetween(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (const [above, letter] of [...one].entries()) {
    const next = [above + 1]
    for (const [at, wanted] of [...other].entries())
      next.push(Math.min((row[at] ?? 0) + Number(letter !== wanted), (row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1))
    row = next
  }
  return row.at(-1) ?? 0
}
