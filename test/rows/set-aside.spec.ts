import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import Database from 'better-sqlite3'
import { sql } from 'kysely'
import { type Following, type Lag, follow } from '@front-door/feed'
import { NoRowsDerived, compare, projector, rebuild, setAsideIn } from '@front-door/read-models'
import { everything } from '../../libs/read-models/testing/contract.js'
import { type InventedCouncil, inventedCouncil } from './invented.js'

let council: InventedCouncil
let said: string[]
let left: Following[]
beforeEach(async () => {
  council = await inventedCouncil()
  ;[said, left] = [[], []]
})
afterEach(async () => {
  for (const following of left) await following.close()
  await council.close()
})

/** Changes the file of the log under the program's hands, as a broken disk would. */
function inFile(sql: string, ...values: readonly unknown[]) {
  const raw = new Database(join(council.folder, 'log.db'))
  try {
    return raw.prepare(sql).run(...values).changes
  } finally {
    raw.close()
  }
}

const ofFirst = `stream = (SELECT id FROM streams WHERE name = ?) AND version = 1`
const damage = (child: string) => inFile(`UPDATE events SET open = '~' || open WHERE ${ofFirst}`, `child-${child}`)
const repair = (child: string) =>
  inFile(`UPDATE events SET open = substr(open, 2) WHERE open LIKE '~%' AND ${ofFirst}`, `child-${child}`)

const aside = async () => (await setAsideIn(council.rows)).map(({ child }) => child)
const kept = async () => {
  const { set_aside: _, ...rows } = await everything(council.rows)
  return rows
}
type Kept = Awaited<ReturnType<typeof kept>>
const without = (rows: Kept, child: string) =>
  Object.fromEntries(Object.entries(rows).map(([table, all]) => [table, all.filter((row) => row.child !== child)]))

async function followed() {
  const consumer = projector({ ...council.sources, rows: council.rows, tell: (line) => said.push(line) })
  const following = follow(council.sources.log, consumer, { pause: () => 5 })
  left.push(following)
  await following.reached(await council.sources.log.end())
  return following
}

/** A record that was kept and stands by itself, for whatever is recorded next to happen to others. */
async function someChild() {
  const { child } = await council.rows.db
    .selectFrom('contact')
    .select('child')
    .where('child', 'in', (known) => known.selectFrom('child').select('child').where('merged_into', 'is', null))
    .orderBy('contact')
    .limit(1)
    .executeTakeFirstOrThrow()
  return child
}

describe('a child whose history cannot be read any more', () => {
  it('is set aside in a page of many, with why and since when, and the rows of all others are kept', async () => {
    await council.tell(60)
    await (await followed()).close()
    const whole = await kept()
    const child = await someChild()
    // All is taken in again from the beginning: the damaged event is in the page itself.
    await council.rows.db.deleteFrom('checkpoint').execute()
    damage(child)
    const started = new Date().toISOString()
    const following = await followed()
    expect(await kept()).toEqual(without(whole, child))
    const [row] = await setAsideIn(council.rows)
    expect(row).toMatchObject({ child, why: expect.stringContaining(`child-${child}, version 1`) })
    expect(row && row.since >= started).toBe(true)
    expect(await following.lag()).toMatchObject({ standing: 'keeping up', failed: 0, setAside: 1 })
    expect(said).toEqual([expect.stringContaining(`child ${child} is set aside`)])
    await council.tell(40, 8)
    await following.reached(await council.sources.log.end())
    expect((await compare(council.sources, council.rows)).differing).toEqual([])
    expect(await aside()).toEqual([child])
  })

  it('is tried again when the rows begin to be kept, and is still set aside since the same moment', async () => {
    await council.tell(60)
    await (await followed()).close()
    const whole = await kept()
    const child = await someChild()
    await council.rows.db.deleteFrom('checkpoint').execute()
    damage(child)
    await (await followed()).close()
    const before = await setAsideIn(council.rows)
    await (await followed()).close()
    expect(await setAsideIn(council.rows)).toEqual(before)
    expect(said).toHaveLength(1)
    repair(child)
    await (await followed()).close()
    expect(await aside()).toEqual([])
    expect(await kept()).toEqual(whole)
    expect(said.at(-1)).toBe(`child ${child} can be read again, and its rows are kept again`)
  })

  it('is tried again at each event of its own', async () => {
    await council.tell(60)
    await (await followed()).close()
    const whole = await kept()
    const child = await someChild()
    const last = (await council.sources.log.readStream(`child-${child}`)).at(-1)
    if (!last) throw new Error('It has events.')
    const consumer = projector({ ...council.sources, rows: council.rows })
    const comes = async () => {
      await council.rows.db
        .updateTable('checkpoint')
        .set({ position: last.position - 1 })
        .execute()
      council.sources.histories.forget(child)
      await consumer.take([last], last.position)
    }
    damage(child)
    await comes()
    expect(await aside()).toEqual([child])
    repair(child)
    await comes()
    expect([await aside(), await kept()]).toEqual([[], whole])
  })

  it('is set aside where its words cannot be opened', async () => {
    await council.tell(60)
    await (await followed()).close()
    const { child } = await council.rows.db
      .selectFrom('child')
      .select('child')
      .where('given_name', 'is not', null)
      .limit(1)
      .executeTakeFirstOrThrow()
    inFile(
      `UPDATE events SET words = zeroblob(40) WHERE words NOT NULL AND ${ofFirst.replace('version = 1', 'true')}`,
      `child-${child}`,
    )
    const { setAside } = await rebuild(council.sources, { folder: council.folder })
    expect(setAside).toEqual([
      expect.objectContaining({ child, why: expect.stringContaining('were changed after they were sealed') }),
    ])
  })
})

