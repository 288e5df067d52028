import { expect, it } from '@jest/globals'
import { START, WrongVersion } from '../../src/log.js'
import { aCommand, anEvent, all, events } from '../events.js'
import { type Open, fresh } from './subject.js'

export function appending(open: Open): void {
  const subject = fresh(open)

  it('gives back all of every event, in order, with versions from 1', async () => {
    const { log } = subject
    const first = events('child-A', 0, 2)
    const silent = anEvent({
      said: [],
      prints: {},
      words: undefined,
      data: {},
      worker: { id: 'é', role: 'edt', team: '"' },
    })
    await log.append(aCommand(), [first])
    await log.append(aCommand(), [{ stream: 'child-A', expected: 2, events: [silent] }])
    const stored = await log.readStream('child-A')
    expect(stored.map(({ version }) => version)).toEqual([1, 2, 3])
    for (const [index, { words, hash, ...open }] of [...first.events, silent].entries()) {
      expect(stored[index]).toMatchObject({ ...open, stream: 'child-A' })
      expect([...(stored[index]?.words ?? [])]).toEqual([...(words ?? [])])
      expect([...(stored[index]?.hash ?? [])]).toEqual([...hash])
    }
    expect(stored[2]?.words).toBeUndefined()
  })

  it('tells where the events came to stand', async () => {
    const { log } = subject
    const [a, b] = [events('child-A', 0, 2), events('child-B', 0, 1)]
    const appended = await log.append(aCommand('first'), [a, b])
    expect(appended.command).toBe('first')
    expect(appended.events).toMatchObject([
      { stream: 'child-A', version: 1, id: a.events[0]?.id, type: 'ChildSeen' },
      { stream: 'child-A', version: 2 },
      { stream: 'child-B', version: 1 },
    ])
    const positions = appended.events.map(({ position }) => position)
    expect(positions).toEqual([...positions].sort((one, other) => one - other))
    expect(new Set(positions).size).toBe(3)
    expect(Math.min(...positions)).toBeGreaterThan(START)
  })

  it('refuses an append to a stream that has moved on, and says where it is', async () => {
    const { log } = subject
    await log.append(aCommand(), [events('child-A', 0, 2)])
    for (const expected of [0, 1, 3]) {
      const refused = log.append(aCommand(), [events('child-A', expected)])
      await expect(refused).rejects.toThrow(WrongVersion)
      await expect(refused).rejects.toMatchObject({ stream: 'child-A', expected, actual: 2 })
    }
    await expect(log.append(aCommand(), [events('child-new', 1)])).rejects.toMatchObject({ expected: 1, actual: 0 })
  })

  it('is as usable after a refusal as before, and the stream is where it was', async () => {
    const { log } = subject
    await log.append(aCommand(), [events('child-A', 0)])
    for (let again = 0; again < 3; again++)
      await expect(log.append(aCommand(), [events('child-A', 0)])).rejects.toThrow(WrongVersion)
    await log.append(aCommand(), [events('child-A', 1)])
    expect(await log.readStream('child-A')).toHaveLength(2)
    expect(await all(log.readAll(START))).toHaveLength(2)
  })

  it('appends to several streams or to none', async () => {
    const { log } = subject
    await log.append(aCommand(), [events('child-B', 0)])
    const stale = aCommand()
    const three = [events('child-A', 0, 2), events('child-B', 0), events('child-C', 0)]
    await expect(log.append(stale, three)).rejects.toMatchObject({ stream: 'child-B', actual: 1 })
    expect(await log.readStream('child-A')).toEqual([])
    expect(await log.readStream('child-C')).toEqual([])
    expect(await log.readStream('child-B')).toHaveLength(1)
    expect(await log.find(stale.id)).toBeUndefined()
    await log.append(aCommand(), [events('child-A', 0, 2), events('child-B', 1), events('child-C', 0)])
    expect(await all(log.readAll(START))).toHaveLength(5)
  })

  it('keeps everything when it is opened again', async () => {
    await subject.log.append(aCommand('kept'), [events('child-A', 0, 3), events('child-B', 0, 2)])
    const before = await all(subject.log.readAll(START))
    const log = await subject.reopen()
    expect(await all(log.readAll(START))).toEqual(before)
    expect(await log.find('kept')).toMatchObject({ events: before.map(({ id, position }) => ({ id, position })) })
    await log.append(aCommand(), [events('child-A', 3)])
    expect(await log.end()).toBeGreaterThan(before.at(-1)?.position ?? 0)
  })

  it('takes nothing more once it is closed', async () => {
    const { log } = subject
    const asked = log.append(aCommand(), [events('child-A', 0)])
    await log.close()
    await expect(asked).resolves.toMatchObject({ events: [{ version: 1 }] })
    await expect(log.append(aCommand(), [events('child-A', 1)])).rejects.toThrow('closed')
    await expect(log.readStream('child-A')).rejects.toThrow('closed')
    expect(await (await subject.reopen()).readStream('child-A')).toHaveLength(1)
  })
}
