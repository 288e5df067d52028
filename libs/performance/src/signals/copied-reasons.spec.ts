import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { RowStore } from '@front-door/read-models'
import { decided, storeOf } from '../../testing/rows.js'
import { copiedReasons, reasonGiven } from './index.js'

let store: RowStore
beforeEach(async () => {
  store = await storeOf({})
})
afterEach(() => store.close())

const year = { from: '2026-04-01', to: '2027-03-31' }
const all = { limit: 50 }

describe('copied reasons', () => {
  it('are those of more than one child, with how many children, decisions and workers', async () => {
    await decided(
      store,
      { child: 'A1', reason: 'same' },
      { child: 'B2', reason: 'same', worker: 'jo', day: '2026-07-01' },
      { child: 'B2', reason: 'same' },
      { child: 'C3', reason: 'own' },
      { child: 'C3', reason: 'own' },
      { child: 'D4', reason: null },
      { child: 'E5', reason: null },
    )
    expect((await copiedReasons(store, year, all)).rows).toEqual([
      { reason: 'same', children: 2, decisions: 3, workers: 2, first: '2026-06-02', last: '2026-07-01' },
    ])
  })

  it('are not what was decided of brothers and sisters in one act', async () => {
    const once = { reason: 'together', recorded_at: '2026-06-02T10:00:00.000Z' }
    await decided(store, { child: 'A1', ...once }, { child: 'B2', ...once })
    expect((await copiedReasons(store, year, all)).rows).toEqual([])
  })

  it('are looked for in the days and the kinds of decision that are asked for', async () => {
    await decided(
      store,
      { child: 'A1', reason: 'same', day: '2026-03-31' },
      { child: 'B2', reason: 'same', day: '2026-04-01' },
      { child: 'C3', reason: 'same', day: '2027-03-31', type: 'ContactDecided' },
    )
    const children = async (wanted: Parameters<typeof copiedReasons>[1]) =>
      (await copiedReasons(store, wanted, all)).rows.map((row) => row.children)
    expect(await children(year)).toEqual([2])
    expect(await children({ ...year, from: '2026-03-31' })).toEqual([3])
    expect(await children({ ...year, types: ['ContactDecided'] })).toEqual([])
  })

  it('are listed page by page, those of most children first', async () => {
    const many = Array.from({ length: 5 }, (_, reason) =>
      Array.from({ length: 2 + (reason % 2) }, (_, child) => ({
        child: `${reason}-${child}`,
        reason: `reason ${reason}`,
      })),
    ).flat()
    await decided(store, ...many)
    const seen: string[] = []
    let after: string | undefined
    do {
      const page = await copiedReasons(store, year, { limit: 2, after })
      seen.push(...page.rows.map(({ reason }) => reason))
      after = page.next
    } while (after)
    expect(seen).toEqual(['reason 1', 'reason 3', 'reason 0', 'reason 2', 'reason 4'])
  })

  it('open into the decisions: of which child, by whom, when, and whether the record is restricted', async () => {
    await decided(
      store,
      { child: 'A1', reason: 'same' },
      { child: 'B2', reason: 'same', worker: 'jo' },
      { child: 'C3' },
    )
    const first = await reasonGiven(store, 'same', year, { limit: 1 })
    expect(first.rows).toMatchObject([{ event: 'event-0', child: 'A1', worker: 'sam', restricted_to: null }])
    const second = await reasonGiven(store, 'same', year, { limit: 1, after: first.next })
    expect(second.rows).toMatchObject([{ event: 'event-1', child: 'B2', worker: 'jo' }])
    expect(second.next).toBeUndefined()
  })
})
