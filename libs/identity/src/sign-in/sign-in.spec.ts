import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { JWTPayload } from 'jose'
import { newKey, startIssuer, token } from '../../testing/issuer.js'
import { type SignInSettings, signIn } from './sign-in.js'

let key: Awaited<ReturnType<typeof newKey>>
let theirs: Awaited<ReturnType<typeof startIssuer>>

beforeAll(async () => {
  key = await newKey('first')
  theirs = await startIssuer(key)
})
beforeEach(() => void Object.assign(theirs.answers, { isBroken: false, isSilent: false }))
afterAll(() => theirs.stop())

const ours = (settings: Partial<SignInSettings> = {}) =>
  signIn({ issuer: theirs.issuer, clientId: 'desk', url: 'https://front-door.example', ...settings })

/** Signs in with an identity token that holds these claims, and is good but for them. */
async function finish(claims: JWTPayload = {}, settings: Partial<SignInSettings> = {}, signedWith = key) {
  const { begin, finish } = ours(settings)
  const { attempt } = await begin('/children')
  const now = Math.floor(Date.now() / 1000)
  const good = { aud: 'desk', nonce: attempt.nonce, iat: now, exp: now + 300 }
  theirs.answers.idToken = await token(theirs.issuer, signedWith, { ...good, ...claims }, { typ: 'JWT' })
  return finish(`?code=x&state=${attempt.state}`, attempt)
}

describe('who signed in', () => {
  it('is what the identity token says, by the same claims as an access token', async () => {
    await expect(finish({ team: 'Assessment North', name: 'Jo Reed' })).resolves.toMatchObject({
      signedIn: { id: 'jo.reed', role: 'social-worker', team: 'Assessment North', name: 'Jo Reed' },
      returnTo: '/children',
    })
    const entra = { oid: '3f2a-77', roles: ['Payroll.Read', 'team-manager'] }
    await expect(finish(entra, { claims: { id: 'oid', role: 'roles' } })).resolves.toMatchObject({
      signedIn: { id: '3f2a-77', role: 'team-manager' },
    })
  })

  it.each<[string, JWTPayload]>([
    ['role', { role: undefined }],
    ['role', { role: 'king' }],
    ['roles', { role: ['social-worker', 'team-manager'] }],
    ['id', { sub: 'Jo Reed' }],
    ['team', { team: 'North\nSouth' }],
  ])('is nobody at the front door for want of a fit %s', async (reason, claims) => {
    await expect(finish(claims)).rejects.toMatchObject({ name: 'NotSignedIn', reason })
  })

  it.each<[string, JWTPayload]>([
    ['for another sign-in', { nonce: 'another' }],
    ['for no sign-in', { nonce: undefined }],
    ['for another service', { aud: 'payroll' }],
    ['by another issuer', { iss: 'https://evil.example' }],
    ['too long ago', { exp: Math.floor(Date.now() / 1000) - 60 }],
  ])('is not known from a token made %s', async (_, claims) => {
    await expect(finish(claims)).rejects.toMatchObject({ name: 'SignInFailed', reason: 'answer' })
  })

  it('is not known from a token signed with another key', async () => {
    await expect(finish({}, {}, await newKey('first'))).rejects.toMatchObject({ reason: 'answer' })
  })

  it('is not told in the error: neither the token nor its claims reach a log', async () => {
    const error = await finish({ name: 'Jo Reed', nonce: 'another' }).catch((caught: unknown) => caught)
    expect(error).toMatchObject({ name: 'SignInFailed' })
    expect(error).not.toHaveProperty('cause')
    expect(JSON.stringify(error)).not.toMatch(/eyJ|Jo Reed/)
  })
})

describe('a sign-in service that cannot be reached', () => {
  const unreachable = { name: 'IssuerUnreachable' }

  it('is no reason to call anybody unknown', async () => {
    theirs.answers.isBroken = true
    await expect(ours().begin()).rejects.toMatchObject(unreachable)
    theirs.answers.isBroken = false
    theirs.answers.isSilent = true
    await expect(ours({ timeout: 0.1 }).begin()).rejects.toMatchObject(unreachable)
  })

  it('is asked again by the next who signs in', async () => {
    const { begin } = ours()
    theirs.answers.isBroken = true
    await expect(begin()).rejects.toMatchObject(unreachable)
    theirs.answers.isBroken = false
    await expect(begin()).resolves.toMatchObject({ url: expect.stringContaining(`${theirs.issuer}/authorize?`) })
  })

  it('or broke down in between, is told from one that refuses', async () => {
    const { begin, finish } = ours({ timeout: 0.1 })
    const { attempt } = await begin()
    const query = `?code=x&state=${attempt.state}`
    theirs.answers.isBroken = true
    await expect(finish(query, attempt)).rejects.toMatchObject(unreachable)
    theirs.answers.isBroken = false
    theirs.answers.isSilent = true
    await expect(finish(query, attempt)).rejects.toMatchObject(unreachable)
    const said = `?error=temporarily_unavailable&state=${attempt.state}`
    await expect(finish(said, attempt)).rejects.toMatchObject(unreachable)
    await expect(finish(said.replace(/=\w+/, '=access_denied'), attempt)).rejects.toMatchObject({ reason: 'refused' })
  })

  it('and one that has no place to sign out, is left alone at sign-out', async () => {
    await expect(ours().endUrl('token')).resolves.toBeUndefined()
  })
})

describe('an address', () => {
  it.each<[string, Partial<SignInSettings>]>([
    ['the sign-in service', { issuer: 'http://sign-in.example' }],
    ['Front Door', { url: 'http://front-door.example' }],
  ])('of %s that is neither https nor on this machine is refused at once', (whose, settings) => {
    expect(() => ours(settings)).toThrow(`The address of ${whose} must start with https://`)
  })

  it('of Front Door may be known only once it listens', async () => {
    let port = 0
    const { begin } = ours({ url: () => `http://127.0.0.1:${port}` })
    port = 3000
    const { url } = await begin()
    expect(new URL(url).searchParams.get('redirect_uri')).toBe('http://127.0.0.1:3000/sign-in/callback')
  })
})
