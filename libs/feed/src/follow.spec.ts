import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { type EventLog, hashOf, openLog, textOf } from '@front-door/event-log'
import { type Consumer, type OnError, type Trouble, follow, troubleInWords } from './index.js'

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

const thrice: OnError = (_, attempt) => (attempt < 3 ? { retryIn: 1 } : 'stop')

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
    const following = follow(log, consumer, { onError: () => ({ retryIn: 1 }) })
    await following.reached(await append('A'))
    expect(taken).toEqual(['event-A'])
    expect((await following.lag()).standing).toBe('keeping up')
    await following.close()
  })

  it('stops rather than skip, and says why', async () => {
    const { consumer, taken } = taker(() => true)
    const following = follow(log, consumer, { onError: thrice })
    await expect(following.reached(await append('A'))).rejects.toThrow('taker has stopped: The disk is full.')
    expect(taken).toEqual([])
    expect(await following.lag()).toMatchObject({ standing: 'stopped', error: 'The disk is full.', at: 0, end: 1 })
    await expect(following.reached(1)).rejects.toThrow('stopped')
    await following.close()
  })

  it('tells of the first failure of a page and of the last, by the ids of its records', async () => {
    const { consumer } = taker(() => true)
    for (const child of ['A', 'B', 'C', 'D', 'E', 'F']) await append(child)
    const told: Trouble[] = []
    const following = follow(log, consumer, { onError: thrice, tell: (trouble) => told.push(trouble) })
    await expect(following.reached(6)).rejects.toThrow('stopped')
    const page = 'taker: events 1 to 6 (child-A, child-B, child-C, child-D, child-E and 1 more) could not be taken in'
    expect(told.map(troubleInWords)).toEqual([
      `${page}; next try in 0.001 s. Error: The disk is full.`,
      `${page}; it has stopped, and takes in nothing more. Error: The disk is full.`,
    ])
    expect((await following.lag()).failed).toBe(3)
    await following.close()
  })

  it('counts failures in a row: what went well in between has made good what was before', async () => {
    const { consumer } = taker((attempt) => attempt % 3 !== 0)
    const told: Trouble[] = []
    const following = follow(log, consumer, { onError: thrice, tell: (trouble) => told.push(trouble) })
    for (const child of ['A', 'B', 'C']) await following.reached(await append(child))
    expect(told.map(({ page }) => page?.from)).toEqual([1, 2, 3])
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
    const following = follow(log, consumer, { onError: () => ({ retryIn: 60_000 }) })
    await append('A')
    await new Promise((resolve) => setTimeout(resolve, 50))
    await following.close()
  })
})
