import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { audience, newKey, now, startIssuer, token } from '../../testing/issuer.js'
import { type VerifierSettings, verifier } from './token.js'

let first: Awaited<ReturnType<typeof newKey>>
let second: Awaited<ReturnType<typeof newKey>>
let theirs: Awaited<ReturnType<typeof startIssuer>>

beforeAll(async () => {
  first = await newKey('first')
  second = await newKey('second')
})
beforeEach(async () => {
  theirs = await startIssuer(first)
})
afterEach(() => theirs.stop())

function ours(settings: Partial<VerifierSettings> = {}) {
  return verifier({ issuer: theirs.issuer, audience, now: () => now * 1000, askAgainAfter: 0, ...settings })
}

const unreachable = expect.objectContaining({
  name: 'IssuerUnreachable',
  message: expect.stringContaining('Try again in a minute.'),
})

describe('the keys of the issuer', () => {
  it('are found by discovery, once for all who ask', async () => {
    const verify = ours({ askAgainAfter: 30 })
    const people = await Promise.all(
      ['a', 'b', 'c'].map(async (sub) => verify(await token(theirs.issuer, first, { sub }))),
    )
    expect(people.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
    expect(theirs.asked).toEqual({ discovery: 1, keys: 1 })
  })

  it('are taken from the place the settings give', async () => {
    const verify = ours({ jwksUri: `${theirs.issuer}/keys` })
    await expect(verify(await token(theirs.issuer, first))).resolves.toMatchObject({ id: 'jo.reed' })
    expect(theirs.asked).toEqual({ discovery: 0, keys: 1 })
  })

  it('are fetched again when a token is signed with one that is new', async () => {
    const verify = ours()
    await verify(await token(theirs.issuer, first))
    theirs.publish(first, second)
    await expect(verify(await token(theirs.issuer, second))).resolves.toMatchObject({ id: 'jo.reed' })
    expect(theirs.asked.keys).toBe(2)
  })

  it('are not fetched again for every forged token', async () => {
    const verify = ours({ askAgainAfter: 30 })
    for (const sub of ['a', 'b', 'c'])
      await expect(verify(await token(theirs.issuer, second, { sub }))).rejects.toMatchObject({ reason: 'key' })
    expect(theirs.asked.keys).toBe(1)
  })

  it('refuse a token that names none of several', async () => {
    theirs.publish(first, second)
    const nameless = await token(theirs.issuer, first, {}, { kid: undefined })
    await expect(ours()(nameless)).rejects.toMatchObject({ reason: 'key' })
  })
})

describe('an issuer that cannot be reached', () => {
  it('is no reason to turn anybody away as unknown: try again', async () => {
    await theirs.stop()
    await expect(ours()(await token(theirs.issuer, first))).rejects.toEqual(unreachable)
  })

  it('is given up on after the timeout', async () => {
    theirs.answers.isSilent = true
    await expect(ours({ timeout: 0.1 })(await token(theirs.issuer, first))).rejects.toEqual(unreachable)
    const jwksUri = `${theirs.issuer}/keys`
    await expect(ours({ timeout: 0.1, jwksUri })(await token(theirs.issuer, first))).rejects.toEqual(unreachable)
  })

  it('is asked again by the next request', async () => {
    const verify = ours()
    theirs.answers.isBroken = true
    await expect(verify(await token(theirs.issuer, first))).rejects.toEqual(unreachable)
    theirs.answers.isBroken = false
    await expect(verify(await token(theirs.issuer, first))).resolves.toMatchObject({ id: 'jo.reed' })
  })

  it('is one that calls itself by another name', async () => {
    theirs.answers.issuer = 'https://sign-in.example'
    await expect(ours()(await token(theirs.issuer, first))).rejects.toEqual(unreachable)
  })

  it('does not stop those who signed in within the minute', async () => {
    const verify = ours()
    const mine = await token(theirs.issuer, first)
    await verify(mine)
    await theirs.stop()
    await expect(verify(mine)).resolves.toMatchObject({ id: 'jo.reed' })
  })
})

describe('the address of the issuer', () => {
  it.each(['http://sign-in.example', 'ftp://127.0.0.1', 'sign-in', ''])('may not be %p', (issuer) => {
    expect(() => ours({ issuer })).toThrow('must start with https://')
  })

  it.each(['https://sign-in.example/tenant/v2.0', 'http://localhost:3001', 'http://[::1]:3001'])(
    'may be %s',
    (issuer) => {
      expect(() => ours({ issuer })).not.toThrow()
    },
  )
})
