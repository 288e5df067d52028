import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type June, inJune } from '../../testing/june.js'
import { linksOn, rowsOn } from '../../testing/page.js'

let here: June
beforeAll(async () => {
  here = await inJune()
})
afterAll(() => here.close())

const page = async (query = '') => (await here.page(`/performance/due${query}`)).body

describe('the page of what is due', () => {
  it('counts what is overdue of each timescale, and opens each by itself', async () => {
    const rows = rowsOn(await page())
    expect(rows.slice(1, 4)).toEqual([
      ['Allocation to a social worker', '1', '0'],
      ['Decision on a referral', '2', '0'],
      ['Referrer told the outcome', '8', '0'],
    ])
    const { href = '' } = linksOn(await page()).find(({ text }) => text === 'Decision on a referral') ?? {}
    const { body } = await here.page(href)
    expect(rowsOn(body).flatMap(([child, what = '']) => (what.startsWith('Decision on') ? [child] : []))).toEqual([
      'C3',
      'D4',
    ])
  })

  it('has the longest overdue first, with what has to be done about whom', async () => {
    const [first] = rowsOn(await page()).filter(([, , kind]) => kind === 'referral')
    expect(first).toEqual([
      'E5',
      'Allocation to a social worker of child E5',
      'referral',
      '1 May 2026',
      '59 days overdue 2 May 2026',
      'Nobody yet',
    ])
    expect(linksOn(await page())).toContainEqual({
      href: '/children/E5/items/opened',
      text: 'Allocation to a social worker of child E5',
    })
  })

  it('agrees with the figure of referral decisions overdue', async () => {
    const [figure] = await here.figures.figures({ from: '2026-06-01', to: '2026-06-30', ids: ['decisions-overdue'] })
    expect(figure?.value).toBe(2)
  })

  it('hands out what is due of one timescale, one that there is', async () => {
    const file = async (query: string) => here.page(`/performance/due/file?as=csv&${query}`)
    const { body } = await file('clock=referralDecision')
    expect(body.match(/Decision on a referral/g)).toHaveLength(2)
    expect(body).not.toContain('Allocation')
    expect([(await file('clock=nothing')).status, (await file('of=nothing')).status]).toEqual([400, 400])
  })

  it('shows nothing of a record that is restricted to others', async () => {
    const body = await page()
    expect(body).toContain('It is open to named people only.')
    expect(body).not.toMatch(/\bB2\b/)
  })
})
