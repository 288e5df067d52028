import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { figuresDesk } from '../../testing/figures-desk.js'

let here: Awaited<ReturnType<typeof figuresDesk>>
const june = 'from=2026-06-01&to=2026-06-30'
const analyst = 'nat.frost'

/** Seven referrals of June 2026, three of them from the police, and two of them ended without further action. */
beforeAll(async () => {
  here = await figuresDesk()
  for (let number = 1; number <= 7; number++) {
    const child = `CHILD${number}`
    await here.do(child, 'register-person', {})
    await here.do(child, 'receive-referral', { source: number <= 3 ? '6' : '2A', concern: 'Bruises.', need: 'N1' })
    if (number > 2) continue
    const referral = (await here.histories.current(child)).history.state.referrals[0]?.id ?? ''
    await here.do(child, 'decide-referral', { referral, outcome: 'NFA', reason: 'Explained.' })
  }
})
afterAll(() => here.close())

describe('figures for publication', () => {
  it('are suppressed and rounded over the API, and say what they are for', async () => {
    const { body } = await here.get(
      `/api/performance/kpis?${june}&ids=referrals,referrals-nfa,referrals-by-source&for=publication`,
      analyst,
    )
    expect(body).toMatchObject([
      { id: 'referrals', for: 'publication', numerator: 7, value: 7 },
      { id: 'referrals-by-source', breakdown: { '2A': 'c', 6: 'c' }, numerator: 7 },
      { id: 'referrals-nfa', numerator: 'c', denominator: 7, value: 'c' },
    ])
    const usual = await here.get(`/api/performance/kpis?${june}&ids=referrals-nfa`, analyst)
    expect(usual.body).toMatchObject([{ numerator: 2, value: 200 / 7 }])
    expect(usual.body[0]).not.toHaveProperty('for')
  })

  it('are suppressed alone as they are among all figures: what tells of them elsewhere is suppressed there too', async () => {
    const asked = async (more: string) =>
      (await here.get(`/api/performance/kpis?${june}&for=publication${more}`, analyst)).body as { id: string }[]
    const all = await asked('')
    expect(all.find(({ id }) => id === 'referral-to-assessment')).toMatchObject({ denominator: 'c', value: 'c' })
    for (const id of ['referrals', 'referrals-nfa', 'referral-to-assessment', 'cin-open'])
      expect(await asked(`&ids=${id}`)).toEqual(all.filter((figure) => figure.id === id))
  })

  it('do not open into cases', async () => {
    const api = await here.get(`/api/performance/kpis/referrals/cases?${june}&for=publication`, analyst)
    expect(api.body.errors).toMatchObject([{ field: 'for', rule: 'unknown' }])
    for (const address of ['cases?', 'cases/file?as=csv&'])
      expect((await here.page(`/performance/kpis/referrals/${address}${june}&for=publication`)).status).toBe(404)
    const { body } = await here.page(`/performance/kpis/referrals-nfa?${june}&by=team&for=publication`)
    expect(body).not.toContain('/cases')
    expect((await here.page(`/performance/kpis/referrals-nfa?${june}&by=source`)).body).toContain('group=2A')
  })

  it('are on the pages suppressed, labelled, and with the key of the symbols', async () => {
    const { body } = await here.page(`/performance/kpis/referrals-nfa?${june}&for=publication`)
    expect(body).toContain('For publication: counts from 1 to 5 are suppressed')
    expect(body).toContain('[c]: confidential')
    expect(body).toContain('suppressed out of 7')
    expect(body).not.toContain('28.6')
    expect((await here.page(`/performance/kpis/referrals-nfa?${june}`)).body).toContain('28.6%')
  })

  it('have years beside them only where they are of one, and never months', async () => {
    const headings = async (period: string) => {
      const { body } = await here.page(`/performance/kpis/referrals?${period}&for=publication`)
      return ['Month by month', 'Year by year'].filter((heading) => body.includes(heading))
    }
    expect(await headings(june)).toEqual([])
    expect(await headings('from=2025-04-01&to=2026-03-31')).toEqual(['Year by year'])
  })

  it('stay so from the list to the figure and to its file', async () => {
    const list = await here.page(`/performance/kpis?${june}&for=publication`)
    expect(list.body).toContain('For publication: counts from 1 to 5')
    expect(list.body).toMatch(/\/performance\/kpis\/referrals-nfa\?[^"]*for=publication/)
    const file = /href="(\/performance\/kpis\/file\?[^"]*as=csv)"/.exec(list.body)?.[1] ?? ''
    const lines = (await here.page(file.replaceAll('&amp;', '&'))).body.split('\r\n')
    expect(lines.find((line) => line.startsWith('referrals-nfa,'))).toMatch(/percent,\[c\],\[c\],7$/)
    const one = await here.page(`/performance/kpis/referrals-nfa/file?${june}&by=source&for=publication&as=csv`)
    expect(one.body).toContain('[c]')
  })
})
