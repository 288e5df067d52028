import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { recordHistory } from '../../../../libs/performance/testing/recording.js'
import { about } from '../../../../libs/performance/testing/told.js'
import { figuresDesk } from '../../testing/figures-desk.js'
import { type June, analyst, inJune, manager, partner, screener } from '../../testing/june.js'
import { errorsOn, linksOn, rowsOn, textOf, valueOf } from '../../testing/page.js'

let here: June
beforeAll(async () => {
  here = await inJune()
  const referral = 'hidden'
  await recordHistory(here.recorder, [
    about('PersonRegistered', '2026-06-25', {}, { child: 'K1' }),
    about('ReferralReceived', '2026-06-25', { referral, source: '6' }, { child: 'K1', team: 'Assessment South' }),
    about('ReferralDecided', '2026-06-26', { referral, outcome: 'ASSESSMENT', need: 'N1' }, { child: 'K1' }),
  ])
  await here.do('K1', 'restrict-record', { to: ['the-team-manager'], reason: 'Family of staff.' }, 'team-manager')
})
afterAll(() => here.close())

const PATH = '/performance/caseloads'
const page = async (query = '', as?: string) => (await here.page(`${PATH}${query}`, as)).body
/** The rows that begin so, wherever they stand. */
const linesOf = (body: string, first: string) => rowsOn(body).filter(([cell]) => cell === first)
const file = async (query: string) => (await here.page(`${PATH}/file?as=csv&${query}`)).body.split('\r\n')

describe('the page of caseloads', () => {
  it('has a line for each team and for all of them, which is that of the figures', async () => {
    const body = await page()
    expect(textOf(body)).toContain('At the end of 30 June 2026.')
    expect(linesOf(body, 'North')).toEqual([['North', '2', '2', '1.0', '1', '0']])
    expect(linesOf(body, 'MASH')).toEqual([['MASH', '0', '0', '-', '0', '1']])
    expect(linesOf(body, 'All teams')).toEqual([['All teams', '2', '2', '1.0', '1', '2']])
    const counts = linksOn(body)
      .filter(({ text }) => /^\d+$/.test(text))
      .map(({ text }) => text)
    expect([counts.includes('2'), counts.includes('0')]).toEqual([true, false])
    const ids = ['caseload-mean', 'caseload-max', 'unallocated']
    const figures = await here.figures.figures({ from: '2026-06-30', to: '2026-06-30', ids })
    expect(figures.map(({ id, value }) => [id, value])).toEqual([
      ['caseload-mean', 1],
      ['caseload-max', 1],
      ['unallocated', 2],
    ])
  })

  it('has a line for each worker, which opens into the children and into what is overdue', async () => {
    const body = await page()
    const made = ['North', '1', '0', '0', '0', '0', '1', '41']
    expect(linesOf(body, 'Lee Marsh')).toEqual([['Lee Marsh', ...made]])
    expect(linesOf(body, 'Sam Field')).toEqual([['Sam Field', ...made]])
    const [cases, overdue] = ['/performance/kpis/', '/performance/due'].map(
      (start) =>
        linksOn(body).find(({ href }) => href.startsWith(start) && href.includes('worker=sam.field'))?.href ?? '',
    )
    const opened = (await here.page(cases ?? '')).body
    expect([linksOn(opened).some(({ href }) => href === '/children/G7'), opened.includes('H8')]).toEqual([true, false])
    expect(textOf(opened)).toContain('Only: Sam Field .')
    const due = (await here.page(overdue ?? '')).body
    expect(linesOf(due, 'Referrer told the outcome')).toEqual([['Referrer told the outcome', '1', '0']])
    expect([linksOn(due).some(({ href }) => href === '/children/G7'), due.includes('H8')]).toEqual([true, false])
    expect(textOf(due)).toContain('Only: Sam Field .')
  })

  it('opens into the cases that the API has of that worker', async () => {
    const { body } = await here.get(
      '/api/performance/kpis/caseload-mean/cases?from=2026-06-30&to=2026-06-30&worker=lee.marsh',
      manager,
    )
    expect(body.cases.map(({ child }: { child: string }) => child)).toEqual(['H8'])
  })

  it('lists who waits for a worker, how long, and how long they may, and nothing of a restricted record', async () => {
    const body = await page()
    expect(textOf(body)).toContain('Unallocated: 2 open cases')
    expect(linesOf(body, 'E5')).toEqual([
      ['E5', '1 May 2026 , the referral of child E5', '40 working days', '24 hours 59 days overdue', 'MASH'],
    ])
    expect(linesOf(body, 'Restricted record')).toEqual([['Restricted record', 'It is open to named people only.']])
    expect(body).not.toMatch(/\bK1\b/)
  })

  it('is of one team where that is asked, in every table', async () => {
    const body = await page('?team=North')
    expect(textOf(body)).toContain('At the end of 30 June 2026: North.')
    expect([linesOf(body, 'North').length, linesOf(body, 'MASH'), linesOf(body, 'All teams')]).toEqual([1, [], []])
    expect(textOf(body)).toContain('Every open case has a worker.')
    expect(textOf(await page('?team=MASH'))).toContain('No worker holds a case.')
    const { href = '' } = linksOn(body).find(({ href }) => href.includes('worker=sam.field')) ?? {}
    expect(textOf((await here.page(href)).body)).toContain('Only: North, Sam Field .')
  })

  it('is as on a day that is past, where nothing leads to what is due today', async () => {
    const body = await page('?on=2026-05-19')
    expect(textOf(body)).toContain('At the end of 19 May 2026.')
    expect([linesOf(body, 'North'), linesOf(body, 'E5').length]).toEqual([[], 1])
    const later = await page('?on-day=20&on-month=5&on-year=2026')
    expect(linesOf(later, 'Lee Marsh')).toEqual([['Lee Marsh', 'North', '1', '0', '0', '0', '0', '0', '0']])
    expect(linesOf(await page('?on=2026-05-25'), 'Lee Marsh').map((row) => row[7])).toEqual(['1'])
    expect(linksOn(await page('?on=2026-05-25')).some(({ href }) => href.includes('due?worker'))).toBe(false)
  })

  it('is not available of a day before the record begins', async () => {
    const body = await page('?on=2026-04-30')
    expect(textOf(body)).toContain('The record begins on 1 May 2026.')
    expect(body).not.toContain('<table')
    expect((await file('on=2026-04-30')).at(-2)).toBe('[x]')
  })

  it.each([
    ['?on-day=30&on-month=2&on-year=2026', 'on-day'],
    ['?on=2026-07-01', 'on-day'],
  ])('says what is wrong with the day of %s, and shows today meanwhile', async (query, target) => {
    const body = await page(query)
    expect(errorsOn(body)).toEqual([{ href: `#${target}`, text: expect.stringMatching(/^[A-Z].+\.$/) }])
    expect([valueOf(body, 'on-year'), textOf(body).includes('At the end of 30 June 2026.')]).toEqual(['2026', true])
    expect((await here.page(`${PATH}/file${query}&as=csv`)).status).toBe(400)
  })

  it('is for those who may open figures into children, and never for publication', async () => {
    expect(
      await Promise.all([analyst, manager, screener, partner].map(async (as) => (await here.page(PATH, as)).status)),
    ).toEqual([200, 200, 403, 403])
    expect((await here.page(`${PATH}?for=publication`)).status).toBe(404)
  })
})

