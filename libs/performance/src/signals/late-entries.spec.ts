import { expect, it } from '@jest/globals'
import { openRows } from '@front-door/read-models'
import { corrected, on, openedOn, told } from '../../../read-models/testing/told.js'
import { lateEntries } from './late-entries.js'

it('what was recorded after an instant is told as it was recorded, with what it corrects, of those asked for alone', async () => {
  const { story, rows } = told(
    openedOn('2025-06-02'),
    on('2025-06-03'),
    corrected('ReferralDecided', { withdrawn: true }),
  )
  const store = await openRows('')
  await store.replace('rows', 1, [{ child: 'A1', rows }])
  const asked = { children: ['A1'], after: '2025-06-02T23:59:59.000Z' }
  expect(await lateEntries(store, asked)).toEqual([
    {
      ...{
        child: 'A1',
        event: expect.any(String),
        type: 'DecisionCorrected',
        corrects: story.eventId('ReferralDecided'),
      },
      ...{ occurred_at: '2025-06-03T10:30+01:00', recorded_at: '2025-06-03T09:30:00.000Z' },
      ...{ worker: 'the-team-manager', team: 'MASH' },
    },
  ])
  expect(await lateEntries(store, { ...asked, children: ['B2'] })).toEqual([])
  expect(await lateEntries(store, { ...asked, after: '2025-06-03T23:59:59.000Z' })).toEqual([])
  await store.close()
})
