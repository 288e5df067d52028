import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import Database from 'better-sqlite3'
import type { Session } from 'fastify'
import fc from 'fast-check'
import { newFolder } from '../../testing/front-door.js'
import { open, seal } from './sealed.js'
import { type Sessions, openSessions } from './store.js'

const SECOND = 1000
let folder: string
let clock: number
let sessions: Sessions
const limits = { idle: 600, absolute: 1_800, attempt: 300 }

beforeEach(() => {
  folder = newFolder()
  clock = Date.UTC(2026, 10, 21, 9)
  sessions = openSessions(join(folder, 'sessions.db'), { limits, now: () => clock })
})
afterEach(async () => {
  await sessions.close()
  rmSync(folder, { recursive: true })
})

const held = (id?: string): Session => ({
  cookie: { originalMaxAge: null },
  ...(id ? { signedIn: { id, role: 'social-worker', team: '' } } : {}),
})
const done = (error: unknown) => expect(error).toBeNull()
const find = (sessionId: string) => {
  let found: Session | null | undefined
  sessions.get(sessionId, (error: unknown, session) => {
    done(error)
    found = session
  })
  return found
}
const rows = () => {
  const db = new Database(join(folder, 'sessions.db'), { readonly: true })
  const all = db.prepare('SELECT data IS NULL AS ended FROM sessions').pluck().all()
  db.close()
  return all
}

describe('kept sessions', () => {
  it('are given back as they were, and to nobody else', () => {
    sessions.set('one', held('jo.reed'), done)
    expect(find('one')).toEqual(held('jo.reed'))
    expect(find('two')).toBeNull()
  })

  it('last half an hour here, ten minutes without a request, and five for signing in', () => {
    sessions.set('attempt', held(), done)
    sessions.set('signed-in', held('jo.reed'), done)
    expect(['attempt', 'signed-in', 'nobody'].map((id) => sessions.secondsLeft(id))).toEqual([300, 600, 0])
    clock += 580 * SECOND
    sessions.seen('signed-in')
    expect(find('attempt')).toBeNull()
    expect(sessions.secondsLeft('signed-in')).toBe(600)
    clock += 590 * SECOND
    sessions.seen('signed-in')
    clock += 590 * SECOND
    sessions.seen('signed-in')
    expect(sessions.secondsLeft('signed-in')).toBe(40)
    clock += 40 * SECOND
    expect(find('signed-in')).toBeNull()
    expect(sessions.secondsLeft('signed-in')).toBe(0)
  })

  it('are marked as seen at most once a minute', () => {
    sessions.set('one', held('jo.reed'), done)
    clock += 59 * SECOND
    sessions.seen('one')
    expect(sessions.secondsLeft('one')).toBe(541)
    clock += SECOND
    sessions.seen('one')
    expect(sessions.secondsLeft('one')).toBe(600)
  })

  it('are not made longer by being kept again', () => {
    sessions.set('one', held('jo.reed'), done)
    clock += 500 * SECOND
    sessions.set('one', held('jo.reed'), done)
    expect(sessions.secondsLeft('one')).toBe(100)
  })

  it('leave the file some time after they ended, and no words before that', () => {
    sessions.set('over', held('jo.reed'), done)
    sessions.set('ended', held('sam.field'), done)
    sessions.destroy('ended', done)
    clock += 601 * SECOND
    sessions.set('new', held('pat.lowe'), done)
    expect(rows().sort()).toEqual([0, 1, 1])
    clock += 1_800 * SECOND
    sessions.set('newer', held('pat.lowe'), done)
    expect(rows().sort()).toEqual([0, 1])
  })

  it('once ended stay ended, whatever requests under way still do with them', () => {
    let run = 0
    const step = fc.constantFrom('set', 'seen', 'destroy', 'wait')
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const id = `session-${(run += 1)}`
        let ended = false
        sessions.set(id, held('jo.reed'), done)
        for (const one of steps) {
          if (one === 'set') sessions.set(id, held('jo.reed'), done)
          if (one === 'seen') sessions.seen(id)
          if (one === 'destroy') sessions.destroy(id, done)
          if (one === 'wait') clock += 250 * SECOND
          ended ||= find(id) === null
          expect(find(id) === null).toBe(ended)
          expect(sessions.secondsLeft(id) > 0).toBe(!ended)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('say so where they cannot be kept', () => {
    const db = new Database(join(folder, 'sessions.db'))
    db.exec('DROP TABLE sessions')
    db.close()
    const errors: unknown[] = []
    sessions.set('one', held(), (error: unknown) => errors.push(error))
    sessions.get('one', (error: unknown) => errors.push(error))
    sessions.destroy('one', (error: unknown) => errors.push(error))
    expect(errors).toEqual(Array.from({ length: 3 }, () => expect.objectContaining({ code: 'SQLITE_ERROR' })))
  })
})

describe('what a session holds', () => {
  it('opens for its own id, and for no other, and not once a bit of it was changed', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), fc.nat(), (id, other, text, at) => {
        const sealed = seal(id, text)
        expect(open(id, sealed)).toBe(text)
        if (other !== id) expect(open(other, sealed)).toBeUndefined()
        const i = at % sealed.length
        sealed[i] = (sealed[i] ?? 0) ^ 1
        expect(open(id, sealed)).toBeUndefined()
      }),
    )
  })
})
