import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type June, analyst, inJune, june } from '../../testing/june.js'
import { wordsOf } from '../../../../libs/pages/testing/browser.js'
import { linksOn, rowsOn } from '../../testing/page.js'

let here: June
beforeAll(async () => {
  here = await inJune()
})
afterAll(() => here.close())

const page = async (query = '') => (await here.page(`/performance/kpis/referrals-nfa/cases?${june.page}${query}`)).body
const childrenOn = (body: string) => rowsOn(body).flatMap(([child = ''], at) => (at === 0 ? [] : [child]))

describe('the page of what a figure is made of', () => {
  it('has the cases of the API, and how many stand where', async () => {
    const { body } = await here.get(`/api/performance/kpis/referrals-nfa/cases?${june.api}`, analyst)
    const opened = await page()
    expect(childrenOn(opened)).toEqual(
      body.cases.map(({ child, restricted }: { child: string; restricted?: true }) =>
        restricted ? 'Restricted record' : child,
      ),
    )
    expect(body.totals).toEqual({ counted: 2, 'not counted': 2, 'left out': 0 })
    expect(opened).toMatch(/Counted[^]*?2[^]*?Looked at and not counted[^]*?2[^]*?Left out[^]*?0/)
    expect(opened).toContain('It is not decided: 2')
  })

  it('leads to each child, and to the very thing that was counted', async () => {
    const referral = (await here.histories.current('A1')).history.state.referrals[0]?.id
    expect(linksOn(await page())).toEqual(
      expect.arrayContaining([
        { href: '/children/A1', text: 'A1' },
        { href: `/children/A1/items/${referral}`, text: 'referral of child A1' },
      ]),
    )
  })

  it('shows nothing of a record that is restricted to others', async () => {
    const restricted = (await here.histories.current('B2')).history.state.referrals[0]?.id ?? 'none'
    const opened = await page()
    expect(opened).toContain('It is open to named people only.')
    // Some nonce may have these two characters in it.
    expect(wordsOf(opened)).not.toContain('B2')
    expect(opened).not.toContain('/B2')
    expect(opened).not.toContain(restricted)
  })

  it('is narrowed to where they stand', async () => {
    expect(childrenOn(await page('&standing=counted'))).toEqual(['Restricted record', 'A1'])
    expect(childrenOn(await page('&standing=not+counted'))).toEqual(['D4', 'C3'])
    expect(await page('&standing=left+out')).toContain('Nothing stands here in this period.')
  })

  it('is as it was known, and by other settings, as the figure is', async () => {
    expect(childrenOn(await page('&asKnownAt=2026-06-01'))).not.toContain('D4')
    expect(await page('&asKnownAt=2026-06-01')).toContain('As the record stood at the end of 1 June 2026.')
  })
})
