import { chmod, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type JWK, calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose'
import { ensureFolder } from '@front-door/event-log'
import { codeOf } from '../files/error-code.js'
import { CannotStartIssuer } from './refusal.js'

/**
 * The private key the demo issuer signs with: the one kept in `folder`, or a new one kept there from now on, so that a
 * token still counts after a restart. Only the owner of the file may read it.
 */
export async function signingKeyIn(folder: string): Promise<JWK> {
  const file = join(folder, 'demo-issuer-key.json')
  try {
    ensureFolder(folder)
    return (await keptIn(file)) ?? (await keepNew(file))
  } catch (error) {
    if (error instanceof CannotStartIssuer) throw error
    throw new CannotStartIssuer(`Its signing key cannot be kept in ${folder}.`, error)
  }
}

async function keptIn(file: string): Promise<JWK | undefined> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  })
  if (text === undefined) return undefined
  await chmod(file, 0o600)
  const key = parsed(text)
  if (isSigningKey(key)) return key
  throw new CannotStartIssuer(
    `${file} holds no signing key. Delete it: a new one is made, and the tokens given out so far no longer count.`,
  )
}

/** `wx`: of two programs that start at once, the second stops rather than sign with a key nobody will find again. */
async function keepNew(file: string): Promise<JWK> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true })
  const jwk = await exportJWK(privateKey)
  const key = { ...jwk, kid: await calculateJwkThumbprint(jwk), use: 'sig', alg: 'RS256' }
  await writeFile(file, JSON.stringify(key), { flag: 'wx', mode: 0o600 })
  return key
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isSigningKey(key: unknown): key is JWK {
  if (typeof key !== 'object' || key === null) return false
  const { kty, kid, d, alg }: JWK = key
  return kty === 'RSA' && alg === 'RS256' && typeof kid === 'string' && typeof d === 'string'
}
