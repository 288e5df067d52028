import { rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import Database from 'better-sqlite3'
import { newFolder } from '../../testing/front-door.js'
import { newKey, startIssuer, token, audience } from '../../testing/issuer.js'
import { demoStaff } from '../demo/staff.js'
import { signIn } from '../sign-in/sign-in.js'
import { verifier } from '../token/token.js'
import type { Staff } from './staff.js'
import { openStaff } from './store.js'

const jo = { id: '3f2a-77', name: 'Jo Quillmere', role: 'social-worker', team: 'Assessment' } as const
let folder: string
let file: string
let clock: number
let staff: Staff

const started = (known = demoStaff.slice(0, 0)) => openStaff(file, { known, now: () => clock })

beforeEach(() => {
  folder = newFolder()
  file = join(folder, 'kept', 'staff.db')
  clock = Date.UTC(2026, 10, 21, 9)
  staff = started()
})
afterEach(() => {
  staff.close()
  rmSync(folder, { recursive: true })
})

/** How often anything was written to the file. */
function writes(): (act: () => void) => boolean {
  const other = new Database(file, { readonly: true })
  const version = () => other.pragma('data_version', { simple: true })
  return (act) => {
    const before = version()
    act()
    return version() !== before
  }
}

describe('the people who work here', () => {
  it('are known by name once they have signed in, also after a restart', () => {
    expect(staff.nameOf(jo.id)).toBeUndefined()
    staff.met(jo)
    expect(staff.nameOf(jo.id)).toBe('Jo Quillmere')
    staff.close()
    staff = started()
    expect(staff.nameOf(jo.id)).toBe('Jo Quillmere')
    expect(staff.recent()).toMatchObject([jo])
  })

  it('are what they last signed in as: a new name, role or team takes the place of the old', () => {
    const now = { ...jo, name: 'Jo Gorsefold', role: 'team-manager', team: 'Early Help' } as const
    staff.met(jo)
    staff.met(now)
    staff.close()
    staff = started()
    expect(staff.recent()).toEqual([{ ...now, seen: '2026-11-21' }])
  })

  it('keep their name for good, and are offered for 12 months after they were last here', () => {
    staff.met(jo)
    clock = Date.UTC(2027, 10, 21, 9)
    expect(staff.recent()).toHaveLength(1)
    clock = Date.UTC(2027, 10, 22, 9)
    expect(staff.recent()).toEqual([])
    expect(staff.nameOf(jo.id)).toBe('Jo Quillmere')
  })

  it('are offered by name, namesakes one after the other', () => {
    const others = ['Zand Beck', 'Ála Mere', 'Jo Quillmere'].map((name, id) => ({ ...jo, id: `w${id}`, name }))
    for (const person of [jo, ...others]) staff.met(person)
    expect(staff.recent().map(({ id }) => id)).toEqual(['w1', '3f2a-77', 'w2', 'w0'])
  })

  it('are not kept where they sign in without a name, and keep the one they had', () => {
    const { name: _, ...nameless } = jo
    staff.met(nameless)
    expect(staff.recent()).toEqual([])
    staff.met(jo)
    staff.met(nameless)
    expect(staff.nameOf(jo.id)).toBe('Jo Quillmere')
  })

  it('are written down when something has changed or on a new day, and not at every request', () => {
    const wrote = writes()
    expect(wrote(() => staff.met(jo))).toBe(true)
    expect(wrote(() => staff.met({ ...jo }))).toBe(false)
    clock += 86_400_000
    expect(wrote(() => staff.met(jo))).toBe(true)
    expect(wrote(() => staff.met({ ...jo, team: 'Safeguarding' }))).toBe(true)
  })

  it('are the demo’s invented staff too where there is a demo, each of them once', () => {
    staff.close()
    staff = started([...demoStaff])
    const [first] = demoStaff
    if (!first) throw new Error('There is no demo staff.')
    staff.met(first)
    staff.met(jo)
    clock = Date.UTC(2030, 0, 1)
    expect(
      staff
        .recent()
        .map(({ id }) => id)
        .sort(),
    ).toEqual(demoStaff.map(({ id }) => id).sort())
    expect(staff.nameOf('jo.reed')).toBe('Jo Reed')
    expect(staff.nameOf(jo.id)).toBe('Jo Quillmere')
  })

  it('are in a file that only its owner may read', () => {
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })
})

describe('who has signed in', () => {
  it('is told by a good access token and by the sign-in of a browser, and by nothing that is refused', async () => {
    const key = await newKey('first')
    const theirs = await startIssuer(key)
    try {
      const now = Math.floor(Date.now() / 1000)
      const times = { iat: now, exp: now + 300 }
      const verify = verifier({ issuer: theirs.issuer, audience, met: staff.met })
      await verify(await token(theirs.issuer, key, { ...times, sub: 'by-token', name: 'Ivl Dale' }))
      const late = token(theirs.issuer, key, { iat: 1, exp: 2, sub: 'too-late', name: 'Osk Dale' })
      await expect(verify(await late)).rejects.toMatchObject({ reason: 'expired' })

      const { begin, finish } = signIn({ issuer: theirs.issuer, clientId: 'desk', url: theirs.issuer, met: staff.met })
      const { attempt } = await begin()
      const said = { ...times, aud: 'desk', nonce: attempt.nonce, sub: 'by-browser', name: 'Wilv Dale' }
      theirs.answers.idToken = await token(theirs.issuer, key, said, { typ: 'JWT' })
      await finish(`?code=x&state=${attempt.state}`, attempt)
      expect(staff.recent().map(({ id, name }) => [id, name])).toEqual([
        ['by-token', 'Ivl Dale'],
        ['by-browser', 'Wilv Dale'],
      ])
    } finally {
      await theirs.stop()
    }
  })
})
