import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type June, analyst, inJune, june, manager, partner, screener } from '../testing/june.js'
import { errorsOn, linksOn, valueOf } from '../testing/page.js'

let here: June
beforeAll(async () => {
  here = await inJune()
})
afterAll(() => here.close())

const KPI = '/performance/kpis/referrals-nfa'
/** Every page, with what is noted when it is read. */
const forReaders = [
  ['/performance', 'headlines'],
  ['/performance/kpis', 'figures'],
  [KPI, 'figure'],
  ['/performance/years', 'year-table'],
  ['/performance/conversion', 'conversion'],
] as const
/** Those that open into children. */
const forCases = [
  [`${KPI}/cases`, 'figure-cases'],
  ['/performance/due', 'due'],
  ['/performance/caseloads', 'caseloads'],
  ['/performance/back-again', 're-stepping'],
  ['/performance/copied-reasons', 'copied-reasons'],
] as const
const pages = [...forReaders, ...forCases]
const files = [
  ['/performance/file', 'headlines-file'],
  ['/performance/kpis/file', 'figures-file'],
  [`${KPI}/file`, 'figure-file'],
  ['/performance/years/file', 'year-table-file'],
  ['/performance/conversion/file', 'conversion-file'],
  ['/performance/caseloads/file', 'caseloads-file'],
  ['/performance/due/file', 'due-file'],
  ['/performance/back-again/file', 're-stepping-file'],
  ['/performance/copied-reasons/file', 'copied-reasons-file'],
  [`${KPI}/cases/file`, 'figure-cases-file'],
] as const
/** With dates to ask for. */
const asked = [
  '/performance/kpis',
  KPI,
  '/performance/conversion',
  '/performance/back-again',
  '/performance/copied-reasons',
]

const statusOf = async (path: string, as: string) => (await here.page(`${path}?${june.page}&as=csv`, as)).status

describe('every page of figures', () => {
  it.each([...pages, ...files])('%s is read, and it is noted who read it', async (path, what) => {
    const { reads: before } = await here.reads.ofWorker(analyst)
    expect(await statusOf(path, analyst)).toBe(200)
    const { reads } = await here.reads.ofWorker(analyst)
    // A page that opens records besides logs each of them under the same request.
    expect(new Set(reads.map(({ requestId }) => requestId)).size).toBe(
      new Set(before.map(({ requestId }) => requestId)).size + 1,
    )
    expect(reads).toContainEqual(expect.objectContaining({ what, worker: analyst, role: 'performance-analyst' }))
  })

  it.each([...pages, ...files].map(([path]) => path))('%s is for those the policy names', async (path) => {
    expect(await statusOf(path, partner)).toBe(403)
    const opensCases = path.includes('/cases') || forCases.some(([each]) => path.startsWith(each))
    expect(await statusOf(path, screener)).toBe(opensCases ? 403 : 200)
    expect(await statusOf(path, manager)).toBe(200)
  })

  it('leads only to what is there', async () => {
    const seen = new Set(pages.map(([path]) => `${path}?${june.page}`))
    for (const address of seen) {
      const { status, body } = await here.page(address)
      expect([address, status]).toEqual([address, 200])
      for (const { href } of linksOn(body))
        if (/^\/performance(?!\/reports)/.test(href) && !href.includes('/kpis/')) seen.add(href)
    }
    expect([...seen].filter((address) => address.includes('/file?as=') || address.includes('&as='))).not.toEqual([])
    expect([...seen].some((address) => /^\/performance\/copied-reasons\/[^?]+\?/.test(address))).toBe(true)
  })

  it.each(asked)('%s says what is wrong with a date, keeps what was typed, and shows the year before', async (path) => {
    const { status, body } = await here.page(
      `${path}?from-day=30&from-month=2&from-year=2026&to-day=1&to-month=4&to-year=2026`,
    )
    expect(status).toBe(200)
    expect(errorsOn(body)).toEqual([{ href: '#from-day', text: expect.stringMatching(/^[A-Z].+\.$/) }])
    expect(['from-day', 'from-month', 'from-year'].map((name) => valueOf(body, name))).toEqual(['30', '2', '2026'])
    expect(body).toContain('1 April 2025 to 31 March 2026')
  })

  it.each([
    ['from=2026-03-31', 'Enter both the first and the last day.'],
    ['from=2026-03-31&to=2026-03-01', 'The last day must be on or after the first day.'],
    ['period=June', 'Select a period.'],
    ['by=colour', 'Select what it is broken down by.'],
  ])('says what is wrong with %s', async (query, message) => {
    const { body } = await here.page(`${KPI}?${query}`)
    expect(errorsOn(body).map(({ text }) => text)).toEqual([message])
  })

  it.each(files.flatMap(([path]) => (/performance.file|years|caseloads|due/.test(path) ? [] : [path])))(
    '%s is not of other days than were asked',
    async (path) => {
      expect((await here.page(`${path}?as=csv&from=2026-02-30&to=2026-03-31`)).status).toBe(400)
    },
  )

  it.each(files.map(([path]) => path))('%s is of a kind that there is', async (path) => {
    expect((await here.page(`${path}?as=pdf&${june.page}`)).status).toBe(400)
  })

  it('that is not there says so', async () => {
    expect((await here.page('/performance/kpis/nothing')).status).toBe(404)
    expect((await here.page('/performance/copied-reasons/nothing')).status).toBe(404)
    expect((await here.page('/performance/copied-reasons/nothing/file?as=csv')).status).toBe(404)
    expect((await here.page(`${KPI}/cases?standing=nowhere`)).status).toBe(404)
  })
})
