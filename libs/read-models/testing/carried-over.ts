import { eventsOf } from '@front-door/case-flow'
import { expect } from '@jest/globals'
import { type Kysely, Migrator } from 'kysely'
import { provider } from '../src/migrations.js'
import { checkpointIn } from '../src/store.js'
import type { Tables } from '../src/tables.js'
import { corrected, referredOn, told } from './told.js'

/** A trail with a row for each line, as rows were kept before 0011, is afterwards what would be derived today. */
export async function trailCarriedOver(db: Kysely<Tables>): Promise<void> {
  const days = Array.from({ length: 40 }, (_, day) => referredOn(`2025-06-${String(1 + (day % 30)).padStart(2, '0')}`))
  const { story, rows } = told(...days, corrected('ReferralDecided', { withdrawn: true }), (long) =>
    long.do('receive-contact', { source: '6', concern: 'Heard.' }, { team: 'North “Ó” \\ "East"\n' }),
  )
  const lines = eventsOf(story.history()).map(({ id, type, occurredAt, recordedAt, worker, data }, at) => ({
    ...{ child: 'A1', number: at + 1, event: id, type, occurred_at: occurredAt, recorded_at: recordedAt },
    ...{ worker: worker.id, role: worker.role, team: worker.team },
    corrects: type === 'DecisionCorrected' && 'event' in data ? data.event : null,
  }))
  const migrator = new Migrator({ db, provider })
  await migrator.migrateTo('0010-recorded-from')
  await db.insertInto('trail_line').values(lines).execute()
  await db.insertInto('checkpoint').values({ consumer: 'rows', position: 40 }).execute()
  await migrator.migrateTo('0011-trail-together')
  expect(rows.trail.length).toBeGreaterThan(1)
  expect(await db.selectFrom('trail').selectAll().orderBy('first').execute()).toEqual(rows.trail)
  expect(await db.selectFrom('trail_line').selectAll().orderBy('number').execute()).toEqual(lines)
  expect(await checkpointIn(db, 'rows')).toBe(40)
  await db.destroy()
}
