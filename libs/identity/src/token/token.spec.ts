import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { type JWTPayload, exportSPKI } from 'jose'
import { audience, newKey, now, startIssuer, token } from '../../testing/issuer.js'
import { NotSignedIn } from './refusal.js'
import { type VerifierSettings, bearerIn, verifier } from './token.js'

let key: Awaited<ReturnType<typeof newKey>>
let theirs: Awaited<ReturnType<typeof startIssuer>>

beforeAll(async () => {
  key = await newKey('first')
  theirs = await startIssuer(key)
})
afterAll(() => theirs.stop())

function ours(settings: Partial<VerifierSettings> = {}) {
  return verifier({ issuer: theirs.issuer, audience, now: () => now * 1000, ...settings })
}

async function signIn(claims: JWTPayload = {}, settings: Partial<VerifierSettings> = {}) {
  return ours(settings)(await token(theirs.issuer, key, claims))
}

const refused = (reason: string) => expect.objectContaining({ name: 'NotSignedIn', reason })

describe('a good token', () => {
  it('says who is asking: their id, role, team and name', async () => {
    await expect(signIn({ team: 'Assessment North', name: 'Jo Reed' })).resolves.toEqual({
      id: 'jo.reed',
      role: 'social-worker',
      team: 'Assessment North',
      name: 'Jo Reed',
    })
  })

  it('may be signed with ES256', async () => {
    const curve = await newKey('curve', 'ES256')
    const other = await startIssuer(curve)
    const verify = ours({ issuer: other.issuer })
    await expect(verify(await token(other.issuer, curve))).resolves.toMatchObject({ id: 'jo.reed' })
    await other.stop()
  })

  it('may leave the team out', async () => {
    await expect(signIn()).resolves.toEqual({ id: 'jo.reed', role: 'social-worker', team: '' })
  })

  it('may name one of our roles in a list, as the app roles of Entra ID do, with the id and team in other claims', async () => {
    const claims = { oid: '3f2a-77', roles: ['Payroll.Read', 'team-manager'], department: 'Front Door' }
    const names = { id: 'oid', role: 'roles', team: 'department' }
    await expect(signIn(claims, { claims: names })).resolves.toEqual({
      id: '3f2a-77',
      role: 'team-manager',
      team: 'Front Door',
    })
  })

  it('may be of the plain type JWT only where the settings say so', async () => {
    for (const typ of ['JWT', undefined]) {
      const plain = await token(theirs.issuer, key, {}, { typ })
      await expect(ours()(plain)).rejects.toEqual(refused('kind'))
    }
    const plain = await token(theirs.issuer, key, {}, { typ: 'JWT' })
    await expect(ours({ acceptPlainJwt: true })(plain)).resolves.toMatchObject({ id: 'jo.reed' })
    await expect(signIn({}, { acceptPlainJwt: true })).resolves.toMatchObject({ id: 'jo.reed' })
  })

  it('may come from a clock that differs by the tolerance, and by no more', async () => {
    await expect(signIn({ exp: now - 4 })).resolves.toMatchObject({ id: 'jo.reed' })
    await expect(signIn({ nbf: now + 30 }, { clockTolerance: 30 })).resolves.toMatchObject({ id: 'jo.reed' })
    await expect(signIn({ exp: now - 31 }, { clockTolerance: 30 })).rejects.toEqual(refused('expired'))
  })
})

