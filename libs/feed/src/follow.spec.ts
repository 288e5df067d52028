import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import Database from 'better-sqlite3'
import { type EventLog, hashOf, openLog, textOf } from '@front-door/event-log'
import { type Consumer, type Trouble, follow, patiently, troubleInWords } from './index.js'

let folder: string
let log: EventLog

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'front-door-'))
  log = openLog(folder, { walBytes: 0 })
})

afterEach(async () => {
  await log.close()
  rmSync(folder, { recursive: true, force: true })
})

async function append(child: string): Promise<number> {
  const event = {
    id: `event-${child}`,
    type: 'PersonRegistered',
    schema: 1,
    occurredAt: '2026-06-01',
    recordedAt: '2026-06-01T09:00:00.000Z',
    worker: { id: 'w', role: 'edt', team: 't' },
    cause: `command-${child}`,
    data: {},
    said: [],
    prints: {},
    words: undefined,
  }
  const stream = `child-${child}`
  const text = textOf(event)
  const hash = hashOf(undefined, stream, 1, { ...event, text })
  await log.append({ id: `command-${child}`, fingerprint: '' }, [
    { stream, expected: 0, events: [{ ...event, text, hash }] },
  ])
  return log.end()
}

/** Keeps what it took in, and its checkpoint, as a store would. */
function taker(fails: (attempt: number) => boolean = () => false) {
  const taken: string[] = []
  let at = 0
  let attempts = 0
  const consumer: Consumer = {
    name: 'taker',
    checkpoint: async () => at,
    take: async (page, upTo) => {
      if (fails(++attempts)) throw new Error('The disk is full.')
      taken.push(...page.map(({ id }) => id))
      at = upTo
    },
  }
  return { consumer, taken, attempts: () => attempts }
}

const soon = () => 1

describe('following the log', () => {
  it('takes in what was there and what comes, each once, in order', async () => {
    await append('A')
    const { consumer, taken } = taker()
    const following = follow(log, consumer)
    await following.reached(await append('B'))
    expect(taken).toEqual(['event-A', 'event-B'])
    expect(await following.lag()).toMatchObject({ consumer: 'taker', standing: 'keeping up', at: 2, end: 2 })
    await following.close()
  })

  it('goes on from the checkpoint', async () => {
    await append('A')
    const { consumer, taken } = taker()
    const first = follow(log, consumer)
    await first.reached(await log.end())
    await first.close()
    const second = follow(log, consumer)
    await second.reached(await append('B'))
    await second.close()
    expect(taken).toEqual(['event-A', 'event-B'])
  })

  it('tries again when a page could not be taken in, and loses nothing', async () => {
    const { consumer, taken } = taker((attempt) => attempt <= 2)
    const following = follow(log, consumer, { pause: soon })
    await following.reached(await append('A'))
    expect(taken).toEqual(['event-A'])
    expect((await following.lag()).standing).toBe('keeping up')
    await following.close()
  })

  it('never gives up and skips nothing, says why meanwhile, and is well again by itself', async () => {
    let isFull = true
    const { consumer, taken, attempts } = taker(() => isFull)
    let well = 0
    const following = follow(log, consumer, { pause: soon, tellWell: (failed) => (well = failed) })
    const reached = following.reached(await append('A'))
    while (attempts() < 30) await new Promise((resolve) => setTimeout(resolve, 1))
    expect(taken).toEqual([])
    const { failed, ...lag } = await following.lag()
    expect(lag).toMatchObject({ standing: 'retrying', error: 'The disk is full.', at: 0, end: 1 })
    expect(failed).toBeGreaterThanOrEqual(29)
    isFull = false
    await reached
    expect(taken).toEqual(['event-A'])
    expect(await following.lag()).toMatchObject({ standing: 'keeping up', failed: 0, at: 1 })
    expect(well).toBe(attempts() - 1)
    await following.close()
  })

  it('waits longer each time, and never more than a minute', () => {
    expect([1, 2, 3, 6, 7, 5_000].map(patiently)).toEqual([1_000, 2_000, 4_000, 32_000, 60_000, 60_000])
  })

  it('tells of the first failure and of ever fewer of those that follow, by the ids of the records', async () => {
    const { consumer, attempts } = taker((attempt) => attempt < 12)
    for (const child of ['A', 'B', 'C', 'D', 'E', 'F']) await append(child)
    const told: Trouble[] = []
    const following = follow(log, consumer, { pause: soon, tell: (trouble) => told.push(trouble) })
    await following.reached(6)
    expect([attempts(), told.map(({ failed }) => failed)]).toEqual([12, [1, 2, 4, 8]])
    const [first] = told
    if (!first) throw new Error('It was told.')
    expect(troubleInWords(first)).toBe(
      'taker: events 1 to 6 (child-A, child-B, child-C, child-D, child-E and 1 more) could not be taken in; ' +
        'failure 1 in a row; next try in 0.001 s. Error: The disk is full.',
    )
    await following.close()
  })

  it('has a page with an event that cannot be read taken in otherwise, and goes on with the next', async () => {
    await append('A')
    const damaged = new Database(join(folder, 'log.db'))
    damaged.exec("UPDATE events SET open = 'damaged'")
    damaged.close()
    const { consumer, taken } = taker()
    const unread: number[] = []
    let at = 0
    const able: Consumer = {
      ...consumer,
      checkpoint: async () => Math.max(at, await consumer.checkpoint()),
      takeUnread: async (upTo) => void unread.push((at = upTo)),
    }
    const following = follow(log, able, { pause: () => 60_000 })
    await following.reached(1)
    await following.reached(await append('B'))
    expect([unread, taken]).toEqual([[1], ['event-B']])
    await following.close()
  })

  it('tells who waits that it was closed', async () => {
    const following = follow(log, taker().consumer)
    const reached = expect(following.reached(1)).rejects.toThrow('taker was closed before it had come so far.')
    await following.close()
    await reached
  })

  it('counts failures in a row: what went well in between has made good what was before', async () => {
    const { consumer } = taker((attempt) => attempt % 3 !== 0)
    const told: Trouble[] = []
    const following = follow(log, consumer, { pause: soon, tell: (trouble) => told.push(trouble) })
    for (const child of ['A', 'B', 'C']) await following.reached(await append(child))
    expect(told.map(({ page, failed }) => [page?.from, failed])).toEqual(
      [1, 2, 3].flatMap((from) => [
        [from, 1],
        [from, 2],
      ]),
    )
    expect(await following.lag()).toMatchObject({ standing: 'keeping up', failed: 0 })
    await following.close()
  })

  it('tells of a page that is taken in while it is asked how far it has come', async () => {
    const { consumer, taken } = taker()
    let end = 0
    const slow: Consumer = {
      ...consumer,
      checkpoint: async () => {
        const at = await consumer.checkpoint()
        if (end === 0) return at
        while (taken.length === 0) await new Promise((resolve) => setTimeout(resolve, 1))
        return at
      },
    }
    const following = follow(log, slow)
    end = await append('A')
    await following.reached(end)
    expect(taken).toEqual(['event-A'])
    await following.close()
  })

  it('closes while it waits to try again', async () => {
    const { consumer } = taker(() => true)
    const following = follow(log, consumer, { pause: () => 60_000 })
    await append('A')
    await new Promise((resolve) => setTimeout(resolve, 50))
    await following.close()
  })
})
