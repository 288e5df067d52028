import { expect, it } from '@jest/globals'
import { setTimeout as wait } from 'node:timers/promises'
import { type EventLog, START, type StoredEvent, WrongVersion } from '../../src/log.js'
import { aCommand, all, events } from '../events.js'
import { type Open, fresh } from './subject.js'

const STREAMS = 7
const WRITERS = 10
const EACH = 80

/** Appends 1 to 5 events again and again to two of the streams, trying again where others were first. */
async function write(log: EventLog, writer: number): Promise<void> {
  const versions = new Map<string, number>()
  for (let round = 0; round < EACH; round++) {
    const streams = new Set([`child-${(writer * 3 + round) % STREAMS}`, `child-${(round * 5) % STREAMS}`])
    const command = aCommand()
    for (let appended; !appended;) {
      const count = 1 + ((round + writer) % 5)
      const appends = [...streams].map((stream) => events(stream, versions.get(stream) ?? 0, count))
      appended = await log.append(command, appends).catch((error: unknown) => {
        if (!(error instanceof WrongVersion)) throw error
        versions.set(error.stream, error.actual)
      })
    }
  }
}

async function until(holds: () => boolean): Promise<void> {
  for (let waited = 0; !holds() && waited < 5_000; waited += 5) await wait(5)
  expect(holds()).toBe(true)
}

function follower(log: EventLog, after = START) {
  const seen: StoredEvent[] = []
  let inHand = 0
  const subscription = log.subscribe(after, async (page) => {
    expect(++inHand).toBe(1)
    await wait(1)
    seen.push(...page)
    inHand -= 1
  })
  return { seen, subscription, last: () => seen.at(-1)?.position ?? after }
}

export function following(open: Open): void {
  const subject = fresh(open)

  it('misses nothing, sees nothing twice and nothing out of order, whenever it began', async () => {
    const { log } = subject
    const before = follower(log)
    const writing = Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(log, writer)))
    await until(() => before.seen.length > 50)
    const during = follower(log)
    await writing
    const after = follower(log)
    const end = await log.end()
    for (const each of [before, during, after]) await until(() => each.last() === end)
    const stored = await all(log.readAll(START))
    expect(stored.length).toBeGreaterThan(3_000)
    for (const { seen } of [before, during, after]) {
      expect(seen.map(({ position }) => position)).toEqual(stored.map(({ position }) => position))
      const versions = new Map<string, number>()
      for (const { stream, version } of seen) {
        expect(version).toBe((versions.get(stream) ?? 0) + 1)
        versions.set(stream, version)
      }
    }
    for (const each of [before, during, after]) await each.subscription.close()
  }, 60_000)

  it('begins after the position it was given', async () => {
    const { log } = subject
    await log.append(aCommand(), [events('child-A', 0, 3)])
    const { seen, subscription } = follower(log, await log.end())
    await log.append(aCommand(), [events('child-A', 3, 2)])
    await until(() => seen.length === 2)
    expect(seen.map(({ version }) => version)).toEqual([4, 5])
    await subscription.close()
  })

  it('ends, and rejects, when its handler fails; others go on', async () => {
    const { log } = subject
    const failing = log.subscribe(START, async () => {
      throw new Error('The rows could not be written.')
    })
    const { seen, subscription } = follower(log)
    await log.append(aCommand(), [events('child-A', 0)])
    await expect(failing.ended).rejects.toThrow('The rows could not be written.')
    await failing.close()
    await log.append(aCommand(), [events('child-A', 1)])
    await until(() => seen.length === 2)
    await subscription.close()
  })

  it('sees nothing more once it is closed', async () => {
    const { log } = subject
    const { seen, subscription } = follower(log)
    await log.append(aCommand(), [events('child-A', 0)])
    await until(() => seen.length === 1)
    await subscription.close()
    await subscription.ended
    await log.append(aCommand(), [events('child-A', 1)])
    await wait(50)
    expect(seen).toHaveLength(1)
  })

  it('ends with the log, after the page in hand', async () => {
    const { log } = subject
    let finished = false
    let begun = false
    const subscription = log.subscribe(START, async () => {
      begun = true
      await wait(30)
      finished = true
    })
    await log.append(aCommand(), [events('child-A', 0)])
    await until(() => begun)
    await log.close()
    await subscription.ended
    expect(finished).toBe(true)
  })
}
