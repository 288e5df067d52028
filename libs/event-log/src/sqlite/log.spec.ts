import Database from 'better-sqlite3'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { eventLogContract } from '../../testing/contract.js'
import { aCommand, all, anEvent, events } from '../../testing/events.js'
import { type EventLog, type OpenEvent, START, type StoredEvent, UnreadableEvent, WrongVersion } from '../log.js'
import { hashOf } from './commands.js'
import { openLog } from './log.js'
import { openStore } from './store.js'
import { logFile } from './tables.js'

/** Short, so that opening a log many times is quick. */
const short = { walBytes: 1 << 18 }
const newFolder = () => mkdtempSync(join(tmpdir(), 'front-door-'))

eventLogContract('The embedded log', async () => {
  const folder = newFolder()
  let log = openLog(folder, short)
  return {
    log,
    async reopen() {
      await log.close()
      log = openLog(folder, short)
      return log
    },
    async cleanUp() {
      await log.close()
      rmSync(folder, { recursive: true })
    },
  }
})

describe('The embedded log', () => {
  let folder: string
  let log: EventLog

  beforeEach(() => {
    folder = newFolder()
    log = openLog(folder, short)
  })

  afterEach(async () => {
    await log.close()
    rmSync(folder, { recursive: true })
  })

  it('may be open in two programs at once: of two that race one wins, and both go on', async () => {
    const other = openLog(folder, short)
    for (let version = 0; version < 30; version++) {
      const race = [log, other].map((each) => each.append(aCommand(), [events('child-A', version)]))
      const outcomes = await Promise.allSettled(race)
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    }
    await expect(log.append(aCommand(), [events('child-A', 29)])).rejects.toThrow(WrongVersion)
    expect(await all(log.readAll(START))).toEqual(await all(other.readAll(START)))
    await other.close()
  })

  it('knows a command that another program has appended', async () => {
    const other = openLog(folder, short)
    const first = await other.append(aCommand('one'), [events('child-A', 0)])
    expect(await log.append(aCommand('one'), [events('child-A', 0)])).toEqual(first)
    await other.close()
  })

  it('knows a command however many came after it', async () => {
    const asked = Array.from({ length: 8_200 }, (_, index) => aCommand(`many-${index}`))
    const first = await log.append(aCommand('one'), [events('child-A', 0)])
    await Promise.all(asked.map((command) => log.append(command, [])))
    expect(await log.append(aCommand('one'), [events('child-A', 1)])).toEqual(first)
    for (const at of [0, 8_180, 8_199]) expect(await log.find(`many-${at}`)).toMatchObject({ events: [] })
    expect(await log.readStream('child-A')).toHaveLength(1)
  })

  it('knows the commands of another program however many there were', async () => {
    const other = openLog(folder, short)
    const first = await log.append(aCommand('one'), [events('child-A', 0)])
    expect(await other.find('one')).toEqual(first)
    const asked = Array.from({ length: 4_300 }, (_, index) => aCommand(`many-${index}`))
    await Promise.all(asked.map((command) => other.append(command, [])))
    const last = await other.append(aCommand('last'), [events('child-B', 0)])
    expect(await log.append(aCommand('last'), [events('child-A', 1)])).toEqual(last)
    for (const each of [log, other])
      for (const at of [0, 4_000, 4_299]) expect(await each.find(`many-${at}`)).toMatchObject({ events: [] })
    expect(await other.append(aCommand('one'), [events('child-B', 1)])).toEqual(first)
    await log.append(aCommand('two'), [events('child-A', 1)])
    expect(await other.find('two')).toMatchObject({ events: [{ stream: 'child-A', version: 2, position: 3 }] })
    await other.close()
  })

  it.each([
    [
      1,
      `INSERT INTO recent_ids VALUES (${hashOf('one')}, 1);
         INSERT INTO commands (id, fingerprint, first, events) VALUES ('one', 'asked', 1, 1)`,
    ],
    [2, `INSERT INTO recent_commands VALUES (${hashOf('one')}, 'one', 'asked', 1, 1)`],
  ])('knows the commands of a file that kept them in another way: schema %s', async (schema, kept) => {
    const elsewhere = newFolder()
    const earlier = openStore(elsewhere, { ...logFile, steps: logFile.steps.slice(0, schema) })
    const { id, type, text, words, hash } = anEvent()
    earlier.exec(`INSERT INTO streams (name) VALUES ('child-A'); ${kept}`)
    earlier.prepare('INSERT INTO events VALUES (1, 1, 1, ?, ?, ?, ?)').run(type, text, words ?? null, hash)
    earlier.close()
    const today = openLog(elsewhere, short)
    const events = [{ stream: 'child-A', version: 1, position: 1, id, type }]
    expect(await today.find('one')).toEqual({ command: 'one', fingerprint: 'asked', events })
    expect(await today.append(aCommand('one'), [])).toMatchObject({ fingerprint: 'asked', events })
    await today.close()
    rmSync(elsewhere, { recursive: true })
  })

  it('is followed across programs', async () => {
    const other = openLog(folder, short)
    const seen: StoredEvent[] = []
    const subscription = other.subscribe(START, async (page) => void seen.push(...page))
    await log.append(aCommand(), [events('child-A', 0, 3)])
    for (let waited = 0; seen.length < 3 && waited < 2_000; waited += 10) await wait(10)
    expect(seen.map(({ version }) => version)).toEqual([1, 2, 3])
    await subscription.close()
    await other.close()
  })

  it('gives positions without gaps', async () => {
    await Promise.allSettled(
      Array.from({ length: 60 }, (_, index) => log.append(aCommand(), [events(`child-${index % 20}`, index % 3)])),
    )
    const positions = (await all(log.readAll(START))).map(({ position }) => position)
    expect(positions).toEqual(positions.map((_, index) => index + 1))
  })

  it('takes what it was given for its write-ahead log when it starts, not as it goes', async () => {
    const size = () => statSync(join(folder, 'log.db-wal')).size
    expect(size()).toBe(short.walBytes)
    await log.append(aCommand(), [events('child-A', 0)])
    expect(size()).toBe(short.walBytes)
  })

  it('starts its write-ahead log again once it was copied, and so stays short under load', async () => {
    const versions = new Map<string, number>()
    const append = async (stream: string) => {
      const version = versions.get(stream) ?? 0
      versions.set(stream, version + 1)
      await log.append(aCommand(), [events(stream, version, 1, { words: new Uint8Array(2_000) })])
    }
    for (let round = 0; round < 150; round++)
      await Promise.all(Array.from({ length: 40 }, (_, index) => append(`child-${index}`)))
    expect(await log.end()).toBe(6_000)
    expect(statSync(join(folder, 'log.db-wal')).size).toBeLessThan(18_000_000)
    expect(statSync(join(folder, 'log.db')).size).toBeGreaterThan(5_000_000)
  }, 30_000)

  it('refuses what it cannot keep, and goes on', async () => {
    const bad = { ...anEvent(), hash: undefined as unknown as Uint8Array }
    const [refused, taken] = await Promise.allSettled([
      log.append(aCommand(), [{ stream: 'child-A', expected: 0, events: [bad] }]),
      log.append(aCommand(), [events('child-B', 0)]),
    ])
    expect(refused).toMatchObject({ status: 'rejected', reason: { code: 'SQLITE_CONSTRAINT_NOTNULL' } })
    expect(taken.status).toBe('fulfilled')
    expect(await log.readStream('child-A')).toEqual([])
  })

  it.each(['{', '{}', '', '1,2'])('stops reading at %j, which is not an event, and names it', async (text) => {
    await log.append(aCommand(), [events('child-A', 0, 3)])
    changed('UPDATE events SET open = ? WHERE position = 2', text)
    await expect(log.readStream('child-A')).rejects.toThrow(UnreadableEvent)
    const why =
      'The event at position 2 (child-A, version 2, ChildSeen) cannot be read: its open part is not that of an event.'
    await expect(all(log.readOpen(START))).rejects.toThrow(why)
    await expect(all(log.readStreams())).rejects.toThrow(why)
  })

  it('stops at two events in the text of one, though a stream is read as one', async () => {
    await log.append(aCommand(), [events('child-A', 0, 3)])
    changed(`UPDATE events SET open = open || ',' || open WHERE position = ?`, 3)
    await expect(all(log.readStreams())).rejects.toThrow('The event at position 3 (child-A, version 3, ChildSeen)')
  })

  it('reads a stream with a gap in it as it stands, with its words', async () => {
    await log.append(aCommand(), [events('child-A', 0, 4)])
    changed('DELETE FROM events WHERE version = ?', 2)
    changed('UPDATE events SET type = ? WHERE version = 4', 'ChildSeen,ChildSeen')
    const whole = await log.readStream('child-A')
    const read = await all(log.readStreams({ wordsOf: ['ChildSeen'] }))
    const told = ({ version, position, type, id }: OpenEvent) => ({ version, position, type, id })
    expect(read.map((stream) => stream.map(told))).toEqual([whole.map(told)])
    expect(read[0]?.map(({ words }) => words)).toEqual([whole[0]?.words, whole[1]?.words, undefined])
  })

  function changed(sql: string, value: unknown): void {
    const raw = new Database(join(folder, 'log.db'))
    raw.prepare(sql).run(value)
    raw.close()
  }
})
