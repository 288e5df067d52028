import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { type Desk, openDesk } from './desk.js'
import { lost } from './in-page.mjs'
import type { Worker } from './worker.js'

const FIGURE = '/performance/kpis/assessments-45wd'

/** Every page of figures, and every state that one can be in. */
const addresses = [
  '/performance',
  '/performance/kpis',
  '/performance/kpis?asKnownAt=2026-02-30',
  FIGURE,
  `${FIGURE}?by=age-band&setting.assessment-limit=20&asKnownAt=2026-01-31`,
  `${FIGURE}?from-day=1&setting.assessment-limit=never`,
  '/performance/kpis/referrals-by-source',
  '/performance/kpis/referrals-rate',
  '/performance/kpis/caseload-max',
  `${FIGURE}/cases`,
  `${FIGURE}/cases?standing=left%20out`,
  '/performance/kpis/nothing',
  '/performance/years',
  '/performance/conversion',
  '/performance/due',
  '/performance/due?clock=referrerInformed',
  '/performance/caseloads',
  '/performance/caseloads?on=2026-02-30',
  '/performance/caseloads?on=2019-01-31',
  '/performance/caseloads?team=Front%20Door',
  '/performance/back-again?within=365',
  '/performance/copied-reasons',
  '/performance/reports',
  '/performance/reports/2026-04-01/2026-04-30',
  '/performance/reports/2026-04-01/2026-04-30/commentary/contacts',
]

/** A report is published for the pages of its edition: what it was, and what has changed since. */
async function publish(nat: Worker): Promise<readonly string[]> {
  await nat.goTo('/performance/reports/2026-04-01/2026-04-30/commentary/contacts')
  await nat.answer({ 'What this figure means': 'Fewer than in spring.' })
  await nat.press('Keep the commentary')
  await nat.press('Publish')
  const edition = '/performance/reports/2026-04-01/2026-04-30/editions/1'
  return [edition, `${edition}/changes/contacts`]
}

const unfoldAll = async ({ page }: Worker) => {
  const closed = page.locator('details:not([open]) > summary')
  while ((await closed.count()) > 0) await closed.first().click()
}

describe('every page of figures', () => {
  let desk: Desk
  beforeAll(async () => {
    desk = await openDesk({ axe: true, simulated: true })
  }, 120_000)
  afterAll(() => desk.close())
  afterEach(() => expect(desk.trouble.splice(0)).toEqual([]))

  it('can be used by people with disabilities, and its charts have names and scroll by themselves', async () => {
    const nat = await desk.as('nat.frost')
    for (const address of [...addresses, ...(await publish(nat))]) {
      await nat.goTo(address)
      const charts = nat.page.locator('main svg')
      for (const chart of await charts.all()) expect(await chart.getAttribute('role')).toBe('img')
      const named = nat.page.locator('main [role=region][aria-label][tabindex="0"] svg[aria-labelledby]')
      expect([address, await named.count()]).toEqual([address, await charts.count()])
    }
  }, 240_000)

  it('is one of those that stand in one line on a usual screen', async () => {
    const nat = await desk.as('nat.frost')
    await nat.goTo('/performance')
    const links = await nat.page.getByRole('navigation', { name: 'Pages of figures' }).getByRole('link').all()
    const boxes = await Promise.all(links.map((link) => link.boundingBox()))
    expect(boxes).toHaveLength(9)
    expect(boxes).toEqual(boxes.map((box) => ({ ...box, y: boxes[0]?.y })))
  }, 60_000)
})

// A window of 1280 by 1024 holds half as much at 200 %, and a quarter at 400 % (WCAG 2.2, 1.4.10).
describe.each([
  ['200 %', { width: 640, height: 512 }],
  ['400 %', { width: 320, height: 256 }],
] as const)('the pages of figures at %s', (_, window) => {
  let desk: Desk
  beforeAll(async () => {
    desk = await openDesk({ window, simulated: true })
  }, 120_000)
  afterAll(() => desk.close())

  it('lose nothing, also where all that is folded away is open', async () => {
    const nat = await desk.as('nat.frost')
    for (const address of [...addresses, ...(await publish(nat))]) {
      await nat.goTo(address)
      await unfoldAll(nat)
      expect([address, await nat.page.evaluate(lost)]).toEqual([address, []])
    }
    expect(desk.trouble).toEqual([])
  }, 240_000)
})
