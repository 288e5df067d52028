import { type Agreed, type History, asKnownAt } from '@front-door/case-flow'
import { type RowStore, type Rows, openRows, rowsOf } from '@front-door/read-models'

/** Children whose rows are written at once. */
const AT_ONCE = 200

/** Figures are counted from none of these, and they are most of the rows there are. */
const unneeded = {
  child_name: [],
  child_reference: [],
  work: [],
  board: [],
  trail_line: [],
  decision: [],
  assessment_factor: [],
} satisfies Partial<Rows>

/**
 * The rows of every child as the record stood at an instant, or as another policy or calendar makes them, in a store
 * of their own that is gone when it is closed. They follow from the histories just as the live ones do.
 */
export async function deriveRows(
  histories: AsyncIterable<History>,
  agreed: Agreed,
  instant: string | undefined,
): Promise<RowStore> {
  const store = await openRows('')
  let batch: { readonly child: string; readonly rows: Rows }[] = []
  const write = async () => {
    await store.replace('derived', 0, batch)
    batch = []
  }
  for await (const whole of histories) {
    const history = instant === undefined ? whole : asKnownAt(whole, instant)
    if (history.version === 0) continue
    batch.push({ child: history.child, rows: { ...rowsOf(history, {}, agreed), ...unneeded } })
    if (batch.length === AT_ONCE) await write()
  }
  await write()
  return store
}
