import { randomBytes } from 'node:crypto'
import { chmod, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ensureFolder } from '@front-door/event-log'
import { codeOf } from '../files/error-code.js'

/** The secret the session cookie is signed with cannot be had; the sentence says what to do. */
export class NoCookieSecret extends Error {
  constructor(sentence: string, cause?: unknown) {
    super(`Nobody can sign in through a browser: ${sentence}`, { cause })
    this.name = 'NoCookieSecret'
  }
}

/**
 * The secret that signs the session cookie: the one kept in `folder`, or a new one kept there from now on, so that a
 * restart signs nobody out. Only the owner of the file may read it. Rejects with `NoCookieSecret`.
 */
export async function cookieSecretIn(folder: string): Promise<string> {
  const file = join(folder, 'cookie-secret')
  try {
    ensureFolder(folder)
    return (await keptIn(file)) ?? (await keepNew(file))
  } catch (error) {
    if (error instanceof NoCookieSecret) throw error
    throw new NoCookieSecret(`the secret of its cookie cannot be kept in ${folder}.`, error)
  }
}

async function keptIn(file: string): Promise<string | undefined> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  })
  if (text === undefined) return undefined
  await chmod(file, 0o600)
  if (/^[\w-]{43,}$/.test(text)) return text
  throw new NoCookieSecret(`${file} holds no secret. Delete it: a new one is made, and everybody signs in again.`)
}

/** `wx`: of two programs that start at once, the second stops rather than sign with a secret nobody will find again. */
async function keepNew(file: string): Promise<string> {
  const secret = randomBytes(32).toString('base64url')
  await writeFile(file, secret, { flag: 'wx', mode: 0o600 })
  return secret
}
