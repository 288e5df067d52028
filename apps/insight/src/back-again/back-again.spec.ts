import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { eventsOf } from '@front-door/case-flow'
import { type June, inJune, june } from '../../testing/june.js'
import { linksOn, rowsOn } from '../../testing/page.js'

let here: June
beforeAll(async () => {
  here = await inJune()
})
afterAll(() => here.close())

const page = async (query = '') => (await here.page(`/performance/back-again?${june.page}${query}`)).body

describe('the page of children who were back again', () => {
  it('tells how they left, who decided it, and how soon they were back', async () => {
    const body = await page()
    expect(rowsOn(body).slice(1)).toEqual([
      [
        'D4',
        'No further action on the referral, 4 May 2026',
        'Sam Field, 4 May 2026',
        '-',
        '10 June 2026, from Police',
        '37 days',
      ],
    ])
  })

  it('leads to the decision itself in the trail', async () => {
    const { history } = await here.histories.current('D4')
    const decided = eventsOf(history).find(({ type }) => type === 'ReferralDecided')
    expect(linksOn(await page())).toEqual(
      expect.arrayContaining([
        { href: '/children/D4', text: 'D4' },
        { href: `/children/D4#event-${decided?.id}`, text: 'Sam Field, 4 May 2026' },
      ]),
    )
  })

  it('is of those who were back within so many days', async () => {
    expect(await page('&within=30')).toContain('Nobody came back in this period so soon after leaving.')
    const within = linksOn(await page()).filter(({ text }) => /^\d+ days$/.test(text))
    expect(within.map(({ text }) => text)).toEqual(['30 days', '90 days', '183 days', '365 days'])
    expect((await here.page(within[0]?.href ?? '')).body).not.toContain('/children/D4')
  })
})
