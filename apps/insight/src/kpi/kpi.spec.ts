import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type Figure, catalogue, kpiOf, shownInWords } from '@front-door/performance'
import { type June, analyst, inJune, june } from '../../testing/june.js'
import { linksOn, rowsOn, textOf } from '../../testing/page.js'
import { measureOf } from '../tables/figure-columns.js'

let here: June
beforeAll(async () => {
  here = await inJune()
})
afterAll(() => here.close())

const api = async (query: string): Promise<readonly Figure[]> =>
  (await here.get(`/api/performance/kpis?${query}`, analyst)).body

/** A figure as the API gives it, in words. One that is told code by code is of so many cases, each of them once. */
function inWords({ id, value, numerator, unavailable }: Figure, nothing: string): string {
  const kind = kpiOf(id)?.kind ?? 'count'
  const whole = kind === 'breakdown' ? numerator : value
  // Where there is nothing to divide by there is no value; that is another thing than not being available.
  return whole === null && unavailable === undefined ? nothing : shownInWords(whole, measureOf(kind))
}

const onPage = (body: string, part: string) =>
  textOf(new RegExp(`class="app-figure__${part}[^>]*>([^]*?)</p>`).exec(body)?.[1] ?? '')

describe('the page of all figures', () => {
  it('has every figure of the catalogue, with the number that the API gives', async () => {
    const rows = rowsOn((await here.page(`/performance/kpis?${june.page}`)).body)
    const figures = await api(june.api)
    expect(figures).toHaveLength(catalogue.length)
    for (const figure of figures)
      expect([figure.id, rows.find((row) => row.at(-1) === figure.id)?.[1]]).toEqual([figure.id, inWords(figure, '-')])
  })

  it('opens each of them, of the same days', async () => {
    const links = linksOn((await here.page(`/performance/kpis?${june.page}`)).body)
    for (const { id, name } of catalogue)
      expect(links).toContainEqual({
        href: `/performance/kpis/${id}?period=2026-06-01%2F2026-06-30`,
        text: name,
      })
  })

  it('is as it was known on a day, and says so', async () => {
    const { body } = await here.page(`/performance/kpis?${june.page}&asKnownAt=2026-06-01`)
    expect(body).toContain('As the record stood at the end of 1 June 2026.')
    const [figure] = await api(`${june.api}&ids=referrals&asKnownAt=2026-06-01`)
    expect(figure?.value).toBe(3)
    expect(rowsOn(body).find((row) => row.at(-1) === 'referrals')?.[1]).toBe('3')
  })
})

describe('the page of one figure', () => {
  it('counts a case once, whatever it is counted under', async () => {
    const { body } = await here.page(`/performance/kpis/missing-data?${june.page}`)
    expect([onPage(body, 'value'), onPage(body, 'made-of')]).toEqual(['5', '5 out of 5'])
  })

  it('says under its own name what counts, and what is left out', async () => {
    const { body } = await here.page(`/performance/kpis/referrals?${june.page}`)
    expect(textOf(body)).toContain(`What counts ${kpiOf('referrals')?.exclusions}`)
  })

  it('says what one worker has at most, and not what all have together', async () => {
    const { body } = await here.page(`/performance/kpis/caseload-max?${june.page}`)
    expect(onPage(body, 'value')).toBe('1')
    expect(rowsOn(body).filter(([code = '']) => code.includes('.'))).toHaveLength(2)
  })

  it.each(catalogue.map(({ id }) => id))('%s tells what the API tells', async (id) => {
    const { status, body } = await here.page(`/performance/kpis/${id}?${june.page}`)
    expect(status).toBe(200)
    const [figure] = await api(`${june.api}&ids=${id}`)
    if (!figure) throw new Error(`There is no figure ${id}.`)
    expect(onPage(body, 'value')).toBe(figure.unavailable ?? inWords(figure, 'no value'))
    const ofMonth = rowsOn(body).find(([month, value]) => month === 'June 2026' && value !== undefined)
    if (ofMonth && figure.unavailable === undefined) expect(ofMonth[1]).toBe(inWords(figure, '-'))
  })

  it('is not available of a year before the record begins: on the page, for publication, and year by year', async () => {
    const year = 'period=2024-04-01/2025-03-31'
    for (const more of ['', '&by=team', '&for=publication']) {
      const { body } = await here.page(`/performance/kpis/referrals-nfa?${year}${more}`)
      expect(onPage(body, 'value')).toBe('The record begins on 1 May 2026.')
    }
    const { body } = await here.page(`/performance/kpis/referrals?${june.page}`)
    const april = rowsOn(body).find(([month]) => month === 'April 2026')
    expect([april, rowsOn(body).find(([month]) => month === 'May 2026')?.[1]]).toEqual([
      ['April 2026', 'not available'],
      '4',
    ])
    expect(body).not.toContain('May 2026: The record')
  })

  it('is made of so many out of so many, and opens into them', async () => {
    const { body } = await here.page(`/performance/kpis/referrals-nfa?${june.page}`)
    expect([onPage(body, 'period'), onPage(body, 'value'), onPage(body, 'made-of')]).toEqual([
      '1 June 2026 to 30 June 2026',
      '50.0%',
      '2 out of 4',
    ])
    const cases = linksOn(body).find(({ text }) => text === 'What this is made of')?.href ?? ''
    const { body: opened } = await here.page(cases)
    expect(opened).toContain('50.0%')
  })

  it('is broken down, and each part opens into its own cases', async () => {
    const { body } = await here.page(`/performance/kpis/referrals-nfa?${june.page}&by=source-group`)
    expect(rowsOn(body).filter(([code]) => code === 'Police' || code === 'Schools')).toEqual([
      ['Police', '50.0%', '1', '2', 'Police'],
      ['Schools', '50.0%', '1', '2', 'Schools'],
    ])
    const police = linksOn(body).find(({ text, href }) => text === 'Police' && href.includes('group=Police'))
    const { body: opened } = await here.page(police?.href ?? '')
    expect(linksOn(opened).flatMap(({ href }) => (/^\/children\/[^/]+$/.test(href) ? [href] : []))).toEqual([
      '/children/D4',
      '/children/A1',
    ])
  })

  it('is as it was known on a day, and says so', async () => {
    const { body } = await here.page(`/performance/kpis/referrals-nfa?${june.page}&asKnownAt=2026-06-01`)
    expect(body).toContain('As the record stood at the end of 1 June 2026.')
    expect(onPage(body, 'made-of')).toBe('2 out of 3')
  })

  it('can be counted another way, which is labelled as a rehearsal', async () => {
    const of = async (query: string) => {
      const { body } = await here.page(`/performance/kpis/assessments-45wd?${june.page}${query}`)
      return [onPage(body, 'value'), body.includes('Rehearsal, not the agreed figure.')]
    }
    expect(await of('')).toEqual(['100.0%', false])
    expect(await of('&setting.assessment-limit=20')).toEqual(['0.0%', true])
    const [figure] = await api(`${june.api}&ids=assessments-45wd&setting.assessment-limit=20`)
    expect(figure).toMatchObject({ value: 0, rehearsal: { 'assessment-limit': '20' } })
  })
})
