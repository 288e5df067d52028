import { mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import { roles } from '@front-door/policy'
import { decodeJwt, decodeProtectedHeader } from 'jose'
import { verifier } from '../token/token.js'
import { type LocalIssuer, startLocalIssuer } from './local-issuer.js'
import { demoSecret, demoStaff } from './staff.js'

const audience = 'front-door'
const spoken: unknown[][] = []
let folder: string
let demo: LocalIssuer

beforeAll(async () => {
  for (const way of ['log', 'info', 'warn', 'error'] as const)
    jest.spyOn(console, way).mockImplementation((...said) => void spoken.push(said))
  folder = await mkdtemp(join(tmpdir(), 'demo-issuer-'))
  demo = await startLocalIssuer({ port: 0, audience, folder })
})
afterAll(async () => {
  await demo.close()
  await rm(folder, { recursive: true })
})

async function ask(id: string, secret = demoSecret, more: Record<string, string> = {}) {
  const answer = await fetch(`${demo.issuer}/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${id}:${secret}`)}` },
    body: new URLSearchParams({ grant_type: 'client_credentials', ...more }),
  })
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
}

describe('the demo staff', () => {
  it('have somebody in every role, and no two with one id', () => {
    expect(new Set(demoStaff.map(({ role }) => role))).toEqual(new Set(roles))
    expect(new Set(demoStaff.map(({ id }) => id)).size).toBe(demoStaff.length)
  })

  it('each sign in with what the sign-in service gives them', async () => {
    const verify = verifier({ issuer: demo.issuer, audience })
    for (const { id, role, team, name } of demoStaff) {
      expect(await verify(await demo.tokenFor(id))).toEqual({ id, role, team, name })
    }
  })
})

describe('the demo sign-in service', () => {
  it('gives an access token for eight hours to whoever asks with curl and no more than the grant type', async () => {
    const { status, body } = await ask('jo.reed')
    expect(status).toBe(200)
    expect(body).toMatchObject({ token_type: 'Bearer', expires_in: 28_800, scope: 'front-door' })
    const token = String(body['access_token'])
    expect(decodeProtectedHeader(token)).toMatchObject({ alg: 'RS256', typ: 'at+jwt' })
    const claims = decodeJwt(token)
    expect(claims).toMatchObject({ iss: demo.issuer, aud: audience, sub: 'jo.reed', name: 'Jo Reed' })
    expect(Number(claims.exp) - Number(claims.iat)).toBe(28_800)
  })

  it('gives the same to whoever names a resource or a scope, and no scope beyond it', async () => {
    const named = await ask('jo.reed', demoSecret, { resource: 'https://front-door.example' })
    expect(named.body['scope']).toBe('front-door')
    expect(decodeJwt(String(named.body['access_token'])).aud).toBe(audience)
    expect((await ask('jo.reed', demoSecret, { scope: 'front-door everything' })).body['scope']).toBe('front-door')
  })

  it('gives nothing for a wrong secret, an unknown person or another way of asking', async () => {
    expect(await ask('jo.reed', 'guess')).toMatchObject({ status: 401, body: { error: 'invalid_client' } })
    expect(await ask('nobody')).toMatchObject({ status: 401, body: { error: 'invalid_client' } })
    expect(await ask('jo.reed', demoSecret, { grant_type: 'password' })).toMatchObject({ status: 400 })
    await expect(demo.tokenFor('nobody')).rejects.toThrow('There is nobody called nobody among the demo staff.')
  })

  it('says that it is one', async () => {
    const discovery = await fetch(`${demo.issuer}/.well-known/openid-configuration`)
    expect(await discovery.json()).toMatchObject({ demo_issuer: true, issuer: demo.issuer })
    expect(demo.isDemo).toBe(true)
  })

  it('publishes its public key and keeps the private one to its owner', async () => {
    const { keys } = (await (await fetch(`${demo.issuer}/jwks`)).json()) as { keys: object[] }
    expect(keys).toHaveLength(1)
    expect(keys[0]).not.toHaveProperty('d')
    const [file = ''] = await readdir(folder)
    expect((await stat(join(folder, file))).mode & 0o777).toBe(0o600)
  })

  it('gives tokens that still count after it was started again', async () => {
    const token = await demo.tokenFor('jo.reed')
    const port = Number(new URL(demo.issuer).port)
    await demo.close()
    demo = await startLocalIssuer({ port, audience, folder })
    await expect(verifier({ issuer: demo.issuer, audience })(token)).resolves.toMatchObject({ id: 'jo.reed' })
  })

  it('shows an error to a browser as plain text', async () => {
    const page = await fetch(`${demo.issuer}/auth?client_id=<b>`, { headers: { accept: 'text/html' } })
    expect(page.status).toBe(400)
    expect(page.headers.get('content-type')).toContain('text/plain')
  })

  it('says nothing on the console', () => {
    expect(spoken).toEqual([])
  })
})

describe('the demo sign-in service does not start', () => {
  it('on a port that is taken', async () => {
    const port = Number(new URL(demo.issuer).port)
    await expect(startLocalIssuer({ port, audience, folder })).rejects.toThrow(
      `Port ${port} is taken. Stop the program that uses it, or give the demo sign-in service another port.`,
    )
  })

  it('where other machines could reach it', async () => {
    await expect(startLocalIssuer({ port: 0, host: '0.0.0.0', audience, folder })).rejects.toThrow(
      'it may only listen on this machine',
    )
  })

  it('with a signing key that is spoilt', async () => {
    const spoilt = await mkdtemp(join(tmpdir(), 'demo-issuer-'))
    const [file = ''] = await readdir(folder)
    for (const text of ['', '{}', (await readFile(join(folder, file), 'utf8')).slice(0, 500)]) {
      await writeFile(join(spoilt, file), text)
      await expect(startLocalIssuer({ port: 0, audience, folder: spoilt })).rejects.toThrow('holds no signing key')
    }
    await rm(spoilt, { recursive: true })
  })

  it('with a signing key that cannot sign, and leaves the port free', async () => {
    const spoilt = await mkdtemp(join(tmpdir(), 'demo-issuer-'))
    const [file = ''] = await readdir(folder)
    const key = JSON.parse(await readFile(join(folder, file), 'utf8')) as Record<string, string>
    await writeFile(join(spoilt, file), JSON.stringify({ ...key, n: '' }))
    const port = await freePort()
    await expect(startLocalIssuer({ port, audience, folder: spoilt })).rejects.toThrow('cannot be used')
    await (await startLocalIssuer({ port, audience, folder })).close()
    await rm(spoilt, { recursive: true })
  })

  it('where its key cannot be kept', async () => {
    const [file = ''] = await readdir(folder)
    await expect(startLocalIssuer({ port: 0, audience, folder: join(folder, file) })).rejects.toThrow(
      'Its signing key cannot be kept in',
    )
  })
})

async function freePort(): Promise<number> {
  const other = await startLocalIssuer({ port: 0, audience, folder })
  await other.close()
  return Number(new URL(other.issuer).port)
}
