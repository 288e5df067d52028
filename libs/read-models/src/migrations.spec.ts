import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from '@jest/globals'
import Database from 'better-sqlite3'
import { Kysely, Migrator, SqliteDialect } from 'kysely'
import { trailCarriedOver } from '../testing/carried-over.js'
import { openRows } from './index.js'
import { provider } from './migrations.js'
import { checkpointIn } from './store.js'
import type { Tables } from './tables.js'

it.each(['0001-children-contacts-work', '0002-board', '0008-trail-by-child'])(
  'rows as of %s are brought to today’s shape, and are derived again from the beginning',
  async (version) => {
    const folder = mkdtempSync(join(tmpdir(), 'front-door-'))
    const file = join(folder, 'rows.db')
    const earlier = new Kysely<Tables>({ dialect: new SqliteDialect({ database: new Database(file) }) })
    await new Migrator({ db: earlier, provider }).migrateTo(version)
    await earlier.insertInto('checkpoint').values({ consumer: 'rows', position: 40 }).execute()
    await earlier.destroy()
    const rows = await openRows(file)
    expect(await rows.checkpoint('rows')).toBe(0)
    expect(await rows.db.selectFrom('board').selectAll().execute()).toEqual([])
    expect(await rows.db.selectFrom('episode').selectAll().execute()).toEqual([])
    await rows.close()
    rmSync(folder, { recursive: true, force: true })
  },
)

it('a trail that was kept before it stood child by child is there afterwards, and nothing is derived again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'front-door-'))
  const file = join(folder, 'rows.db')
  const earlier = new Kysely<Tables>({ dialect: new SqliteDialect({ database: new Database(file) }) })
  const migrator = new Migrator({ db: earlier, provider })
  await migrator.migrateTo('0007-figures-from-facts')
  const line = {
    ...{ event: 'E1', child: 'A1', number: 1, type: 'PersonRegistered', corrects: null },
    ...{ occurred_at: '2026-06-04', recorded_at: '2026-06-04T08:00:00.000Z' },
    ...{ worker: 'jo.reed', role: 'screening-social-worker', team: 'MASH' },
  }
  await earlier.insertInto('trail_line').values(line).execute()
  await earlier.insertInto('checkpoint').values({ consumer: 'rows', position: 40 }).execute()
  await migrator.migrateTo('0008-trail-by-child')
  expect(await earlier.selectFrom('trail_line').selectAll().execute()).toEqual([line])
  expect(await checkpointIn(earlier, 'rows')).toBe(40)
  await earlier.destroy()
  rmSync(folder, { recursive: true, force: true })
})

it('rows that did not say since when people record of a child say so afterwards, and nothing is derived again', async () => {
  const database = new Database(':memory:')
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database }) })
  const migrator = new Migrator({ db, provider })
  await migrator.migrateTo('0009-visits-in-plans')
  const trail = (child: string, number: number, day: string, role: string) => ({
    ...{ event: `${child}-${number}`, child, number, type: 'PersonRegistered', corrects: null },
    ...{ occurred_at: '2026-06-04', recorded_at: `${day}T08:00:00.000Z`, worker: 'jo.reed', role, team: 'MASH' },
  })
  for (const child of ['A1', 'B2'])
    database.prepare('insert into child (child, version, stage) values (?, 1, ?)').run(child, 'known')
  await db
    .insertInto('trail_line')
    .values([
      trail('A1', 1, '2026-06-04', 'import'),
      trail('A1', 2, '2026-06-06', 'edt'),
      trail('A1', 3, '2026-06-05', 'edt'),
      trail('B2', 1, '2026-06-04', 'import'),
    ])
    .execute()
  await db.insertInto('checkpoint').values({ consumer: 'rows', position: 40 }).execute()
  await migrator.migrateTo('0010-recorded-from')
  expect(await db.selectFrom('child').select(['child', 'recorded_from']).orderBy('child').execute()).toEqual([
    { child: 'A1', recorded_from: '2026-06-05T08:00:00.000Z' },
    { child: 'B2', recorded_from: null },
  ])
  expect(await checkpointIn(db, 'rows')).toBe(40)
  await db.destroy()
})

it('a trail that stood in a row for each line stands together afterwards, and nothing is derived again', () =>
  trailCarriedOver(new Kysely<Tables>({ dialect: new SqliteDialect({ database: new Database(':memory:') }) })))
