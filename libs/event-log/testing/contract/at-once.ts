import { expect, it } from '@jest/globals'
import { START, WrongVersion } from '../../src/log.js'
import { aCommand, all, events } from '../events.js'
import { type Open, fresh } from './subject.js'

export function atOnce(open: Open): void {
  const subject = fresh(open)

  it('sixteen commands on different streams all succeed', async () => {
    const { log } = subject
    const streams = Array.from({ length: 16 }, (_, index) => `child-${index}`)
    await Promise.all(streams.map((stream) => log.append(aCommand(), [events(stream, 0, 2)])))
    for (const stream of streams) expect(await log.readStream(stream)).toHaveLength(2)
    expect(new Set((await all(log.readAll(START))).map(({ position }) => position)).size).toBe(32)
  })

  it('of two that race on one stream exactly one wins', async () => {
    const { log } = subject
    for (let version = 0; version < 20; version++) {
      const race = ['one', 'other'].map((who) =>
        log.append(aCommand(), [events('child-A', version, 1, { cause: who })]),
      )
      const outcomes = await Promise.allSettled(race)
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
      expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: expect.any(WrongVersion) })
    }
    expect((await log.readStream('child-A')).map(({ version }) => version)).toEqual(
      Array.from({ length: 20 }, (_, index) => index + 1),
    )
  })

  it('races over several streams leave every stream whole', async () => {
    const { log } = subject
    const pairs = Array.from({ length: 30 }, (_, index) => [`child-${index % 4}`, `child-${(index + 1) % 4}`] as const)
    const outcomes = await Promise.allSettled(
      pairs.map((pair) =>
        log.append(
          aCommand(),
          pair.map((stream) => events(stream, 0)),
        ),
      ),
    )
    const won = outcomes.filter(({ status }) => status === 'fulfilled').length
    expect(won).toBe(2)
    expect(await all(log.readAll(START))).toHaveLength(2 * won)
  })

  it('one that is refused does not disturb the others', async () => {
    const { log } = subject
    await log.append(aCommand(), [events('child-taken', 0)])
    const asked = Array.from({ length: 20 }, (_, index) => (index % 3 === 0 ? 'child-taken' : `child-${index}`))
    const outcomes = await Promise.allSettled(asked.map((stream) => log.append(aCommand(), [events(stream, 0)])))
    expect(outcomes.map(({ status }) => status)).toEqual(
      asked.map((stream) => (stream === 'child-taken' ? 'rejected' : 'fulfilled')),
    )
    await log.append(aCommand(), [events('child-taken', 1)])
    for (const stream of asked) expect(await log.readStream(stream)).toHaveLength(stream === 'child-taken' ? 2 : 1)
  })
}
