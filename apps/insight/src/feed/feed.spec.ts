import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { figuresDesk } from '../../testing/figures-desk.js'

let here: Awaited<ReturnType<typeof figuresDesk>>
const analyst = 'nat.frost'
const feed = 'http://127.0.0.1:3000/odata'

beforeAll(async () => {
  here = await figuresDesk()
  for (const [child, source] of [
    ['A1', '6'],
    ['B2', '2A'],
    ['C3', '2A'],
  ] as const) {
    await here.do(child, 'register-person', {})
    await here.do(child, 'receive-referral', { source, concern: 'Bruises.', need: 'N1' })
  }
  await here.do(
    'B2',
    'restrict-record',
    { to: ['sam.field', 'the-team-manager'], reason: 'Family of staff.' },
    'team-manager',
  )
})
afterAll(() => here.close())

const rows = async (query: string, prefer = '') =>
  (await here.get(`/odata/Referrals${query}`, analyst, { prefer })).body

describe('the feed', () => {
  it('says which sets it has, and what they hold', async () => {
    const { status, headers, body } = await here.get('/odata', analyst)
    expect([status, headers['odata-version']]).toEqual([200, '4.0'])
    expect(body['@odata.context']).toBe(`${feed}/$metadata`)
    expect(body.value).toContainEqual({ name: 'Referrals', kind: 'EntitySet', url: 'Referrals' })
    for (const address of ['/odata/$metadata', '/odata/%24metadata']) {
      const described = await here.page(address, analyst)
      expect(described.headers['content-type']).toBe('application/xml;charset=utf-8')
      expect(described.body).toContain('<EntitySet Name="Referrals"')
    }
  })

  it('gives the rows that fit, and not whom a restricted one is about', async () => {
    const { value } = await rows("?$filter=Source eq '2A'&$orderby=Child&$select=Source,Child")
    expect(value).toEqual([
      { Source: '2A', Child: null },
      { Source: '2A', Child: 'C3' },
    ])
    expect((await here.page('/odata/Referrals/$count?$filter=Child%20eq%20%27A1%27', analyst)).body).toBe('1')
  })

  it('leads from page to page until all were given', async () => {
    const given: string[] = []
    const pages: number[] = []
    for (let address = '?$orderby=Source', more = true; more;) {
      const page = await rows(address, 'odata.include-annotations="*", odata.maxpagesize=2')
      pages.push(page.value.length)
      given.push(...page.value.map(({ Referral }: { Referral: string }) => Referral))
      const next: string | undefined = page['@odata.nextLink']
      if (next) expect(next).toMatch(`${feed}/Referrals?`)
      address = String(next).slice(`${feed}/Referrals`.length)
      more = next !== undefined
    }
    expect(pages).toEqual([2, 1])
    expect(new Set(given).size).toBe(3)
  })

  it('is for those the policy names, and tells others why not in the form of OData', async () => {
    const nobody = await here.get('/odata/Referrals')
    expect([nobody.status, nobody.headers['www-authenticate']]).toEqual([401, 'Bearer'])
    expect(nobody.body).toEqual({ error: { code: 'not-signed-in', message: expect.stringContaining('Sign in') } })
    for (const person of ['jo.reed', 'morgan.hill']) {
      const other = await here.get('/odata/$metadata', person)
      expect([other.status, other.body.error.code]).toEqual([403, 'not-allowed'])
    }
    // A browser is told the same: the feed has no pages.
    expect(JSON.parse((await here.page('/odata', 'jo.reed')).body).error.code).toBe('not-allowed')
  })

  it('says what is wrong with what was asked in the form of OData', async () => {
    const unknown = await here.get('/odata/Nobody', analyst)
    expect([unknown.status, unknown.body.error.code]).toEqual([404, 'NotFound'])
    const wrong = await here.get('/odata/Referrals?$filter=Colour eq 1', analyst)
    expect([wrong.status, wrong.body.error.target]).toEqual([400, '$filter'])
  })

  it('is logged as read', async () => {
    await rows('?$top=1')
    const { reads } = await here.reads.ofWorker(analyst)
    expect(reads[0]).toMatchObject({ what: 'feed', worker: analyst, role: 'performance-analyst' })
  })
})
