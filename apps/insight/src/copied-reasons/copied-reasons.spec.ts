import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type June, REASON, analyst, inJune, june, manager, partner, screener } from '../../testing/june.js'
import { linksOn, rowsOn } from '../../testing/page.js'

let here: June
beforeAll(async () => {
  here = await inJune()
})
afterAll(() => here.close())

const PATH = '/performance/copied-reasons'

describe('the page of copied reasons', () => {
  it('says for how many children the same words were given, and never the words', async () => {
    const { body } = await here.page(`${PATH}?${june.page}`)
    expect(rowsOn(body).slice(1)).toEqual([['2 children , 1 June 2026', '2 decisions', '1 worker', '1 June 2026']])
    expect(body).not.toContain(REASON)
  })

  it('opens into the decisions, but for a record that is restricted to others', async () => {
    const { body: list } = await here.page(`${PATH}?${june.page}`)
    const { href = '' } = linksOn(list).find(({ text }) => text.startsWith('2 children')) ?? {}
    const { status, body } = await here.page(href)
    expect(status).toBe(200)
    expect(
      rowsOn(body)
        .slice(1)
        .map(([child]) => child),
    ).toEqual(['A1', 'Restricted record'])
    expect(linksOn(body)).toContainEqual({
      href: expect.stringMatching(/^\/children\/A1#event-./),
      text: expect.stringContaining('of child A1'),
    })
    expect(body).not.toContain('B2')
    expect(body).not.toContain(REASON)
  })

  it('hands out the decisions given one reason to those who may open them, and notes who took them', async () => {
    const { body } = await here.page(`${PATH}?${june.page}`)
    const { href = '' } = linksOn(body).find(({ text }) => text.startsWith('2 children')) ?? {}
    const files = linksOn((await here.page(href)).body).filter(({ href: each }) => each.includes('/file?'))
    expect(files.map(({ text }) => text)).toEqual(['CSV', 'Excel', 'OpenDocument'])
    const statusOf = async (as: string) => (await here.page(files[0]?.href ?? '', as)).status
    expect(await Promise.all([analyst, manager, screener, partner].map(statusOf))).toEqual([200, 200, 403, 403])
    const { reads } = await here.reads.ofWorker(manager)
    expect(reads).toContainEqual(expect.objectContaining({ what: 'copied-reason-file', worker: manager }))
  })

  it('has none where none was given twice', async () => {
    const { body } = await here.page(`${PATH}?period=2026-05-01/2026-05-31`)
    expect(body).toContain('No reason was given for more than one child in this period.')
  })
})
