import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { type Answer, browser } from '../../testing/browser.js'
import { type TestFrontDoor, demoIssuer, frontDoor, newFolder } from '../../testing/front-door.js'

const MINUTE = 60_000
let demo: Awaited<ReturnType<typeof demoIssuer>>
let folder: string
let door: TestFrontDoor
let clock: number
const open = (url = 'http://127.0.0.1:3000') =>
  frontDoor({ folder, issuer: demo.issuer, url, now: () => clock, limits: { idle: 3_600, absolute: 14_400 } })

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

const json = (answer: Answer) => JSON.parse(answer.text) as Record<string, unknown>

async function jo() {
  const desk = browser(() => door)
  await desk.signInAs('jo.reed')
  const isSignedIn = async () => json(await desk.ask('/me'))['id'] === 'jo.reed'
  return { ...desk, isSignedIn, token: (await desk.ask('/form')).text }
}

describe('a session', () => {
  it('is not begun for a program: whoever shows a token with each request has no form to protect', async () => {
    const answer = await door.fastify.inject({ url: '/form', headers: { authorization: 'Bearer any' } })
    expect(answer.payload).toBe('')
    expect(answer.headers['set-cookie']).toBeUndefined()
    expect((await door.fastify.inject('/form')).headers['set-cookie']).toBeDefined()
  })

  it('outlives a restart, and so do the forms that were open', async () => {
    const desk = await jo()
    await door.close()
    door = await open()
    expect(await desk.isSignedIn()).toBe(true)
    expect(await desk.ask('/act', { _csrf: desk.token, reason: 'Typed for an hour.' })).toMatchObject({ status: 200 })
    expect(door.acts).toEqual([expect.objectContaining({ reason: 'Typed for an hour.' })])
  })

  it('ends after an hour without a request, and not while there are some', async () => {
    const desk = await jo()
    for (let i = 0; i < 3; i += 1) {
      clock += 59 * MINUTE
      expect(await desk.isSignedIn()).toBe(true)
    }
    clock += 60 * MINUTE
    expect(await desk.isSignedIn()).toBe(false)
  })

  it('ends four hours after sign-in where the council says so, however busy', async () => {
    const desk = await jo()
    for (let i = 0; i < 7; i += 1) {
      clock += 30 * MINUTE
      expect(await desk.isSignedIn()).toBe(true)
    }
    clock += 30 * MINUTE
    expect(await desk.isSignedIn()).toBe(false)
  })

  it('stays ended: activity, a form and a restart do not bring it back', async () => {
    const desk = await jo()
    clock += 61 * MINUTE
    const mine = new Map(desk.jar)
    await desk.ask('/act', { _csrf: desk.token })
    await door.close()
    door = await open()
    for (const [name, value] of mine) desk.jar.set(name, value)
    expect(await desk.isSignedIn()).toBe(false)
  })

  it('does not begin for those who only look', async () => {
    const { headers } = await door.fastify.inject('/me')
    expect(headers['set-cookie']).toBeUndefined()
  })

  it('is not made by a cookie that was tampered with, or signed with another secret', async () => {
    const desk = await jo()
    const real = desk.jar.get('front-door-3000') ?? ''
    desk.jar.set(
      'front-door-3000',
      real.replace(/^./, (first) => (first === 'A' ? 'B' : 'A')),
    )
    expect(await desk.isSignedIn()).toBe(false)
    desk.jar.set('front-door-3000', `${real}x`)
    expect(await desk.isSignedIn()).toBe(false)
    await door.close()
    rmSync(join(folder, 'cookie-secret'))
    door = await open()
    desk.jar.set('front-door-3000', real)
    expect(await desk.isSignedIn()).toBe(false)
  })

  it('is not read out of a stolen file: neither who, nor an id that signs in', async () => {
    const desk = await jo()
    const id = decodeURIComponent(desk.jar.get('front-door-3000') ?? '').split('.')[0] ?? ''
    await door.close()
    const kept = readFileSync(join(folder, 'sessions.db'), 'latin1')
    door = await open()
    expect(id.length).toBeGreaterThanOrEqual(32)
    for (const word of [id, 'jo.reed', 'Jo Reed', 'screening-social-worker', 'eyJ']) expect(kept).not.toContain(word)
    expect(statSync(join(folder, 'sessions.db')).mode & 0o777).toBe(0o600)
    expect(statSync(join(folder, 'cookie-secret')).mode & 0o777).toBe(0o600)
  })

  it('is not begun with a secret that is spoilt', async () => {
    await door.close()
    writeFileSync(join(folder, 'cookie-secret'), 'short')
    await expect(open()).rejects.toThrow('holds no secret. Delete it')
    rmSync(join(folder, 'cookie-secret'))
    door = await open()
  })
})

