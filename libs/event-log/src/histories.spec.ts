import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { type FreshEvent, type History, eventsOf } from '@front-door/case-flow'
import { type Office, command, later, office, recorded } from '../testing/office.js'
import { historiesFrom } from './histories.js'
import { streamOf } from './reader.js'

const contact = { source: '6', concern: 'Shouting was heard.' } as const
/** A merge taken back in one record alone. */
const withdrawing = (child: string, event: string): FreshEvent => ({
  ...{ id: `half-${child}`, child, type: 'DecisionCorrected', version: 1, cause: 'half' },
  ...{ occurredAt: '2026-06-01', recordedAt: later() },
  worker: { id: 'kim.day', role: 'team-manager', team: 'MASH' },
  data: { event, withdrawn: true },
  words: { reason: 'They are cousins.' },
})
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
    for (const child of ['B2', 'C3', 'B2', 'C3']) await few.known(child)
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
      expect(eventsOf((await subject.histories.known('A1')).history)).toHaveLength(before + 1)
      expect(eventsOf(await current())).toHaveLength(before + 1)
    })

    /** Takes back that B2 was merged into A1, in those of the two records that are named. */
    const partedIn = async (...records: readonly string[]) => {
      const merges = eventsOf(await current()).filter(({ type }) => type === 'PersonMerged')
      const { cause } = merges.find(({ child }) => child === 'A1') ?? {}
      const children = records.map((child) => {
        const event = merges.find((merge) => merge.child === child && merge.cause === cause)?.id ?? ''
        return { child, input: { event, withdrawn: true, reason: 'They are cousins, not the same child.' } }
      })
      const asked = command('A1', 'correct-decision', { event: '', reason: '' }, { as: 'team-manager' })
      return subject.perform({ ...asked, children })
    }

    it('come apart again, each with what was done in it, when the merging is withdrawn', async () => {
      const { children } = recorded(await partedIn('B2', 'A1'))
      expect(children.map(({ child, history }) => [child, history.state.contacts.length])).toEqual([
        ['B2', 3],
        ['A1', 1],
      ])
      expect((await current()).state.contacts).toHaveLength(1)
      for (const child of ['A1', 'B2'])
        expect((await historiesFrom(subject.log).current(child)).history).toEqual(
          (await subject.histories.current(child)).history,
        )
    })

    it('do not come apart in one of the two, nor in the record of a duplicate that was merged on', async () => {
      expect(await partedIn('A1')).toMatchObject({ outcome: 'refused', refusals: [{ rule: 'in-both-records' }] })
      const { history } = await subject.histories.current('B2')
      const event = eventsOf(history).find(({ type, child }) => type === 'PersonMerged' && child === 'B2')?.id ?? ''
      const slip = { event, withdrawn: true, reason: 'A slip.' }
      expect(await subject.ask('B2', 'correct-decision', slip, { as: 'team-manager' })).toMatchObject({
        refusals: [{ rule: 'merged-on', message: 'This record was itself merged into A1. Take that back first.' }],
      })
    })

    it('do not come apart while something done in the record kept stands on what the duplicate brought', async () => {
      const contact = await subject.the('contacts', 'C3')
      await subject.do('A1', 'decide-contact', { contact, outcome: 'NFA', reason: 'Nothing was found.' })
      expect(await partedIn('A1', 'B2')).toMatchObject({ refusals: [{ rule: 'something-stands-on-it', child: 'A1' }] })
      const event = eventsOf(await current()).find(({ type }) => type === 'ContactDecided')?.id ?? ''
      const slip = { event, withdrawn: true, reason: 'Another child.' }
      await subject.do('A1', 'correct-decision', slip, { as: 'team-manager' })
      recorded(await partedIn('A1', 'B2'))
    })

    it('tell what was done in one record only, where an earlier log holds half of a withdrawal', async () => {
      const { history } = await subject.histories.current('B2')
      const into = eventsOf(history).findLast(({ type, child }) => type === 'PersonMerged' && child === 'B2')
      const half = [withdrawing('B2', into?.id ?? '')]
      recorded(await subject.recorder.recall('B2', history.version, half, 'half', ''))
      expect((await current()).state.contacts).toHaveLength(1)
      expect((await subject.histories.current('B2')).history.state.contacts).toHaveLength(3)
    })
  })
})
