import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { verify } from '@front-door/event-log'
import { reportEvent } from '@front-door/performance'
import { figuresDesk } from '../../testing/figures-desk.js'
import { rowsOn } from '../../testing/page.js'

const JUNE = '2026-05-01/2026-05-31'

describe('the report of a month', () => {
  let desk: Awaited<ReturnType<typeof figuresDesk>>
  beforeAll(async () => {
    desk = await figuresDesk()
    for (const child of ['B1', 'B2'])
      await desk.do(child, 'register-person', { givenName: 'Robin', familyName: 'Example', birthDate: '2019-03-03' })
    await desk.perform('B1', 'receive-referral', { source: '6', concern: 'A concern.' }, '2026-05-04')
  })
  afterAll(() => desk.close())

  it('is written and published through its pages, once for each form', async () => {
    const begun = await desk.page(`/performance/reports/${JUNE}`)
    expect(begun.status).toBe(200)
    expect(begun.body).toContain('Report 1 May 2026 to 31 May 2026')
    const commentary = `/performance/reports/${JUNE}/commentary/referrals`
    const asked = await desk.page(commentary)
    const kept = await desk.submit(commentary, { words: 'One more than last May.', tolerance: '0' }, asked.body)
    expect([kept.status, kept.headers.location]).toEqual([303, `/performance/reports/${JUNE}?done=written`])
    for (const _ of [1, 2]) {
      const published = await desk.submit(`/performance/reports/${JUNE}/publish`, {}, begun.body)
      expect(published.status).toBe(303)
    }
    const edition = await desk.page(`/performance/reports/${JUNE}/editions/1`)
    expect(edition.body).toContain('One more than last May.')
    expect(edition.body).toContain('every figure is still what was published')
    expect((await desk.page(`/performance/reports/${JUNE}/editions/2`)).status).toBe(404)
  })

  it('tells later which figure has changed, by how much, and through which late entry', async () => {
    await desk.perform('B2', 'receive-referral', { source: '2A', concern: 'A concern, told late.' }, '2026-05-20')
    const edition = await desk.page(`/performance/reports/${JUNE}/editions/1`)
    expect(edition.body).toMatch(
      /changes\/referrals">Referrals<\/a><\/th><td[^>]*>1<\/td><td[^>]*>2<\/td><td[^>]*>\+1</,
    )
    expect(
      rowsOn(edition.body)
        .find(([name]) => name === 'Referrals')
        ?.slice(-1),
    ).toEqual(['Beyond'])
    expect(
      rowsOn(edition.body)
        .find(([name]) => name === 'Children in need')
        ?.slice(-1),
    ).toEqual(['Changed'])
    const report = rowsOn((await desk.page(`/performance/reports/${JUNE}`)).body)
    expect(report[0]?.slice(0, 3)).toEqual(['Figure', 'Published, edition 1', 'Today'])
    expect(report.find(([name]) => name === 'Referrals')?.slice(0, 3)).toEqual(['Referrals', '1', '2'])
    const why = await desk.page(`/performance/reports/${JUNE}/editions/1/changes/referrals`)
    expect(why.body).toContain('href="/children/B2"')
    expect(why.body).not.toContain('href="/children/B1"')
    expect(why.body).toContain('Referral received')
    expect(why.body).toContain('not looked at')
  })

  it('is handed out as it was published', async () => {
    const csv = await desk.page(`/performance/reports/${JUNE}/editions/1/file?as=csv`)
    expect(csv.body).toMatch(/^.?figure,measure,value,numerator/)
    expect(csv.body).toMatch(/\nReferrals,count,1,1,/)
    expect(csv.body).toMatch(/\nAssessments within 45 working days,percent,,0,0,/)
    expect(csv.body).toMatch(/\nContacts,count,\[x\],/)
    expect(csv.body).not.toMatch(/,"?[\d.,]+%/)
  })

  it('is handed out for publication with small numbers suppressed, on its page and in its files', async () => {
    const edition = `/performance/reports/${JUNE}/editions/1`
    const usual = await desk.page(edition)
    const address = /href="([^"]*for=publication)"/.exec(usual.body)?.[1] ?? ''
    expect(address).toBe(`${edition}?for=publication`)
    const page = await desk.page(address)
    expect(page.body).toContain('For publication: counts from 1 to 5 are suppressed')
    expect(page.body).not.toContain('What has changed since')
    const [, value, counted] = rowsOn(page.body).find(([name]) => name === 'Referrals') ?? []
    expect(value).toBe('suppressed')
    expect(counted).not.toBe('1')
    const file = /href="([^"]*as=csv)"/.exec(page.body)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const csv = (await desk.page(file)).body
    expect(csv).toMatch(/\nReferrals,count,\[c\],\[c\],/)
    expect(csv).toMatch(/\nReferrals ending without further action,percent,\[c\],0,\[c\],/)
    expect((await desk.page(`${edition}/file?as=csv&for=nobody`)).status).toBe(400)
  })

  it('shows the counts of a year in England beside those of a year, and beside a month its shares only', async () => {
    const month = (await desk.page(`/performance/reports/${JUNE}/editions/1/file?as=csv`)).body
    expect(month).toMatch(/\nReferrals,count,1,1,,[^,]*,[^,]*,,,,,/)
    expect(month).toMatch(/\nReferrals ending without further action,percent,0,0,1,[^,]*,[^,]*,[^,]*,[^,]*,6.5,2025,/)
    const year = rowsOn((await desk.page('/performance/reports/2024-04-01/2025-03-31')).body)
    expect(year.find(([name]) => name === 'Referrals')?.join(' ')).toContain('632,830 (2025)')
  })

  it('asks for words, and for a tolerance that is a number', async () => {
    const commentary = `/performance/reports/${JUNE}/commentary/referrals`
    const asked = await desk.page(commentary)
    const refused = await desk.submit(commentary, { words: '', tolerance: 'some' }, asked.body)
    expect(refused.status).toBe(400)
    expect(refused.body).toContain('Enter what this figure means.')
    expect(refused.body).toContain('Enter the tolerance as a number, like 2 or 0.5.')
  })

  it('is of a period that is over, and published by those the policy names', async () => {
    expect((await desk.page('/performance/reports/2026-06-01/2026-06-30')).status).toBe(400)
    expect((await desk.page('/performance/reports/2026-02-30/2026-03-01')).status).toBe(404)
    const seen = await desk.page(`/performance/reports/${JUNE}`, 'jo.reed')
    expect([seen.status, seen.body.includes('/publish')]).toEqual([200, false])
    expect((await desk.page(`/performance/reports/${JUNE}/commentary/referrals`, 'jo.reed')).status).toBe(403)
  })

  it('stands in the log beside the children, whole and readable', async () => {
    const { flaws, children, streams } = await verify(desk.log, { others: reportEvent })
    expect([flaws, children, streams]).toEqual([[], 2, 3])
    expect((await verify(desk.log)).flaws[0]?.what).toBe('unreadable')
  })
})
