import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { audience, newKey, now, startIssuer, token } from '../../testing/issuer.js'
import { recentTokens } from './recent.js'
import { verifier } from './token.js'

const jo = { id: 'jo.reed', role: 'social-worker', team: '' } as const

describe('a token verified before', () => {
  it('is known for a minute', () => {
    const recent = recentTokens()
    recent.keep('a.b.c', jo, 5_000, 1_000)
    expect(recent.find('a.b.c', 1_059)).toBe(jo)
    expect(recent.find('a.b.c', 1_060)).toBeUndefined()
    expect(recent.find('a.b.d', 1_000)).toBeUndefined()
  })

  it('is not known past its own end', () => {
    const recent = recentTokens()
    recent.keep('a.b.c', jo, 1_010, 1_000)
    expect(recent.find('a.b.c', 1_009.9)).toBe(jo)
    expect(recent.find('a.b.c', 1_010)).toBeUndefined()
  })

  it('makes room for others when there are more than a thousand', () => {
    const recent = recentTokens()
    for (let i = 0; i <= 1_000; i += 1) recent.keep(`token-${i}`, jo, 5_000, 1_000)
    expect(recent.find('token-0', 1_000)).toBeUndefined()
    expect(recent.find('token-1', 1_000)).toBe(jo)
    expect(recent.find('token-1000', 1_000)).toBe(jo)
  })
})

describe('somebody who goes on working', () => {
  let key: Awaited<ReturnType<typeof newKey>>
  let theirs: Awaited<ReturnType<typeof startIssuer>>
  beforeAll(async () => {
    key = await newKey('only')
    theirs = await startIssuer(key)
  })
  afterAll(() => theirs.stop())

  it('is let in by the signature once a minute, and no longer when the token has ended', async () => {
    let seconds = now
    const verify = verifier({ issuer: theirs.issuer, audience, now: () => seconds * 1000, clockTolerance: 0 })
    const mine = await token(theirs.issuer, key, { exp: now + 90 })
    const signedIn = await verify(mine)
    seconds = now + 59
    expect(await verify(mine)).toBe(signedIn)
    seconds = now + 61
    expect(await verify(mine)).not.toBe(signedIn)
    seconds = now + 90
    await expect(verify(mine)).rejects.toMatchObject({ reason: 'expired' })
  })

  it('cannot be made somebody else by whoever was handed the answer', async () => {
    const verify = verifier({ issuer: theirs.issuer, audience, now: () => now * 1000 })
    expect(Object.isFrozen(await verify(await token(theirs.issuer, key)))).toBe(true)
  })
})
