import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { type History, eventsOf } from '@front-door/case-flow'
import { type Office, command, office, recorded } from '../testing/office.js'
import { historiesFrom } from './histories.js'
import { streamOf } from './reader.js'

const contact = { source: '6', concern: 'Shouting was heard.' } as const
const types = (history: History) => eventsOf(history).map(({ type }) => type)

describe('histories from the log', () => {
  let subject: Office

  beforeEach(() => {
    subject = office()
  })

  afterEach(async () => {
    await subject.close()
    subject.remove()
  })

  it('are what was recorded, folded, with the hash of the last event', async () => {
    const [told] = (await subject.do('A1', 'receive-contact', contact)).children
    const { history, hash } = await historiesFrom(subject.log).current('A1')
    expect(history).toEqual(told?.history)
    expect(types(history)).toEqual(['PersonRegistered', 'ContactReceived'])
    const stored = await subject.log.readStream(streamOf('A1'))
    expect(Buffer.from(hash ?? [])).toEqual(stored.at(-1)?.hash)
  })

  it('of a child nobody knows are empty', async () => {
    const { history, hash } = await subject.histories.current('A1')
    expect([history.version, hash]).toEqual([0, undefined])
  })

  it('may be behind what others wrote, and are brought up to date where that matters', async () => {
    const other = office(subject.folder)
    await subject.do('A1', 'receive-contact', contact)
    await other.do('A1', 'receive-contact', contact)
    expect((await subject.histories.known('A1')).history.version).toBe(2)
    const { history, hash } = await subject.histories.current('A1')
    expect(history.version).toBe(3)
    expect(history).toEqual((await historiesFrom(subject.log).current('A1')).history)
    expect(hash).toEqual((await subject.log.readStream(streamOf('A1'))).at(-1)?.hash)
    expect((await subject.histories.known('A1')).history.version).toBe(3)
    await other.close()
  })

  it('are kept up to a number of events, and read again where they were let go', async () => {
    const few = historiesFrom(subject.log, 6)
    for (const child of ['A1', 'B2', 'C3']) await subject.do(child, 'receive-contact', contact)
    const before = (await few.known('A1')).history
    expect((await few.known('A1')).history).toBe(before)
    await few.known('B2')
    await few.known('C3')
    const again = (await few.known('A1')).history
    expect(again).not.toBe(before)
    expect(again).toEqual(before)
  })

  it('can be forgotten', async () => {
    await subject.do('A1', 'receive-contact', contact)
    const before = (await subject.histories.known('A1')).history
    subject.histories.forget('A1')
    const again = (await subject.histories.known('A1')).history
    expect(again).not.toBe(before)
    expect(again).toEqual(before)
  })

  it('can all be read, one after the other', async () => {
    for (const child of ['A1', 'B2', 'C3']) await subject.do(child, 'receive-contact', contact)
    const all: History[] = []
    for await (const history of subject.histories.every()) all.push(history)
    expect(all.map(({ child, version }) => [child, version])).toEqual([
      ['A1', 2],
      ['B2', 2],
      ['C3', 2],
    ])
    expect(all[1]).toEqual((await subject.histories.current('B2')).history)
  })

  describe('of merged records', () => {
    /** A duplicate of a duplicate, each with a contact, merged into one. */
    beforeEach(async () => {
      for (const child of ['A1', 'B2', 'C3']) await subject.do(child, 'receive-contact', contact)
      const reason = 'The same child, as the birth certificate shows.'
      await subject.do('C3', 'merge-person', { into: 'B2', reason })
      await subject.do('B2', 'receive-contact', contact)
      await subject.do('B2', 'merge-person', { into: 'A1', reason })
    })

    const current = async () => (await subject.histories.current('A1')).history

    it('hold the events of all, in order of when they were recorded', async () => {
      const history = await current()
      const events = eventsOf(history)
      expect(events).toHaveLength(11)
      expect(events.map(({ recordedAt }) => recordedAt)).toEqual(events.map(({ recordedAt }) => recordedAt).sort())
      expect(new Set(events.map(({ child }) => child))).toEqual(new Set(['A1', 'B2', 'C3']))
      expect(history.state.contacts).toHaveLength(4)
      expect(history.version).toBe(3)
    })

    it('are the same however they are come by', async () => {
      const history = await current()
      expect((await historiesFrom(subject.log).current('A1')).history).toEqual(history)
      for await (const each of historiesFrom(subject.log).every())
        if (each.child === 'A1') expect(each).toEqual(history)
    })

    it('go on with what is recorded from then on', async () => {
      await subject.do('A1', 'receive-contact', contact)
      expect((await current()).version).toBe(4)
      expect((await current()).state.contacts).toHaveLength(5)
      expect((await historiesFrom(subject.log).current('A1')).history).toEqual(await current())
    })

    it('are told with the duplicate’s events as soon as they are merged', async () => {
      await subject.do('D4', 'receive-contact', contact)
      const asked = command('D4', 'merge-person', { into: 'A1', reason: 'The same child again.' })
      const told = recorded(await subject.perform(asked)).children.find(({ child }) => child === 'A1')
      expect(told?.version).toBe(4)
      expect(told?.history.state.contacts).toHaveLength(5)
    })

    it('are whole wherever they are read, when another program did the merging', async () => {
      for (const child of ['D4', 'E5', 'F6']) await subject.do(child, 'receive-contact', contact)
      const before = await current()
      const other = office(subject.folder)
      await other.do('D4', 'merge-person', { into: 'A1', reason: 'The same child again.' })
      await other.do('E5', 'merge-person', { into: 'F6', reason: 'The same child again.' })
      expect((await current()).state.contacts).toHaveLength(before.state.contacts.length + 1)
      expect((await subject.histories.current('F6')).history.state.contacts).toHaveLength(2)
      await other.close()
    })

    it('hold what is yet recorded in a duplicate', async () => {
      const before = eventsOf(await current()).length
      await subject.do('D4', 'receive-contact', contact)
      await subject.do('D4', 'relate-person', { other: 'C3', relation: 'SIBLING' })
      expect(eventsOf(await current())).toHaveLength(before + 1)
    })

    it('come apart again when the merging is withdrawn', async () => {
      const merging = eventsOf(await current()).find(({ type, child }) => type === 'PersonMerged' && child === 'A1')
      const reason = 'They are cousins, not the same child.'
      const { children } = await subject.do('A1', 'correct-decision', {
        event: merging?.id ?? '',
        withdrawn: true,
        reason,
      })
      expect(children[0]?.history.state.contacts).toHaveLength(1)
      expect((await current()).state.contacts).toHaveLength(1)
    })
  })
})
