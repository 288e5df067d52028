import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { type FreshEvent, eventsOf } from '@front-door/case-flow'
import { type Office, command, later, office, recorded, world } from '../testing/office.js'
import { all } from '../testing/events.js'
import { historiesFrom } from './histories.js'
import { type EventLog, START } from './log.js'
import { CommandReused, TooManyAtOnce } from './performed.js'
import { IllFitting } from './prepare.js'
import { streamOf } from './reader.js'
import { recorderOf } from './recorder.js'
import { verify } from './verify.js'
import { KeyDestroyed } from './words/keys.js'

const contact = { source: '6', concern: 'Shouting was heard.' } as const

describe('recording', () => {
  let subject: Office

  beforeEach(() => {
    subject = office()
  })

  afterEach(async () => {
    expect((await verify(subject.log)).flaws).toEqual([])
    await subject.close()
    subject.remove()
  })

  const stored = () => all(subject.log.readAll(START))

  it('writes what was decided, and tells what came of it', async () => {
    const performed = await subject.ask('A1', 'receive-contact', contact)
    const events = await stored()
    expect(performed).toMatchObject({
      outcome: 'recorded',
      again: false,
      children: [{ child: 'A1', version: 2, events: events.map(({ id, type, version }) => ({ id, type, version })) }],
    })
    expect(events.map(({ type }) => type)).toEqual(['PersonRegistered', 'ContactReceived'])
    expect(recorded(performed).children[0]?.history).toEqual((await historiesFrom(subject.log).current('A1')).history)
  })

  it('seals the words, and opens them again', async () => {
    await subject.do('A1', 'receive-contact', { ...contact, person: { givenName: 'Robin' } })
    const { history } = await subject.histories.current('A1')
    const [registered, received] = eventsOf(history)
    expect(registered?.said).toEqual(['givenName'])
    expect(JSON.stringify(await stored())).not.toMatch(/Robin|Shouting/)
    const words = await subject.recorder.words(eventsOf(history))
    expect(words.get(registered?.id ?? '')).toEqual({ givenName: 'Robin' })
    expect(words.get(received?.id ?? '')).toEqual({ concern: 'Shouting was heard.' })
  })

  it('fingerprints reasons, so that a copied one is seen', async () => {
    const reason = 'The history was read and nothing raises the risk.'
    for (const child of ['A1', 'B2']) {
      await subject.do(child, 'receive-contact', contact)
      await subject.do(child, 'decide-contact', {
        contact: await subject.the('contacts', child),
        outcome: 'NFA',
        reason,
      })
    }
    const prints = (await stored()).filter(({ type }) => type === 'ContactDecided').map((event) => event.prints)
    expect(prints[0]).toEqual({ reason: expect.stringMatching(/^[0-9a-f]{32}$/) })
    expect(prints[1]).toEqual(prints[0])
  })

  it('answers with the refusal, and writes nothing', async () => {
    const performed = await subject.ask('A1', 'decide-contact', { contact: 'none', outcome: 'NFA', reason: 'No.' })
    expect(performed).toMatchObject({ outcome: 'refused', refusals: [{ rule: 'unknown-child', child: 'A1' }] })
    expect(await stored()).toEqual([])
  })

  it('tells what is to happen, and writes nothing, where nothing more is to be recorded', async () => {
    for (const child of ['A1', 'B2']) await subject.do(child, 'receive-contact', contact)
    await subject.do('A1', 'relate-person', { other: 'B2', relation: 'SIBLING' })
    const again = await subject.do('A1', 'relate-person', { other: 'B2', relation: 'SIBLING' })
    expect(again.children.map(({ child, version, events }) => [child, version, events])).toEqual([
      ['A1', 3, []],
      ['B2', 3, []],
    ])
    expect(await stored()).toHaveLength(6)
  })

  it('writes about several children at once, also about those the act only names', async () => {
    for (const child of ['A1', 'B2']) await subject.do(child, 'receive-contact', contact)
    const { children } = await subject.do('A1', 'relate-person', { other: 'B2', relation: 'SIBLING' })
    expect(children.map(({ child, version }) => [child, version])).toEqual([
      ['A1', 3],
      ['B2', 3],
    ])
  })

  it('writes nothing about a child whose words were erased', async () => {
    await subject.do('A1', 'receive-contact', contact)
    await subject.keys.destroy('A1', later())
    await expect(subject.ask('A1', 'receive-contact', contact)).rejects.toThrow(KeyDestroyed)
    expect(await stored()).toHaveLength(2)
    const { history } = await subject.histories.current('A1')
    const words = await subject.recorder.words(eventsOf(history))
    expect([...words.values()]).toEqual([{}, undefined])
  })

  describe('the same command again', () => {
    it('gives the same receipt, whatever happened since', async () => {
      const asked = command('A1', 'receive-contact', contact)
      const first = recorded(await subject.perform(asked))
      expect(await subject.perform(asked)).toEqual({ ...first, again: true })
      await subject.do('A1', 'receive-contact', contact)
      expect(await subject.perform(asked)).toEqual({ ...first, again: true })
      const restarted = office(subject.folder)
      expect(await restarted.perform(asked)).toEqual({ ...first, again: true })
      await restarted.close()
      expect(await stored()).toHaveLength(3)
    })

    it('happens once when it is asked many times at once', async () => {
      const other = office(subject.folder)
      const asked = command('A1', 'receive-contact', contact)
      const answers = await Promise.all([...Array(9).keys()].map((n) => (n % 2 ? subject : other).perform(asked)))
      expect(answers.map((answer) => recorded(answer).again).filter((again) => !again)).toHaveLength(1)
      for (const answer of answers) expect(recorded(answer).children).toEqual(recorded(answers[0] ?? answer).children)
      expect(await stored()).toHaveLength(2)
      await other.close()
    })

    it('is not refused for what it has itself brought about', async () => {
      await subject.do('A1', 'receive-contact', contact)
      const decision = { contact: await subject.the('contacts', 'A1'), outcome: 'NFA', reason: 'It is over.' } as const
      const asked = command('A1', 'decide-contact', decision)
      const first = recorded(await subject.perform(asked))
      expect(await subject.perform(asked)).toEqual({ ...first, again: true })
      const expected = new Map([['A1', 2]])
      expect(await subject.perform(asked, { expected })).toEqual({ ...first, again: true })
    })

    it('is not the same when something else is asked under its id', async () => {
      await subject.do('A1', 'receive-contact', contact, { id: 'one', fingerprint: 'a contact' })
      for (const child of ['A1', 'B2']) {
        const reused = subject.ask(child, 'receive-contact', contact, { id: 'one', fingerprint: 'another' })
        await expect(reused).rejects.toThrow(CommandReused)
      }
      const at = subject.ask('A1', 'decide-contact', { contact: 'x', outcome: 'NFA', reason: 'No.' }, { id: 'one' })
      await expect(at).rejects.toThrow('The id one was used before for another command.')
      expect(await stored()).toHaveLength(2)
    })
  })

  describe('where others record at the same time', () => {
    it('sixteen acts about one child are all recorded, one after the other', async () => {
      await subject.do('A1', 'receive-contact', contact)
      const acts = Array.from({ length: 16 }, () => subject.do('A1', 'receive-contact', contact))
      const versions = (await Promise.all(acts)).map(({ children }) => children[0]?.version)
      expect([...versions].sort((a = 0, b = 0) => a - b)).toEqual(Array.from({ length: 16 }, (_, index) => index + 3))
    })

    it('a refusal rests on what the log holds, not on what was remembered', async () => {
      const other = office(subject.folder)
      await subject.do('A1', 'receive-contact', contact)
      await other.do('A1', 'receive-contact', contact)
      const news = await other.the('contacts', 'A1')
      const performed = await subject.ask('A1', 'decide-contact', {
        contact: news,
        outcome: 'NFA',
        reason: 'It is over.',
      })
      expect(recorded(performed).children[0]?.version).toBe(4)
      await other.close()
    })

    it('a decision that another program made first is not made twice', async () => {
      const other = office(subject.folder)
      await subject.do('A1', 'receive-contact', contact)
      const decision = { contact: await subject.the('contacts', 'A1'), outcome: 'NFA', reason: 'It is over.' } as const
      await other.the('contacts', 'A1')
      const both = [subject, other].map((each) => each.ask('A1', 'decide-contact', decision))
      const outcomes = (await Promise.all(both)).map(({ outcome }) => outcome)
      expect(outcomes.sort()).toEqual(['recorded', 'refused'])
      await other.close()
    })

    it('an act about brothers and sisters is recorded about all of them or none', async () => {
      const other = office(subject.folder)
      await subject.do('B2', 'receive-contact', contact)
      await other.do('B2', 'receive-contact', contact)
      const asked = command('A1', 'receive-contact', { ...contact, siblings: true })
      const children = ['A1', 'B2', 'C3'].map((child) => ({ child, input: asked.children[0]?.input ?? contact }))
      const told = recorded(await subject.perform({ ...asked, children })).children
      expect(told.map(({ child, version }) => [child, version])).toEqual([
        ['A1', 4],
        ['B2', 6],
        ['C3', 4],
      ])
      await other.close()
    })

    it('it is given up, with a sentence, when somebody is first every time', async () => {
      const busy: EventLog = {
        ...subject.log,
        async append(asked, appends) {
          await subject.do('A1', 'receive-contact', contact)
          return subject.log.append(asked, appends)
        },
      }
      const unlucky = recorderOf({ log: busy, keys: subject.keys, world })
      const given = unlucky.perform(command('A1', 'receive-contact', contact), 'asked')
      await expect(given).rejects.toThrow(TooManyAtOnce)
    })
  })

  describe('on the versions that were looked at', () => {
    const expecting = (version: number) => ({ expected: new Map([['A1', version]]) })

    it('goes ahead where they are still so', async () => {
      await subject.do('A1', 'receive-contact', contact, expecting(0))
      expect(await subject.ask('A1', 'receive-contact', contact, expecting(2))).toMatchObject({ outcome: 'recorded' })
    })

    it('writes nothing where one has moved on, and says which', async () => {
      await subject.do('A1', 'receive-contact', contact)
      expect(await subject.ask('A1', 'receive-contact', contact, expecting(1))).toEqual({
        outcome: 'stale',
        children: [{ child: 'A1', expected: 1, actual: 2 }],
      })
      expect(await stored()).toHaveLength(2)
    })

    it('goes by the log, not by what is remembered here', async () => {
      const other = office(subject.folder)
      await subject.do('A1', 'receive-contact', contact)
      await other.do('A1', 'receive-contact', contact)
      expect(await subject.ask('A1', 'receive-contact', contact, expecting(2))).toMatchObject({ outcome: 'stale' })
      await other.do('A1', 'receive-contact', contact)
      expect(await subject.ask('A1', 'receive-contact', contact, expecting(4))).toMatchObject({ outcome: 'recorded' })
      await other.close()
    })
  })

  describe('facts of an earlier system', () => {
    const fact = (differing: Partial<FreshEvent> = {}): FreshEvent => ({
      id: world.newId(),
      child: 'A1',
      type: 'PersonRegistered',
      version: 1,
      occurredAt: '2019-03-04',
      recordedAt: '2025-06-02T08:00:00.000Z',
      worker: { id: 'census-2019', role: 'import', team: 'Import' },
      cause: 'file-7',
      data: { birthDate: '2015-03-04' },
      words: { givenName: 'Robin' },
      ...differing,
    })

    it('are recorded as they are, without a decision', async () => {
      const facts = [fact(), fact({ type: 'DeathRecorded', data: { deathDate: '2018-01-01' }, words: {} })]
      const told = recorded(await subject.recorder.recall('A1', 0, facts, 'file-7-A1', 'facts')).children
      expect(told).toMatchObject([{ child: 'A1', version: 2, events: [{ version: 1 }, { version: 2 }] }])
      expect(told[0]?.history).toEqual((await historiesFrom(subject.log).current('A1')).history)
      expect((await subject.recorder.words(facts)).get(facts[0]?.id ?? '')).toEqual({ givenName: 'Robin' })
    })

    it('are recorded once', async () => {
      const facts = [fact()]
      const first = recorded(await subject.recorder.recall('A1', 0, facts, 'file-7-A1', 'facts'))
      const again = await subject.recorder.recall('A1', 0, [fact()], 'file-7-A1', 'facts')
      expect(again).toEqual({ ...first, again: true })
      await expect(subject.recorder.recall('A1', 1, [fact()], 'file-7-A1', 'more')).rejects.toThrow(CommandReused)
    })

    it('are not recorded where the history has moved on', async () => {
      await subject.do('A1', 'receive-contact', contact)
      expect(await subject.recorder.recall('A1', 0, [fact()], 'file-7-A1', 'facts')).toEqual({
        outcome: 'stale',
        children: [{ child: 'A1', expected: 0, actual: 2 }],
      })
    })

    it.each([
      [{ data: { birthDate: 'in March' } }, 'its field birthDate does not fit'],
      [{ type: 'HoroscopeCast' }, 'its type or version is unknown'],
      [{ version: 9 }, 'its type or version is unknown'],
    ])('are not recorded where they could not be read again: %o', async (differing, why) => {
      const facts = [fact(), fact(differing)]
      const recalled = subject.recorder.recall('A1', 0, facts, 'file-7-A1', 'facts')
      await expect(recalled).rejects.toThrow(IllFitting)
      await expect(recalled).rejects.toThrow(`of child A1 cannot be recorded: ${why}.`)
      expect(await subject.log.readStream(streamOf('A1'))).toEqual([])
    })
  })
})
