import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { type Office, office } from '../testing/office.js'
import { anEvent } from '../testing/events.js'
import { hashOf } from './chain.js'
import { verify } from './verify.js'
import type { EventLog } from './log.js'
import { childOf } from './reader.js'

/** Three children's histories, and somebody with access to the file. */
describe('verifying the log', () => {
  let subject: Office
  let raw: Database.Database

  beforeEach(async () => {
    subject = office()
    for (const child of ['A1', 'B2', 'C3']) {
      await subject.do(child, 'receive-contact', { source: '6', concern: 'Shouting was heard.' })
      const contact = await subject.the('contacts', child)
      await subject.do(child, 'rate-priority', { about: contact, priority: 'AMBER', reason: 'Harm is likely.' })
      await subject.do(child, 'decide-contact', { contact, outcome: 'NFA', reason: 'It was explained and is over.' })
    }
    raw = new Database(join(subject.folder, 'log.db'))
  })

  afterEach(async () => {
    raw.close()
    await subject.close()
    subject.remove()
  })

  const flaws = async () => (await verify(subject.log)).flaws

  it('finds nothing wrong with what nobody changed, without any key', async () => {
    const seen: unknown[] = []
    await subject.keys.destroy('B2', '2025-06-03T08:00:00.000Z')
    const verified = await verify(subject.log, { onProgress: (progress) => seen.push(progress) })
    expect(verified).toEqual({ streams: 3, children: 3, events: 12, flaws: [], more: 0 })
    expect(seen).toEqual([{ streams: 3, children: 3, events: 12 }])
  })

  it('finds an event that was changed, and names it', async () => {
    raw.exec(`UPDATE events SET open = replace(open, 'AMBER', 'GREEN') WHERE position = 3`)
    const id = raw.prepare<[], string>(`SELECT open ->> 'id' FROM events WHERE position = 3`).pluck().get() ?? ''
    expect(await flaws()).toEqual([
      {
        what: 'changed',
        stream: 'child-A1',
        version: 3,
        position: 3,
        id,
        type: 'PriorityRated',
        says: 'PriorityRated (child-A1, version 3) was changed, or the hash of the one before it was.',
      },
    ])
  })

  it('finds any change at all to any event', async () => {
    const part = fc.constantFrom(...Object.keys(otherwise))
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 12 }), part, fc.nat(), async (position, name, salt) => {
        const [column = '', key = ''] = name.split('.')
        const read = raw.prepare<[number], Value>(`SELECT ${column} FROM events WHERE position = ?`).pluck()
        const write = raw.prepare(`UPDATE events SET ${column} = ? WHERE position = ?`)
        const was = read.get(position) ?? null
        write.run(otherwise[name]?.(was, salt, key), position)
        const found = await flaws()
        write.run(was, position)
        expect(found.length).toBeGreaterThan(0)
        expect(await flaws()).toEqual([])
      }),
      { numRuns: 200 },
    )
  }, 60_000)

  it('finds that a reason was taken out, though its event is there', async () => {
    raw.exec(`UPDATE events SET words = NULL, open = json_set(open, '$.said', json('[]')) WHERE position = 4`)
    expect(await flaws()).toMatchObject([{ what: 'changed', stream: 'child-A1', version: 4, type: 'ContactDecided' }])
  })

  it('finds an event that was changed together with its hash, at the one that follows', async () => {
    const [, second] = await subject.log.readStream('child-A1')
    const forged = hashOf(undefined, 'child-A1', 2, anEvent())
    raw.prepare('UPDATE events SET hash = ? WHERE position = ?').run(forged, second?.position)
    expect((await flaws()).map(({ what, version }) => [what, version])).toEqual([
      ['changed', 2],
      ['changed', 3],
    ])
  })

  it('finds an event that is missing from the middle of a history', async () => {
    raw.exec('DELETE FROM events WHERE position = 6')
    expect(await flaws()).toMatchObject([
      { what: 'missing', stream: 'child-B2', version: 2, says: 'Version 2 of child-B2 is missing.' },
      { what: 'missing', position: 6, says: 'The event at position 6 is missing.' },
    ])
  })

  it('finds that the last event of a history is missing', async () => {
    raw.exec('DELETE FROM events WHERE position = 8')
    expect(await flaws()).toEqual([{ what: 'missing', position: 8, says: 'The event at position 8 is missing.' }])
  })

  it('finds that a whole history is missing, even where its stream is forgotten', async () => {
    raw.exec(`DELETE FROM events WHERE position BETWEEN 5 AND 8; DELETE FROM streams WHERE name = 'child-B2'`)
    expect(await flaws()).toMatchObject([{ position: 5, says: 'The events at positions 5 to 8 are missing.' }])
  })

  it('finds that the last events of all are missing', async () => {
    raw.exec('DELETE FROM events WHERE position > 10')
    expect(await flaws()).toMatchObject([{ position: 11, says: 'The events at positions 11 to 12 are missing.' }])
  })

  it('finds events whose stream is gone', async () => {
    raw.exec(`DELETE FROM streams WHERE name = 'child-C3'`)
    const found = await flaws()
    expect(found).toHaveLength(4)
    expect(found[0]).toMatchObject({ what: 'no-stream', position: 9, version: 1, type: 'PersonRegistered' })
  })

  it('finds events that stand out of order in the whole log', async () => {
    raw.exec('UPDATE events SET position = 99 WHERE position = 2; UPDATE events SET position = 2 WHERE position = 3')
    raw.exec('UPDATE events SET position = 3 WHERE position = 99')
    expect(await flaws()).toMatchObject([{ what: 'out-of-order', stream: 'child-A1', version: 3, position: 2 }])
  })

  it('finds events that nobody can read: of an unknown type, a shape of the future, or broken', async () => {
    raw.exec(`UPDATE events SET type = 'HoroscopeCast' WHERE position = 3`)
    raw.exec(`UPDATE events SET open = json_set(open, '$.schema', 7) WHERE position = 7`)
    raw.exec(`UPDATE events SET open = '{' WHERE position = 11`)
    const unreadable = (await flaws()).filter(({ what }) => what === 'unreadable')
    expect(unreadable.map(({ stream, version, says }) => [stream, version, says])).toEqual([
      ['child-A1', 3, 'HoroscopeCast (child-A1, version 3) cannot be read: nothing here knows this type of event.'],
      ['child-B2', 3, expect.stringContaining('it is version 7 of its type; here 1 is known.')],
      ['child-C3', 3, expect.stringContaining('its open part is not that of an event. Nor what follows it.')],
    ])
  })

  it('finds text that says the same, but is not what was written', async () => {
    raw.exec(`UPDATE events SET open = replace(open, '"schema":', '"schema": ') WHERE position = 3`)
    expect(await flaws()).toMatchObject([{ what: 'changed', position: 3, type: 'PriorityRated' }])
  })

  it('is not misled by what is appended meanwhile', async () => {
    const log: EventLog = {
      ...subject.log,
      async readStream(stream) {
        const about = await subject.the('contacts', childOf(stream))
        await subject.do(childOf(stream), 'inform-referrer', { about, told: 'No further action.' })
        return subject.log.readStream(stream)
      },
    }
    expect(await verify(log)).toEqual({ streams: 3, children: 3, events: 15, flaws: [], more: 0 })
  })
})

