import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Page } from 'playwright-core'
import { demoStaff } from '@front-door/identity'
import { defaultPolicy } from '@front-door/policy'
import { type Desk, openDesk } from './desk.js'
import { type Family, contactAbout } from './families.js'

let desk: Desk
let family: Family
beforeAll(async () => {
  desk = await openDesk()
  family = await contactAbout(desk.program, 'Olive', 'Example')
  for (const agency of ['POLICE', 'HEALTH'])
    await desk.program.act('jo.reed', `/children/${family.child}/acts/request-information`, {
      ...{ about: family.contact, agency, asked: 'Known to you?' },
    })
}, 60_000)
afterAll(() => desk.close())

const record = () => `/children/${family.child}`

/** Each page, and what of the policy it is for. What is for everybody has nothing. */
const pages = (): readonly (readonly [string, string?])[] => [
  ['/'],
  ['/help'],
  ['/drafts'],
  ['/find', 'find-children'],
  ['/contacts/new', 'receive-contact'],
  ['/consultations/new', 'give-consultation'],
  ['/requests', 'see-requests'],
  ['/reads', 'see-reads'],
  ['/performance', 'see-figures'],
  ['/performance/kpis/contacts', 'see-figures'],
  ['/performance/kpis/contacts/cases', 'see-figure-cases'],
  ['/performance/due', 'see-figure-cases'],
  ['/performance/caseloads', 'see-figure-cases'],
  ['/performance/reports/2026-04-01/2026-04-30/commentary/contacts', 'publish-report'],
  [record(), 'read-trail'],
  [`${record()}/items/${family.contact}`, 'read-trail'],
  [`${record()}/acts/rate-priority?about=${family.contact}`, 'rate-priority'],
]

describe.each(demoStaff.map(({ id, role }) => [id, role] as const))('%s, %s', (person, role) => {
  const may = (permission?: string) =>
    permission === undefined || defaultPolicy.may[permission]?.includes(role) === true

  it('sees the pages that the policy gives, and a plain refusal in place of the others', async () => {
    const { page } = await desk.as(person)
    for (const [address, permission] of pages()) {
      const { status, body } = await opened(page, address)
      expect([address, status]).toEqual([address, may(permission) ? 200 : 403])
      if (!may(permission)) expect(body).toContain('You cannot see or do this</h1>')
    }
  }, 60_000)

  it('is shown no way to a page that would be refused', async () => {
    const { page } = await desk.as(person)
    const links = [
      ...(await linksOn(page, '/')),
      ...(may('read-trail') ? await linksOn(page, record()) : []),
      ...(may('see-requests') ? await linksOn(page, '/requests') : []),
      ...(may('see-figures') ? await linksOn(page, '/performance') : []),
      ...(may('see-figures') ? await linksOn(page, '/performance/kpis/contacts?by=team') : []),
    ]
    for (const address of new Set(links))
      expect([address, (await opened(page, address)).status]).toEqual([address, 200])
    expect(desk.trouble).toEqual([])
    await page.context().close()
  }, 60_000)
})

/** As the browser would ask for the page, but without showing it. */
async function opened({ request }: Page, address: string): Promise<{ readonly status: number; readonly body: string }> {
  const answer = await request.get(address, { headers: { accept: 'text/html' } })
  return { status: answer.status(), body: await answer.text() }
}

async function linksOn(page: Page, address: string): Promise<readonly string[]> {
  const { body } = await opened(page, address)
  return [...body.matchAll(/<a [^>]*href="(\/[^"]*)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'))
}