describe('a file of caseloads', () => {
  it('has what the page shows, table by table', async () => {
    expect(await file('of=teams')).toContain('North,2,2,1,1,0')
    expect(await file('of=workers&team=North')).toContain('Sam Field,North,1,0,0,0,0,1,41')
    const waiting = await file('of=unallocated')
    expect(waiting).toContain('E5,opened,2026-05-01,40,24 hours,2026-05-02,MASH')
    expect(waiting).toContain('Restricted record,,,,,,')
    expect(waiting.join()).not.toContain('K1')
  })

  it('is one of the tables that there are', async () => {
    expect((await here.page(`${PATH}/file?as=csv&of=everything`)).status).toBe(400)
  })
})

describe('where nothing is recorded', () => {
  it('the page says so', async () => {
    const empty = await figuresDesk()
    try {
      const { status, body } = await empty.page(PATH)
      expect([status, textOf(body).includes('Nothing is recorded yet.'), body.includes('<table')]).toEqual([
        200,
        true,
        false,
      ])
    } finally {
      await empty.close()
    }
  })
})

describe('long lists', () => {
  it('go on from page to page, each by itself, and the first has no more than fifty', async () => {
    const many = await figuresDesk()
    try {
      for (let n = 10; n < 62; n++) {
        const [child, referral] = [`C${n}`, `case-${n}`]
        const allocated = { referral: `held-${n}`, to: `worker-${n}`, team: 'North' }
        await recordHistory(many.recorder, [
          about('ReferralReceived', '2026-06-01', { referral: `held-${n}`, source: '6' }, { child }),
          about(
            'ReferralDecided',
            '2026-06-01',
            { referral: `held-${n}`, outcome: 'ASSESSMENT', need: 'N1' },
            { child },
          ),
          about('CaseAllocated', '2026-06-02', allocated, { child }),
          about('ReferralReceived', '2026-06-03', { referral, source: '6' }, { child }),
          about('ReferralDecided', '2026-06-03', { referral, outcome: 'ASSESSMENT', need: 'N1' }, { child }),
        ])
      }
      const shown = (body: string) =>
        [/^worker-/, /^C\d/].map((named) => rowsOn(body).filter(([cell = '']) => named.test(cell)).length)
      const { body } = await many.page(PATH)
      expect(shown(body)).toEqual([50, 50])
      const [workers = '', waiting = ''] = linksOn(body).flatMap(({ href, text }) =>
        text.startsWith('Next') ? [href] : [],
      )
      expect(shown((await many.page(workers)).body)).toEqual([2, 50])
      const second = (await many.page(waiting)).body
      expect(shown(second)).toEqual([50, 2])
      expect(linksOn(second).filter(({ text }) => text.startsWith('Next'))).toHaveLength(1)
      expect((await many.page(`${PATH}/file?as=csv&of=workers`)).body.match(/worker-/g)).toHaveLength(52)
    } finally {
      await many.close()
    }
  }, 30_000)
})
