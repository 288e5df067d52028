import { rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type Answer, browser } from '../../testing/browser.js'
import { type TestFrontDoor, demoIssuer, frontDoor, newFolder } from '../../testing/front-door.js'
import { newKey, startIssuer } from '../../testing/issuer.js'
import { isDemoIssuer } from './recognise.js'
import { demoStaff } from './staff.js'

let demo: Awaited<ReturnType<typeof demoIssuer>>
let door: TestFrontDoor
const folder = newFolder()

beforeAll(async () => {
  demo = await demoIssuer()
  door = await frontDoor({ folder, issuer: demo.issuer })
})
afterAll(async () => {
  await door.close()
  await demo.close()
  rmSync(folder, { recursive: true })
})

const choosing = async (desk = browser(() => door)) => ({ desk, page: await desk.visit('/sign-in?returnTo=/me') })
const policyOf = ({ headers }: Answer) => headers.get('content-security-policy') ?? ''

describe('the demo’s page “Choose who to be”', () => {
  it('says DEMO, and shows everybody on the invented staff once, with their team', async () => {
    const { page } = await choosing()
    expect(page).toMatchObject({ status: 200, text: expect.stringContaining('<h1>Choose who to be</h1>') })
    expect(page.text).toMatch(/class="banner"[^>]*>DEMO\. Everybody here is invented, and no password is asked for/)
    const offered = [...page.text.matchAll(/name="person" value="([^"]+)"/g)].map(([, id]) => id)
    expect(offered.sort()).toEqual(demoStaff.map(({ id }) => id).sort())
    for (const { name, team } of demoStaff) expect(page.text).toContain(`${name} <span class="team">${team}</span>`)
  })

  it('runs no script, is framed by nobody, and lets its form lead back to Front Door and nowhere else', async () => {
    const { page } = await choosing()
    expect(page.text).not.toContain('<script')
    expect(policyOf(page)).toMatch(
      /^default-src 'none'; img-src data:; style-src 'nonce-[^']+'; form-action 'self' http:\/\/127\.0\.0\.1:3000;/,
    )
    expect(policyOf(page)).toContain("frame-ancestors 'none'")
  })

  it('lets nobody in who is not on it', async () => {
    for (const person of ['nobody', '', 'x'.repeat(2_000)]) {
      const { desk, page } = await choosing()
      expect(await desk.ask(page.url, { person })).toMatchObject({
        status: 400,
        text: expect.stringContaining('There is nobody of that name'),
      })
    }
  })

  it('belongs to the browser that asked for it', async () => {
    const { page } = await choosing()
    expect(await browser(() => door).ask(page.url)).toMatchObject({
      status: 400,
      text: expect.stringContaining('Go back to Front Door and sign in again.'),
    })
  })

  it('is not shown again to those who chose, until they sign out', async () => {
    const { desk, page } = await choosing()
    await desk.choose(page, 'jo.reed')
    desk.jar.delete('front-door-3000')
    expect((await desk.visit('/sign-in?returnTo=/me')).text).toContain('jo.reed')
  })

  it('keeps cookies whose names are none of Front Door’s', async () => {
    const { desk, page } = await choosing()
    await desk.choose(page, 'jo.reed')
    const { port } = new URL(demo.issuer)
    const theirs = [...desk.jar.keys()].filter((name) => name !== 'front-door-3000')
    expect(theirs).toContain(`demo-issuer-${port}`)
    for (const name of theirs) expect(name).toMatch(new RegExp(`^demo-issuer-${port}(-interaction)?$`))
  })
})

describe('the demo’s sign-in service', () => {
  it('is known for one by those who ask, so that production can refuse it', async () => {
    expect(await isDemoIssuer(demo.issuer)).toBe(true)
    await demo.stop()
    expect(await isDemoIssuer(demo.issuer)).toBe(false)
    await demo.start()
    const council = await startIssuer(await newKey('first'))
    expect(await isDemoIssuer(council.issuer)).toBe(false)
    await council.stop()
  })

  const authorize = (changes: Record<string, string>) => {
    const asked = {
      client_id: 'front-door-desk',
      response_type: 'code',
      scope: 'openid',
      redirect_uri: 'http://127.0.0.1:3000/sign-in/callback',
      code_challenge: 'a'.repeat(43),
      code_challenge_method: 'S256',
      ...changes,
    }
    return browser(() => door).ask(`${demo.issuer}/auth?${new URLSearchParams(asked).toString()}`)
  }

  it('sends nobody to an address that is not a Front Door’s on this machine', async () => {
    expect(await authorize({})).toMatchObject({ status: 303 })
    expect(await authorize({ redirect_uri: 'http://127.0.0.1:8080/sign-in/callback' })).toMatchObject({ status: 303 })
    for (const redirect_uri of ['https://evil.example/sign-in/callback', 'http://127.0.0.1:3000/elsewhere'])
      expect(await authorize({ redirect_uri })).toMatchObject({ status: 400 })
  })

  it('gives no code without PKCE', async () => {
    const { headers } = await authorize({ code_challenge: '', code_challenge_method: '' })
    expect(new URL(headers.get('location') ?? '').searchParams.get('error')).toBe('invalid_request')
  })

  it('asks before it signs anybody out for a page that shows no token of theirs', async () => {
    const { desk, page } = await choosing()
    await desk.choose(page, 'jo.reed')
    const end = await desk.ask(`${demo.issuer}/session/end?client_id=front-door-desk`)
    expect(end.text).toContain('Sign out of the demonstration?')
    const [, xsrf = ''] = /name="xsrf" value="([^"]+)"/.exec(end.text) ?? []
    const done = await desk.visit(`${demo.issuer}/session/end/confirm`, { xsrf, logout: 'yes' })
    expect(done.text).toContain('You are signed out')
    desk.jar.delete('front-door-3000')
    expect((await desk.visit('/sign-in')).text).toContain('Choose who to be')
  })
})
