/** How something was looked at for a figure. */
export interface Standing {
  readonly child: string
  readonly item: string
  readonly counted: boolean
  readonly of: boolean
}

/** What a figure looks at that it looked at otherwise before, or not at all. */
export interface CaseChange {
  readonly child: string
  readonly item: string
  readonly before: Standing | undefined
  readonly now: Standing | undefined
}

/** Where two looks at the same figure differ. Each thing is looked at once in each, in any order. */
export async function caseChanges(
  before: AsyncIterable<Standing>,
  now: AsyncIterable<Standing>,
): Promise<readonly CaseChange[]> {
  const earlier = new Map<string, Standing>()
  for await (const standing of before) earlier.set(keyOf(standing), standing)
  const changes: CaseChange[] = []
  for await (const standing of now) {
    const was = earlier.get(keyOf(standing))
    earlier.delete(keyOf(standing))
    if (!was || was.counted !== standing.counted || was.of !== standing.of)
      changes.push({ child: standing.child, item: standing.item, before: was, now: standing })
  }
  for (const was of earlier.values()) changes.push({ child: was.child, item: was.item, before: was, now: undefined })
  return changes
}

const keyOf = ({ child, item }: Standing) => `${child}/${item}`
