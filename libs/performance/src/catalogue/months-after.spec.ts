import { addDays, addMonths } from '@front-door/calendar'
import { openRows } from '@front-door/read-models'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { monthsAfter } from './months-after.js'

describe('the day so many months after another, in a query', () => {
  it('is that of the calendar, whatever the day and however many months', async () => {
    const store = await openRows('')
    const days = fc.integer({ min: 0, max: 20_000 }).map((number) => addDays('1990-01-01', number))
    await fc.assert(
      fc.asyncProperty(days, fc.integer({ min: -30, max: 30 }), async (day, months) => {
        const from = store.db.selectNoFrom((row) => row.val(day).as('day'))
        const { moved } = await store.db
          .selectFrom(from.as('one'))
          .select(monthsAfter('one.day', months).as('moved'))
          .executeTakeFirstOrThrow()
        expect(moved).toBe(addMonths(day, months))
      }),
      { numRuns: 1_000 },
    )
    await store.close()
  })
})
