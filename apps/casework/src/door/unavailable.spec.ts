import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { wordsOf } from '../../../../libs/pages/testing/browser.js'
import { type Desk, desk } from '../../testing/desk.js'

let here: Desk
beforeAll(async () => {
  here = await desk()
  await here.do('A1', 'register-person', {})
  await here.caughtUp()
  // Nobody is shown what cannot be logged as read.
  await here.reads.close()
})
afterAll(() => here.close())

it('a page that cannot be shown just now says nothing of what was sent, and a form says that it was not recorded', async () => {
  const page = await here.page('/children/A1')
  expect([page.status, wordsOf(page.body)]).toEqual([503, expect.stringContaining('Try again in a minute.')])
  expect(wordsOf(page.body)).not.toContain('What you sent')
  const form = await here.submit('/find', new URLSearchParams({ familyName: 'Example' }))
  expect([form.status, wordsOf(form.body)]).toEqual([503, expect.stringContaining('What you sent was not recorded.')])
})
