import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import Database from 'better-sqlite3'
import {
  ROWS,
  RebuildUnderWay,
  childTables,
  compare,
  openRows,
  rebuild,
  rowsFile,
  rowsOfRange,
} from '@front-door/read-models'
import { everything } from '../../libs/read-models/testing/contract.js'
import { type InventedCouncil, inventedCouncil } from './invented.js'

let council: InventedCouncil
beforeEach(async () => {
  council = await inventedCouncil()
})
afterEach(() => council.close())

const kept = () => everything(council.rows)
const { random, floor } = Math

/** Derives, and breaks off before one of the next ranges. */
const breakingOff = (after = floor(random() * 3)) => {
  let left = after
  return {
    atOnce: 2,
    rowsOf: async (range: Parameters<typeof rowsOfRange>[1]) => {
      if (left-- === 0) throw new Error('Broken off.')
      return rowsOfRange(council.sources, range)
    },
  }
}

describe('rows that are derived anew', () => {
  it('are the very rows that were kept up with the log, in every table', async () => {
    await council.tell(120)
    await (await council.project()).close()
    const before = await kept()
    for (const table of childTables) await council.rows.db.deleteFrom(table).execute()
    const { events, read } = await rebuild(council.sources, { folder: council.folder })
    expect(await kept()).toEqual(before)
    expect(before.child.length).toBeGreaterThanOrEqual(120)
    expect([events, read, await council.rows.checkpoint(ROWS)]).toEqual(Array(3).fill(await council.sources.log.end()))
    expect(existsSync(join(council.folder, 'rows-rebuild.db'))).toBe(false)
  })

  it('go into a file of any size of page, and what was begun for another is derived again', async () => {
    await council.tell(350)
    await (await council.project()).close()
    const before = await kept()
    const deriving = breakingOff(2)
    await expect(rebuild(council.sources, { folder: council.folder, deriving })).rejects.toThrow('Broken off.')
    await council.rows.close()
    for (const part of ['', '-wal', '-shm']) rmSync(rowsFile(council.folder) + part, { force: true })
    const small = new Database(rowsFile(council.folder))
    small.pragma('page_size = 1024')
    small.exec('VACUUM')
    small.close()
    const live = await openRows(rowsFile(council.folder))
    const { events, read } = await rebuild(council.sources, { folder: council.folder })
    expect(read).toBe(events)
    expect(await everything(live)).toEqual(before)
    await live.close()
  }, 60_000)

  // Ranges are of a hundred children: there must be some to break off between.
  it('are the same however often the rebuild was broken off and gone on with, and nothing is read twice', async () => {
    await council.tell(350)
    await (await council.project()).close()
    const before = await kept()
    await council.rows.db.deleteFrom('work').execute()
    let read = 0
    for (let isDone = false; !isDone;) {
      const deriving = breakingOff()
      const ended = await rebuild(council.sources, { folder: council.folder, deriving }).catch((error: Error) => error)
      isDone = !(ended instanceof Error)
      if (ended instanceof Error) expect(ended.message).toBe('Broken off.')
      else read = ended.read
    }
    expect(await kept()).toEqual(before)
    expect(read).toBeLessThan(await council.sources.log.end())
  }, 120_000)

  it('hold what came while they were derived, and what comes after they are swapped in', async () => {
    await council.tell(120)
    const following = await council.project()
    let told = false
    const deriving = {
      atOnce: 1,
      rowsOf: async (range: Parameters<typeof rowsOfRange>[1]) => {
        const rows = await rowsOfRange(council.sources, range)
        if (!told) await council.tell(40, 8)
        told = true
        return rows
      },
    }
    await rebuild(council.sources, { folder: council.folder, deriving })
    await council.tell(40, 9)
    await following.reached(await council.sources.log.end())
    await following.close()
    const { differing, behind } = await compare(council.sources, council.rows)
    expect({ differing, behind }).toEqual({ differing: [], behind: [] })
  })

  it('are derived by one at a time', async () => {
    await council.tell(120)
    const other = { folder: council.folder }
    let refused: unknown
    const deriving = {
      atOnce: 1,
      rowsOf: async (range: Parameters<typeof rowsOfRange>[1]) => {
        refused ??= await rebuild(council.sources, other).catch((error: unknown) => error)
        return rowsOfRange(council.sources, range)
      },
    }
    await rebuild(council.sources, { folder: council.folder, deriving })
    expect(refused).toBeInstanceOf(RebuildUnderWay)
  })

  it('are gone on with by the version that began them, and begun again by another', async () => {
    await council.tell(350)
    const { sources, folder } = council
    const begun = () => rebuild(sources, { folder, program: 'the one before', deriving: breakingOff(2) }).catch(() => 0)
    expect(await begun()).toBe(0)
    const goneOnWith = await rebuild(sources, { folder, program: 'the one before' })
    expect(goneOnWith.read).toBeLessThan(goneOnWith.events)
    expect(await begun()).toBe(0)
    const { events, read } = await rebuild(sources, { folder })
    expect(read).toBe(events)
  }, 120_000)

  it('are begun again where what was agreed is another by now', async () => {
    await council.tell(350)
    await rebuild(council.sources, { folder: council.folder, deriving: breakingOff() }).catch(() => undefined)
    const [policy] = council.sources.agreed.policies
    if (!policy) throw new Error('There is a policy.')
    const longer = Object.entries(policy.timescales).map(([id, each]) => [id, { ...each, limit: { workingDays: 99 } }])
    const timescales = Object.fromEntries(longer) as typeof policy.timescales
    const sources = { ...council.sources, agreed: { ...council.sources.agreed, policies: [{ ...policy, timescales }] } }
    const { events, read } = await rebuild(sources, { folder: council.folder })
    expect(read).toBe(events)
    expect((await compare(sources, council.rows)).differing).toEqual([])
    expect((await compare(council.sources, council.rows)).differing).not.toEqual([])
  }, 120_000)
})

