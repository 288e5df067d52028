import { expect, it } from '@jest/globals'
import { type EventLog, START, type StreamsWanted } from '../../src/log.js'
import { aCommand, all, events } from '../events.js'
import { type Open, fresh } from './subject.js'

/** Thirty events of three types in three streams, one after the other. */
async function filled(log: EventLog): Promise<void> {
  for (let version = 0; version < 10; version++)
    for (const [stream, type] of [
      ['child-A', 'ChildSeen'],
      ['child-B', 'ContactReceived'],
      ['child-C', 'CaseClosed'],
    ] as const)
      await log.append(aCommand(), [events(stream, version, 1, { type })])
}

export function reading(open: Open): void {
  const subject = fresh(open)

  it('finds nothing where there is nothing', async () => {
    const { log } = subject
    expect(await log.end()).toBe(START)
    expect(await log.readStream('child-A')).toEqual([])
    expect(await all(log.readAll(START))).toEqual([])
    expect(await all(log.readOpen(START))).toEqual([])
    expect(await all(log.streams())).toEqual([])
    expect(await all(log.readStreams())).toEqual([])
    for await (const flaw of log.inspect()) throw new Error(flaw.says)
  })

  it('gives a stream from after a version on', async () => {
    const { log } = subject
    await filled(log)
    expect((await log.readStream('child-B', 7)).map(({ version }) => version)).toEqual([8, 9, 10])
    expect(await log.readStream('child-B', 10)).toEqual([])
    expect(await log.readStream('child-B', 99)).toEqual([])
  })

  it('gives the sealed words of the events asked for, and of no others', async () => {
    const { log } = subject
    const silent = events('child-A', 2, 1, { words: undefined })
    const spoken = events('child-A', 0, 2)
    await log.append(aCommand(), [spoken])
    await log.append(aCommand(), [silent, events('child-B', 0)])
    const elsewhere = (await log.readStream('child-B'))[0]?.id ?? ''
    const [first, second, third] = await log.readStream('child-A')
    const ids = [second, third].map((event) => event?.id ?? '')
    const read = await log.readWords('child-A', [...ids, elsewhere, 'nobody'])
    expect([...read.keys()]).toEqual(ids)
    expect(Buffer.from(read.get(ids[0] ?? '') ?? [])).toEqual(Buffer.from(second?.words ?? []))
    expect(read.get(ids[1] ?? '')).toBeUndefined()
    expect(await log.readWords('child-nobody', [first?.id ?? ''])).toEqual(new Map())
  })

  it('gives all events in order of position, and from after a position on', async () => {
    const { log } = subject
    await filled(log)
    const events = await all(log.readAll(START))
    expect(events.map(({ stream }) => stream).slice(0, 4)).toEqual(['child-A', 'child-B', 'child-C', 'child-A'])
    const positions = events.map(({ position }) => position)
    expect(positions).toEqual([...new Set(positions)].sort((one, other) => one - other))
    expect(await log.end()).toBe(positions.at(-1))
    expect(await all(log.readAll(positions[24] ?? 0))).toEqual(events.slice(25))
    expect(await all(log.readAll(await log.end()))).toEqual([])
  })

  it('reads up to what there was when reading began', async () => {
    const { log } = subject
    for (let version = 0; version < 4_500; version += 500)
      await log.append(aCommand(), [events('child-A', version, 500)])
    let read = 0
    for await (const page of log.readAll(START)) {
      read += page.length
      await log.append(aCommand(), [events(`child-late-${read}`, 0)])
    }
    expect(read).toBe(4_500)
    expect((await all(log.readAll(START))).length).toBeGreaterThan(4_500)
  })

  it('gives events of some types only', async () => {
    const { log } = subject
    await filled(log)
    const everything = await all(log.readAll(START))
    const wanted = ['CaseClosed', 'ChildSeen']
    expect(await all(log.readAll(START, wanted))).toEqual(everything.filter(({ type }) => wanted.includes(type)))
    expect(await all(log.readAll(everything[20]?.position ?? 0, ['CaseClosed']))).toHaveLength(3)
    expect(await all(log.readAll(START, ['BirthRecorded']))).toEqual([])
    expect(await all(log.readAll(START, []))).toEqual([])
  })

  it('gives the open part of events alone', async () => {
    const { log } = subject
    await filled(log)
    const open = (await all(log.readAll(START))).map(({ text: _text, words: _words, hash: _hash, ...rest }) => rest)
    expect(await all(log.readOpen(START))).toEqual(open)
    expect(await all(log.readOpen(START, ['ChildSeen']))).toEqual(open.filter(({ type }) => type === 'ChildSeen'))
  })

  it('gives all events stream by stream, each stream whole and in order', async () => {
    const { log } = subject
    await filled(log)
    const streams = await all(log.readStreams())
    expect(streams.map((events) => events[0]?.stream).sort()).toEqual(['child-A', 'child-B', 'child-C'])
    for (const events of streams) {
      const whole = await log.readStream(events[0]?.stream ?? '')
      expect(events).toEqual(whole.map(({ text: _text, words: _words, hash: _hash, ...rest }) => rest))
    }
  })

  it('gives the streams after one, up to another, in the order they are named, and one that begins later last', async () => {
    const { log } = subject
    await filled(log)
    const names = async (wanted: StreamsWanted) =>
      (await all(log.readStreams(wanted))).map((events) => events[0]?.stream ?? '')
    const [first = '', second = '', third = ''] = await names({})
    expect(await all(log.streams())).toEqual([first, second, third])
    expect(await names({ after: first })).toEqual([second, third])
    expect(await names({ until: second })).toEqual([first, second])
    expect(await names({ after: first, until: second })).toEqual([second])
    expect(await names({ after: third })).toEqual([])
    await log.append(aCommand(), [events('child-0', 0)])
    expect(await names({ after: third })).toEqual(['child-0'])
  })

  it('gives with the streams the sealed words of the types asked for', async () => {
    const { log } = subject
    await filled(log)
    const wanted = await all(log.readStreams({ wordsOf: ['ChildSeen'] }))
    const sealed = await all(log.readAll(START, ['ChildSeen']))
    const read = wanted.flat().filter(({ words }) => words)
    expect(read.map(({ type, words }) => [type, words])).toEqual(sealed.map(({ type, words }) => [type, words]))
    expect(read).toHaveLength(10)
  })

  it('gives every stream by its name, once', async () => {
    const { log } = subject
    await filled(log)
    await log.append(aCommand(), [events('child-D', 0, 2)])
    expect((await all(log.streams())).sort()).toEqual(['child-A', 'child-B', 'child-C', 'child-D'])
  })

  it('gives the very text that was written', async () => {
    const { log } = subject
    const append = events('child-A', 0, 3)
    await log.append(aCommand(), [append])
    const texts = append.events.map(({ text }) => text)
    expect((await log.readStream('child-A')).map(({ text }) => text)).toEqual(texts)
  })
}