describe('a token is refused', () => {
  it.each<[string, JWTPayload]>([
    ['issuer', { iss: 'https://sign-in.example' }],
    ['issuer', { iss: undefined }],
    ['audience', { aud: 'payroll' }],
    ['audience', { aud: undefined }],
    ['expired', { exp: now - 60 }],
    ['malformed', { exp: undefined }],
    ['early', { nbf: now + 60 }],
    ['role', { role: undefined }],
    ['role', { role: 'king' }],
    ['role', { role: [] }],
    ['role', { role: { 'team-manager': true } }],
    ['roles', { role: ['team-manager', 'social-worker'] }],
    ['id', { sub: undefined }],
    ['id', { sub: '' }],
    ['id', { sub: '.jo' }],
    ['id', { sub: 'jo reed' }],
    ['id', { sub: 'jo.reed\n' }],
    ['id', { sub: 'j'.repeat(65) }],
    ['team', { team: 'North\u202eteam' }],
    ['team', { team: ['North'] }],
    ['team', { team: 'x'.repeat(81) }],
  ])('for its %s: %j', async (reason, claims) => {
    await expect(signIn(claims)).rejects.toEqual(refused(reason))
  })

  it('with the roles named where there are several, and the choice of roles where there is none', async () => {
    await expect(signIn({ role: ['team-manager', 'edt'] })).rejects.toThrow('You have edt, team-manager.')
    await expect(signIn({ role: 'king' })).rejects.toThrow('The roles are business-support,')
  })

  it('when it is not signed at all', async () => {
    const [, claims] = (await token(theirs.issuer, key)).split('.')
    for (const signature of ['', 'c2lnbmVk']) {
      await expect(ours()(`${part({ alg: 'none', typ: 'at+jwt' })}.${claims}.${signature}`)).rejects.toEqual(
        refused('algorithm'),
      )
    }
  })

  it('when the public key was used as a shared secret (HS256)', async () => {
    const [, claims] = (await token(theirs.issuer, key)).split('.')
    const signed = `${part({ alg: 'HS256', typ: 'at+jwt', kid: key.kid })}.${claims}`
    const secret = await exportSPKI(key.pair.publicKey)
    const forged = `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`
    await expect(ours()(forged)).rejects.toEqual(refused('algorithm'))
  })

  it('when somebody else signed it under the name of the key', async () => {
    const forger = await newKey(key.kid)
    await expect(ours()(await token(theirs.issuer, forger))).rejects.toEqual(refused('signature'))
  })

  it('when a claim was changed after signing', async () => {
    const [header, , signature] = (await token(theirs.issuer, key)).split('.')
    const [, claims] = (await token(theirs.issuer, key, { role: 'administrator' })).split('.')
    await expect(ours()(`${header}.${claims}.${signature}`)).rejects.toEqual(refused('signature'))
  })

  it('when it is anything but a token, however odd', async () => {
    const verify = ours()
    const odd = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.array(fc.base64String(), { minLength: 1, maxLength: 6 }).map((parts) => parts.join('.')),
      fc.tuple(fc.object(), fc.json()).map(([header, body]) => `${part(header)}.${btoa(encodeURI(body))}.e30`),
    )
    await fc.assert(
      fc.asyncProperty(odd, async (text) => {
        await expect(verify(text)).rejects.toBeInstanceOf(NotSignedIn)
      }),
    )
    await expect(verify(`${await token(theirs.issuer, key)}${'a'.repeat(20_000)}`)).rejects.toEqual(
      refused('malformed'),
    )
  })

  it('without a word of it in the error, which goes to the log', async () => {
    const secret = await token(theirs.issuer, key, { aud: 'payroll', email: 'jo@home.example', role: 'secret-role' })
    const error: unknown = await ours()(secret).catch((caught: unknown) => caught)
    const written = JSON.stringify(error, Object.getOwnPropertyNames(error)) + String(error)
    expect(error).toBeInstanceOf(NotSignedIn)
    for (const word of [...secret.split('.'), 'payroll', 'jo@home.example', 'secret-role'])
      expect(written).not.toContain(word)
    expect(error).not.toHaveProperty('cause')
  })
})

describe('the Authorization header', () => {
  it('holds the token after the word Bearer', () => {
    expect(bearerIn('Bearer a.b.c')).toBe('a.b.c')
    expect(bearerIn('bearer  a.b.c')).toBe('a.b.c')
  })

  it.each([undefined, '', 'a.b.c', 'Bearer', 'Bearer ', 'Basic am86ZGVtbw==', 'Bearer a.b.c, Bearer d.e.f'])(
    'signs nobody in when it is %p',
    (header) => {
      expect(() => bearerIn(header)).toThrow('Sign in first')
    },
  )
})

function part(json: object): string {
  return Buffer.from(JSON.stringify(json)).toString('base64url')
}
