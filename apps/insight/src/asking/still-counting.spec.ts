import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { figuresDesk } from '../../testing/figures-desk.js'
import { textOf } from '../../testing/page.js'

const june = 'period=2026-06-01/2026-06-30'
const then = `/performance/kpis/referrals?${june}&asKnownAt=2026-06-29`

let here: Awaited<ReturnType<typeof figuresDesk>>
beforeEach(async () => {
  here = await figuresDesk('2026-06-30T08:00:00.000Z')
  await here.do('A1', 'register-person', {})
  await here.do('A1', 'receive-referral', { source: '6', concern: 'Bruises.', need: 'N1' })
})
afterEach(() => here.close())

describe('figures as known at an instant, that take long', () => {
  it('say how far they have come until they are there, and are counted once for all who wait', async () => {
    const { goOn } = here.hold()
    const [waiting, other] = await Promise.all([
      here.page(then),
      here.page(`/performance/kpis?${june}&asKnownAt=2026-06-29`),
    ])
    expect([waiting.status, other.status]).toEqual([202, 202])
    expect(textOf(waiting.body)).toContain('Counting the figures as known on 29 June 2026: 0% of the log read')
    expect(waiting.body).toContain(`href="${then.replaceAll('&', '&amp;')}">Look again</a>`)
    goOn()
    const shown = await here.page(then)
    expect([shown.status, shown.body.includes('As the record stood at the end of 29 June 2026.')]).toEqual([200, true])
    expect(here.readings()).toBe(1)
  })

  it('are not read again for what is recorded later, which is of later', async () => {
    await here.page(then)
    await here.perform('A1', 'correct-person-details', { locality: 'North', reason: 'They moved.' }, '2026-06-30')
    expect([(await here.page(then)).status, here.readings()]).toEqual([200, 1])
  })

  it('say that they failed, once, and can be asked for again', async () => {
    const { fail } = here.hold()
    expect((await here.page(then)).status).toBe(202)
    fail(new Error('The disk is gone.'))
    expect([(await here.page(then)).status, (await here.page(then)).status]).toEqual([500, 200])
  })

  it('are waited for over the API', async () => {
    const { goOn } = here.hold()
    const asked = here.get('/api/performance/kpis?from=2026-06-01&to=2026-06-30&asKnownAt=2026-06-29', 'nat.frost')
    setTimeout(goOn, 50)
    expect((await asked).status).toBe(200)
  })
})

describe('publishing a report', () => {
  it('reads no history: the figures are those of the rows, and the same asked as known then', async () => {
    const may = '/performance/reports/2026-05-01/2026-05-31'
    const page = await here.page(may)
    await here.submit(`${may}/publish`, {}, page.body)
    expect(here.readings()).toBe(0)
    const edition = await here.page(`${may}/editions/1`)
    expect(edition.body).toContain('every figure is still what was published')
  })
})