type Value = Buffer | string | number | null

const text = (was: Value, salt: number) => `${String(was)}${String.fromCharCode(97 + (salt % 26))}`

const letter = (was: Value, salt: number) => {
  const [all, at] = [String(was), salt % String(was).length]
  return `${all.slice(0, at)}${all[at] === 'x' ? 'y' : 'x'}${all.slice(at + 1)}`
}

const entry = (was: Value, salt: number, key: string) => {
  const open = JSON.parse(String(was)) as Record<string, unknown>
  const now = open[key]
  const another = typeof now === 'object' ? { ...now, another: salt } : `${String(now)}${salt}`
  return JSON.stringify({ ...open, [key]: another })
}

const bytes = (was: Value, salt: number) => {
  const changed = Buffer.from(Buffer.isBuffer(was) ? was : Buffer.of(0))
  const at = salt % changed.length
  changed[at] = (changed[at] ?? 0) ^ (1 + (salt % 255))
  return changed
}

/** For each column of an event, and each entry of its open part, something else than it holds. */
const otherwise: Readonly<Record<string, (was: Value, salt: number, key: string) => Value>> = {
  stream: (_, salt) => 50 + (salt % 100),
  version: (was, salt) => Number(was) + 10 + (salt % 100),
  type: text,
  open: letter,
  ...Object.fromEntries(
    ['id', 'schema', 'occurredAt', 'recordedAt', 'worker', 'cause', 'said', 'prints', 'data', 'another'].map((key) => [
      `open.${key}`,
      entry,
    ]),
  ),
  words: bytes,
  hash: bytes,
}
