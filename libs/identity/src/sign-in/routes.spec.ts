import { rmSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { type Answer, browser } from '../../testing/browser.js'
import { HOME, type TestFrontDoor, demoIssuer, frontDoor, newFolder } from '../../testing/front-door.js'
import { demoStaff } from '../demo/staff.js'

let demo: Awaited<ReturnType<typeof demoIssuer>>
let folder: string
let door: TestFrontDoor
let clock: number
const open = () => frontDoor({ folder, issuer: demo.issuer, now: () => clock })

beforeAll(async () => {
  demo = await demoIssuer()
})
beforeEach(async () => {
  clock = Date.now()
  folder = newFolder()
  door = await open()
})
afterEach(async () => {
  await door.close()
  rmSync(folder, { recursive: true })
})
afterAll(() => demo.close())

const here = () => browser(() => door)
const cookieOf = (jar: Map<string, string>) => jar.get('front-door-3000')
const json = (answer: Answer) => JSON.parse(answer.text) as Record<string, unknown>

describe('signing in', () => {
  it('leads past the sign-in service and back to the page that was asked for, as the person chosen there', async () => {
    const page = await here().signInAs('jo.reed', '/me?tab=trail')
    expect(page).toMatchObject({ url: `${HOME}/me?tab=trail`, status: 200 })
    expect(json(page)).toEqual({ id: 'jo.reed', role: 'screening-social-worker', team: 'Front Door', name: 'Jo Reed' })
  })

  it('works for everybody on the invented staff', async () => {
    for (const { id, role, team, name } of demoStaff)
      expect(json(await here().signInAs(id))).toEqual({ id, role, team, name })
  })

  it('asks nothing of those who are signed in already', async () => {
    const desk = here()
    await desk.signInAs('jo.reed')
    expect(await desk.ask('/sign-in?returnTo=/form')).toMatchObject({ status: 302 })
    expect((await desk.visit('/sign-in?returnTo=/form')).url).toBe(`${HOME}/form`)
  })

  it('uses the code flow with PKCE, a state and a nonce', async () => {
    const { headers } = await here().ask('/sign-in')
    const asked = new URL(headers.get('location') ?? '').searchParams
    expect(Object.fromEntries(asked)).toMatchObject({
      response_type: 'code',
      client_id: 'front-door-desk',
      redirect_uri: `${HOME}/sign-in/callback`,
      code_challenge_method: 'S256',
    })
    for (const secret of ['state', 'nonce', 'code_challenge']) expect(asked.get(secret)).toMatch(/^[\w-]{43}$/)
  })

  it('gives the session a new id, so that one planted in the browser before is worth nothing', async () => {
    const desk = here()
    const page = await desk.visit('/sign-in?returnTo=/me')
    const planted = cookieOf(desk.jar)
    await desk.choose(page, 'jo.reed')
    expect(planted).toBeDefined()
    expect(cookieOf(desk.jar)).not.toBe(planted)
    const thief = here()
    thief.jar.set('front-door-3000', planted ?? '')
    expect(json(await thief.ask('/me'))).toEqual({})
  })

  it('sends whoever came by another name of this machine to the one the cookie is for', async () => {
    const { headers, statusCode } = await door.fastify.inject({
      url: '/sign-in?returnTo=/me',
      headers: { host: 'localhost:3000' },
    })
    expect([statusCode, headers.location]).toEqual([302, `${HOME}/sign-in?returnTo=/me`])
  })

  it('can be under way in several tabs at once', async () => {
    const desk = here()
    const [first, second] = [await desk.ask('/sign-in?returnTo=/form'), await desk.ask('/sign-in?returnTo=/me')]
    const page = await desk.visit(first.headers.get('location') ?? '')
    expect((await desk.choose(page, 'jo.reed')).url).toBe(`${HOME}/form`)
    expect(await desk.visit(second.headers.get('location') ?? '')).toMatchObject({ url: `${HOME}/`, status: 404 })
    expect(json(await desk.ask('/me'))).toMatchObject({ id: 'jo.reed' })
  })
})

describe('a sign-in that comes to nothing', () => {
  const callback = (answer: string) => `/sign-in/callback?${answer}`

  async function begun(desk = here()) {
    const { headers } = await desk.ask('/sign-in')
    return { desk, state: new URL(headers.get('location') ?? '').searchParams.get('state') ?? '' }
  }

  it('because it was begun in no browser, or in another', async () => {
    const { state } = await begun()
    const page = await here().ask(callback(`code=x&state=${state}&iss=${demo.issuer}`))
    expect(page).toMatchObject({
      status: 400,
      text: expect.stringContaining('SignInFailed: This sign-in took too long'),
    })
    expect(page.headers.get('set-cookie')).toBeNull()
  })

  it('because its state is not the one given out', async () => {
    const { desk } = await begun()
    const page = await desk.ask(callback(`code=x&state=guess&iss=${demo.issuer}`))
    expect(page).toMatchObject({ status: 400, text: expect.stringContaining('does not belong to this browser') })
  })

  it('because it took longer than ten minutes', async () => {
    const { desk, state } = await begun()
    clock += 10 * 60_000 + 1
    expect(await desk.ask(callback(`code=x&state=${state}&iss=${demo.issuer}`))).toMatchObject({
      status: 400,
      text: expect.stringContaining('took too long'),
    })
  })

  it('because the sign-in service refuses', async () => {
    const { desk, state } = await begun()
    const page = await desk.ask(callback(`error=access_denied&state=${state}&iss=${demo.issuer}`))
    expect(page).toMatchObject({ status: 403, text: expect.stringContaining('did not let you in') })
  })

  it('because the code is made up', async () => {
    const { desk, state } = await begun()
    const page = await desk.ask(callback(`code=x&state=${state}&iss=${demo.issuer}`))
    expect(page).toMatchObject({ status: 400, text: expect.stringContaining('could not be checked') })
  })

  it('because a code counts once: the same address again signs nobody in', async () => {
    const desk = here()
    const page = await desk.visit('/sign-in?returnTo=/me')
    const resume = await desk.ask(page.url, { person: 'jo.reed' })
    const back = await desk.ask(resume.headers.get('location') ?? '')
    const address = back.headers.get('location') ?? ''
    const thief = here()
    for (const [name, value] of desk.jar) thief.jar.set(name, value)
    await desk.ask(address)
    expect(await thief.ask(address)).toMatchObject({ status: 400 })
    expect(json(await thief.ask('/me'))).toEqual({})
  })

  it('because the sign-in service is down: 503, and the next attempt asks it again', async () => {
    await demo.stop()
    const page = await here().ask('/sign-in')
    await demo.start()
    expect(page).toMatchObject({ status: 503, text: expect.stringContaining('cannot be reached') })
    expect(json(await here().signInAs('jo.reed'))).toMatchObject({ id: 'jo.reed' })
  })

  it('because the sign-in service went down in between', async () => {
    const { desk, state } = await begun()
    await demo.stop()
    const page = await desk.ask(callback(`code=x&state=${state}&iss=${demo.issuer}`))
    await demo.start()
    expect(page).toMatchObject({ status: 503, text: expect.stringContaining('cannot be reached') })
  })
})

describe('signing out', () => {
  it('ends the session here and at the sign-in service, and comes back', async () => {
    const desk = here()
    await desk.signInAs('jo.reed')
    const mine = new Map(desk.jar)
    const page = await desk.visit('/sign-out', { _csrf: (await desk.ask('/form')).text })
    expect(page).toMatchObject({ url: `${HOME}/signed-out`, status: 200, text: 'Signed out everywhere.' })
    expect(cookieOf(desk.jar)).toBeUndefined()
    expect([...desk.jar.keys()]).not.toContain(`demo-issuer-${new URL(demo.issuer).port}`)

    const thief = here()
    for (const [name, value] of mine) thief.jar.set(name, value)
    expect(json(await thief.ask('/me'))).toEqual({})
    expect((await thief.visit('/sign-in')).text).toContain('Choose who to be')
  })

  it('is not done for another site: the form must carry its token', async () => {
    const desk = here()
    await desk.signInAs('jo.reed')
    expect(await desk.ask('/sign-out', {})).toMatchObject({ status: 403 })
    expect(json(await desk.ask('/me'))).toMatchObject({ id: 'jo.reed' })
    const { headers } = await door.fastify.inject({ method: 'POST', url: '/sign-out' })
    expect(headers['set-cookie']).toBeUndefined()
  })

  it('ends the session here also while the sign-in service is down, and says so', async () => {
    const desk = here()
    await desk.signInAs('jo.reed')
    const token = (await desk.ask('/form')).text
    await door.close()
    await demo.stop()
    door = await open()
    const page = await desk.visit('/sign-out', { _csrf: token })
    await demo.start()
    expect(page.text).toBe('Signed out here.')
    expect(json(await desk.ask('/me'))).toEqual({})
  })

  it('comes back also where the sign-in service has forgotten its session', async () => {
    const desk = here()
    await desk.signInAs('jo.reed')
    await demo.stop()
    await demo.start()
    const page = await desk.visit('/sign-out', { _csrf: (await desk.ask('/form')).text })
    expect(page).toMatchObject({ url: `${HOME}/signed-out`, text: 'Signed out everywhere.' })
  })
})

describe('how long is left', () => {
  it('is kept by no cache, and neither is any other answer about signing in', async () => {
    for (const path of ['/sign-in', '/sign-in/callback', '/signed-out', '/session'])
      expect((await here().ask(path)).headers.get('cache-control')).toBe('no-store')
  })

  it('is told without being made longer, and made longer on request', async () => {
    const desk = here()
    await desk.signInAs('jo.reed')
    clock += 50 * 60_000
    const told = json(await desk.ask('/session'))
    expect(told).toEqual({ secondsLeft: 600, csrfToken: expect.any(String) })
    expect(json(await desk.ask('/session'))).toMatchObject({ secondsLeft: 600 })
    const kept = await desk.ask('/session', { _csrf: String(told['csrfToken']) })
    expect(json(kept)).toMatchObject({ secondsLeft: 3_600 })
  })

  it('is nothing for those who are not signed in', async () => {
    expect(await here().ask('/session')).toMatchObject({ status: 401, text: '{"secondsLeft":0}' })
    expect(await here().ask('/session', {})).toMatchObject({ status: 401 })
  })
})