it('a child whose rows another has already is set aside alone, until they can be kept', async () => {
  await council.tell(60)
  await (await followed()).close()
  const whole = await kept()
  const child = await someChild()
  const { db } = council.rows
  const { contact } = await db
    .selectFrom('contact')
    .where('child', '=', child)
    .select('contact')
    .limit(1)
    .executeTakeFirstOrThrow()
  await db.updateTable('contact').set({ child: 'X1' }).where('contact', '=', contact).execute()
  await db.deleteFrom('checkpoint').execute()
  const following = await followed()
  expect(await setAsideIn(council.rows)).toMatchObject([{ child, why: expect.stringContaining('contact.contact') }])
  expect(without(await kept(), 'X1')).toEqual(without(whole, child))
  expect(await following.lag()).toMatchObject({ standing: 'keeping up', setAside: 1 })
  await following.close()
  await db.deleteFrom('contact').where('child', '=', 'X1').execute()
  await (await followed()).close()
  expect([await aside(), await kept()]).toEqual([[], whole])
})

describe('a rebuild', () => {
  it('sets the child aside, names it, and derives the rows of all others', async () => {
    await council.tell(120)
    await (await followed()).close()
    const whole = await kept()
    const child = await someChild()
    damage(child)
    const { setAside } = await rebuild(council.sources, { folder: council.folder })
    expect(setAside.map((row) => row.child)).toEqual([child])
    expect(await kept()).toEqual(without(whole, child))
    const compared = await compare(council.sources, council.rows)
    expect(compared).toMatchObject({ differing: [], behind: [], setAside: [{ child }] })
    const again = await rebuild(council.sources, { folder: council.folder })
    expect(again.setAside).toEqual(setAside)
    repair(child)
    expect((await rebuild(council.sources, { folder: council.folder })).setAside).toEqual([])
    expect(await kept()).toEqual(whole)
  })

  it('leaves the rows in use where no record at all can be read', async () => {
    await council.tell(20)
    await (await followed()).close()
    const whole = await kept()
    inFile(`UPDATE events SET open = '~' || open`)
    await expect(rebuild(council.sources, { folder: council.folder })).rejects.toBeInstanceOf(NoRowsDerived)
    expect(await kept()).toEqual(whole)
    inFile(`UPDATE events SET open = substr(open, 2)`)
    expect((await rebuild(council.sources, { folder: council.folder })).setAside).toEqual([])
    expect(await kept()).toEqual(whole)
  })
})

it('a disk that is full is nobody’s fault: it is tried again until there is room, and nobody is set aside', async () => {
  await council.tell(20)
  const following = await followed()
  const { db } = council.rows
  // SQLite itself refuses every page more than there are.
  await sql`pragma max_page_count = 1`.execute(db)
  await council.tell(60, 8)
  const until = async (isSo: (lag: Lag) => boolean) => {
    for (let lag = await following.lag(); ; lag = await following.lag()) if (isSo(lag)) return lag
  }
  const full = await until(({ failed }) => failed > 5)
  expect(full).toMatchObject({
    standing: 'retrying',
    error: expect.stringContaining('database or disk is full'),
    setAside: 0,
  })
  expect(full.at).toBeLessThan(full.end)
  await sql`pragma max_page_count = 1000000`.execute(db)
  await following.reached(await council.sources.log.end())
  expect(await following.lag()).toMatchObject({ standing: 'keeping up', failed: 0, setAside: 0 })
  expect((await compare(council.sources, council.rows)).differing).toEqual([])
  expect(said).toEqual([])
})