describe('comparing', () => {
  it('finds one value that was changed, one row that is gone, and one that belongs to nobody', async () => {
    await council.tell(120)
    await (await council.project()).close()
    const { db } = council.rows
    const gone = (await kept()).board[0]?.child
    const changed = (await kept()).child.find(({ child }) => child !== gone)?.child
    if (!changed || !gone) throw new Error('There are children, and one stands on the board.')
    await db.updateTable('child').set({ locality: 'Elsewhere' }).where('child', '=', changed).execute()
    await db.deleteFrom('board').where('child', '=', gone).execute()
    await db.insertInto('child_name').values({ child: 'X1', word: 'nobody' }).execute()
    const { differing, behind, children } = await compare(council.sources, council.rows)
    expect(differing.toSorted((one, other) => (one.child < other.child ? -1 : 1))).toEqual(
      [
        { child: changed, tables: ['child'] },
        { child: gone, tables: ['board'] },
        { child: 'X1', tables: ['child_name'] },
      ].toSorted((one, other) => (one.child < other.child ? -1 : 1)),
    )
    expect([behind, children]).toEqual([[], (await kept()).child.length])
  })

  it('tells rows that nobody keeps up from rows that are wrong', async () => {
    await council.tell(60)
    await (await council.project()).close()
    const known = (await kept()).child.map(({ child }) => child)
    await council.tell(20, 8)
    const { differing, behind } = await compare(council.sources, council.rows)
    expect(differing).toEqual([])
    expect(behind.length).toBeGreaterThanOrEqual(20)
    expect(behind.filter((child) => known.includes(child))).toEqual([])
  })

  it('is not disturbed by what is recorded meanwhile', async () => {
    await council.tell(60)
    const following = await council.project()
    const [compared] = await Promise.all([compare(council.sources, council.rows), council.tell(60, 8)])
    expect([compared.differing, compared.behind]).toEqual([[], []])
    await following.close()
  })
})

it('a second connection sees the old rows or the new ones', async () => {
  await council.tell(300)
  await (await council.project()).close()
  const reader = await openRows(rowsFile(council.folder))
  const count = async () => (await reader.db.selectFrom('child').select('child').execute()).length
  const all = await count()
  let isDone = false
  const rebuilding = rebuild(council.sources, { folder: council.folder }).then(() => (isDone = true))
  while (!isDone) {
    expect(await count()).toBe(all)
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
  await rebuilding
  await reader.close()
})
