import type { Standing } from '../figures.js'

/** How something was looked at for a figure. */
export interface Looked {
  readonly child: string
  readonly item: string
  readonly standing: Standing
}

/** What a figure counts otherwise than before; not there where it did not look at it at all. */
export interface CaseChange {
  readonly child: string
  readonly item: string
  readonly before: Standing | undefined
  readonly now: Standing | undefined
}

/** Where two looks at the same figure differ. Each thing is looked at once in each, in any order. */
export async function caseChanges(
  before: AsyncIterable<Looked>,
  now: AsyncIterable<Looked>,
): Promise<readonly CaseChange[]> {
  const earlier = new Map<string, Looked>()
  for await (const looked of before) earlier.set(keyOf(looked), looked)
  const changes: CaseChange[] = []
  for await (const { child, item, standing } of now) {
    const was = earlier.get(keyOf({ child, item }))?.standing
    earlier.delete(keyOf({ child, item }))
    if (was !== standing) changes.push({ child, item, before: was, now: standing })
  }
  for (const { child, item, standing } of earlier.values())
    changes.push({ child, item, before: standing, now: undefined })
  return changes
}

const keyOf = ({ child, item }: Pick<Looked, 'child' | 'item'>) => `${child}/${item}`
