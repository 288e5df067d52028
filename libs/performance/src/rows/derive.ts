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
  trail: [],
  decision: [],
  assessment_factor: [],
} satisfies Partial<Rows>

/**
 * The rows of every child as the record stood at an instant, or as another policy or calendar makes them, in a store
 * of their own that is gone when it is closed. They follow from the histories just as the live ones do. `read` is told
 * how many events have been read so far.
 */
export async function deriveRows(
  histories: AsyncIterable<History>,
  agreed: Agreed,
  instant: string | undefined,
  read: (events: number) => void = () => undefined,
): Promise<RowStore> {
  const store = await openRows('')
  try {
    await write(store, histories, agreed, instant, read)
    return store
  } catch (error) {
    await store.close()
    throw error
  }
}

async function write(
  store: RowStore,
  histories: AsyncIterable<History>,
  agreed: Agreed,
  instant: string | undefined,
  read: (events: number) => void,
): Promise<void> {
  let events = 0
  let batch: { readonly child: string; readonly rows: Rows }[] = []
  const flush = async () => {
    await store.replace('derived', 0, batch)
    batch = []
    read(events)
  }
  for await (const whole of histories) {
    events += whole.version
    const history = instant === undefined ? whole : asKnownAt(whole, instant)
    if (history.version === 0) continue
    batch.push({ child: history.child, rows: { ...rowsOf(history, {}, agreed), ...unneeded } })
    if (batch.length === AT_ONCE) await flush()
  }
  await flush()
}