describe('a request under way while the session changes', () => {
  it('does not bring back a session that was signed out of', async () => {
    const desk = await jo()
    const mine = new Map(desk.jar)
    const late = desk.ask('/slow')
    await desk.ask('/sign-out', { _csrf: desk.token })
    door.release()
    expect(await late).toMatchObject({ status: 200 })
    for (const [name, value] of mine) desk.jar.set(name, value)
    expect(await desk.isSignedIn()).toBe(false)
  })

  it('does not undo what was written meanwhile, where it only reads', async () => {
    const desk = browser(() => door)
    await desk.ask('/sign-in?returnTo=/me')
    const late = desk.ask('/slow-read')
    const { headers } = await desk.ask('/sign-in?returnTo=/form')
    door.release()
    await late
    const page = await desk.visit(headers.get('location') ?? '')
    expect((await desk.choose(page, 'jo.reed')).url).toBe('http://127.0.0.1:3000/form')
  })

  it('does not bring back the session from before sign-in', async () => {
    const desk = browser(() => door)
    const page = await desk.visit('/sign-in?returnTo=/me')
    const before = new Map(desk.jar)
    const late = desk.ask('/slow')
    await desk.choose(page, 'jo.reed')
    door.release()
    await late
    for (const [name, value] of before) desk.jar.set(name, value)
    expect(await desk.ask('/session')).toMatchObject({ status: 401 })
  })
})

describe('the cookie of a session', () => {
  const cookieFrom = async () => {
    const { headers } = await browser(() => door).ask('/sign-in')
    return headers.getSetCookie().join()
  }

  it('is out of reach of scripts and of other sites, and ends with the browser', async () => {
    expect(await cookieFrom()).toMatch(/^front-door-3000=[^;]+; Path=\/; HttpOnly; SameSite=Lax$/)
  })

  it('is for this host and TLS alone where Front Door has an https address', async () => {
    await door.close()
    door = await open('https://front-door.example')
    expect(await cookieFrom()).toMatch(/^__Host-front-door=[^;]+; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
  })

  it('is refused to an address that is neither https nor on this machine', async () => {
    await door.close()
    await expect(open('http://front-door.example')).rejects.toThrow(
      'The address of Front Door must start with https://',
    )
    door = await open()
  })
})

describe('a form', () => {
  const refused = {
    status: 403,
    text: expect.stringContaining('Nothing was recorded: check what you typed, and send it again.'),
  }

  it('is taken with the token of its session', async () => {
    const desk = await jo()
    expect(await desk.ask('/act', { _csrf: desk.token })).toMatchObject({ status: 200 })
  })

  it('is refused without it, with another’s, and with one from before the last sign-in', async () => {
    const desk = await jo()
    const other = await jo()
    expect(await desk.ask('/act', {})).toMatchObject(refused)
    expect(await desk.ask('/act', { _csrf: other.token })).toMatchObject(refused)
    await desk.visit('/sign-out', { _csrf: desk.token })
    await desk.signInAs('jo.reed')
    expect(await desk.ask('/act', { _csrf: desk.token })).toMatchObject(refused)
    expect(door.acts).toEqual([])
  })

  it('may be sent by a script with the token in a header, or with files, whose fields are objects', async () => {
    const desk = await jo()
    const cookie = [...desk.jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const send = (headers: object, payload: object) =>
      door.fastify.inject({ method: 'POST', url: '/act', headers: { cookie, ...headers }, payload })
    expect((await send({ 'x-csrf-token': desk.token }, {})).statusCode).toBe(200)
    expect((await send({}, { _csrf: { value: desk.token } })).statusCode).toBe(200)
    expect((await send({}, { _csrf: [desk.token] })).statusCode).toBe(403)
  })

  it('needs no token from a program that signs in with its own, whose request no other site can make', async () => {
    const desk = await jo()
    const cookie = [...desk.jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { cookie, authorization: 'Bearer x' }
    expect((await door.fastify.inject({ method: 'POST', url: '/act', headers })).statusCode).toBe(200)
  })
})
