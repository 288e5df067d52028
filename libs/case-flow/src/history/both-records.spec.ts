import { describe, expect, it } from '@jest/globals'
import { eventsOf, historyOf } from '../index.js'
import { registered } from '../../testing/steps.js'
import { type Step, Story } from '../../testing/story.js'

const reason = 'They are cousins, not the same child.'

const asManager = { as: 'team-manager' } as const

/** The entries of this type, taken back in the records of these children by one act. */
const takeBack = (story: Story, type: string, ...children: readonly string[]) => ({
  ...story.command('correct-decision', { event: '', reason }, asManager),
  children: children.map((child) => ({ child, input: { event: story.eventId(type, child), withdrawn: true, reason } })),
})

const told = (...steps: readonly Step[]) => {
  const story = new Story('A1')
  registered(story)
  story.do('register-person', { givenName: 'Robin' }, { child: 'B2' })
  for (const step of steps) step(story)
  return story
}

const merged: Step = (story) => void story.do('merge-person', { into: 'B2', reason: 'Same.' }, asManager)

/** One contact about both children, who are brother and sister. */
const contactOfBoth: Step = (story) => {
  const asked = story.command('receive-contact', { source: '6', concern: 'Heard.', siblings: true })
  const [{ input }] = asked.children as [(typeof asked.children)[number]]
  story.run({ ...asked, children: ['A1', 'B2'].map((child) => ({ child, input })) })
}

const refusals = (story: Story, command: Parameters<Story['ask']>[0]) => {
  const decided = story.ask(command)
  return 'refusals' in decided ? decided.refusals : []
}

describe('a merge recorded by mistake', () => {
  it('is taken back in both records by one act, and nothing else is', () => {
    const story = told(contactOfBoth, merged)
    story.run(takeBack(story, 'PersonMerged', 'A1', 'B2'))
    expect(story.history('A1').state.person.stage).toBe('living')
    expect(story.history('A1').state.person.mergedInto).toBeUndefined()
    expect(story.history('B2').state.person.mergedFrom).toEqual([])
    for (const child of ['A1', 'B2']) expect(story.history(child).state.contacts).toHaveLength(1)
  })

  it('is not taken back in one record alone, and the refusal names the other and its entry', () => {
    const story = told(merged)
    for (const [one, other] of [
      ['A1', 'B2'],
      ['B2', 'A1'],
    ] as const)
      expect(refusals(story, takeBack(story, 'PersonMerged', one))).toMatchObject([
        {
          rule: 'in-both-records',
          child: one,
          message: `This stands in the record of ${other}, as the event ${story.eventId('PersonMerged', other)}, too. Take both back in one act, each child with its own event.`,
        },
      ])
  })

  it('is taken back, or its reason corrected, by those who may merge, though others may correct', () => {
    const story = told(merged)
    const both = takeBack(story, 'PersonMerged', 'A1', 'B2')
    const worker = { id: 'jo.reed', role: 'screening-social-worker', team: 'MASH' } as const
    expect(refusals(story, { ...both, worker })).toMatchObject([
      { rule: 'role', child: 'A1' },
      { rule: 'role', child: 'B2' },
    ])
    expect(refusals(story, { ...both, worker: { ...worker, role: 'business-support' } })).toEqual([])
  })

  it('is taken back by somebody who may open both', () => {
    const story = told(merged)
    story.do(
      'restrict-record',
      { to: ['kim.day'], reason: 'A parent works here.' },
      { ...asManager, by: 'kim.day', child: 'B2' },
    )
    const both = takeBack(story, 'PersonMerged', 'A1', 'B2')
    expect(refusals(story, both)).toMatchObject([{ rule: 'restricted', child: 'B2' }])
    expect(refusals(story, { ...both, worker: { ...both.worker, id: 'kim.day' } })).toEqual([])
  })

  it('can be finished where an earlier log holds one half of it taken back', () => {
    const story = told(merged)
    const [half] = takeBack(story, 'PersonMerged', 'A1').children
    story.recall({
      ...{ id: 'half', child: 'A1', type: 'DecisionCorrected', version: 1, cause: 'half' },
      ...{ occurredAt: '2025-06-02', recordedAt: story.now },
      worker: { id: 'kim.day', role: 'team-manager', team: 'MASH' },
      data: { event: half?.input && 'event' in half.input && half.input.event, withdrawn: true },
      words: { reason },
    })
    story.run(takeBack(story, 'PersonMerged', 'B2'))
    expect(story.history('B2').state.person.mergedFrom).toEqual([])
  })

  it('is not turned into a merge with another record', () => {
    const story = told(merged)
    const event = story.eventId('PersonMerged')
    const correct = (changed: object) =>
      story.command('correct-decision', { event, changed: { ...changed }, reason }, asManager)
    expect(refusals(story, correct({ into: 'C3' }))).toMatchObject([{ rule: 'in-both-records', field: 'changed' }])
    expect(refusals(story, correct({ reason: 'The same date of birth.' }))).toEqual([])
  })
})

describe('what a duplicate brought', () => {
  /** A1, merged into B2, whose history is read with what A1 brought. */
  const kept = () => {
    const story = told(contactOfBoth, merged)
    const read = () => {
      const events = ['A1', 'B2'].flatMap((child) =>
        eventsOf(story.history(child)).filter((own) => own.child === child),
      )
      const inOrder = events.toSorted((a, b) => a.recordedAt.localeCompare(b.recordedAt))
      story.histories.set('B2', historyOf('B2', inOrder))
    }
    read()
    const contact = story.history('A1').state.contacts[0]?.id ?? ''
    const correct = (input: object) => ({
      ...story.command('correct-decision', { event: '', reason }, asManager),
      children: [{ child: 'B2', input: { event: story.eventId('ContactReceived', 'A1'), reason, ...input } }],
    })
    return { story, read, contact, correct }
  }
  const sourceIn = (story: Story, child: string, id: string) =>
    story.history(child).state.contacts.find((each) => each.id === id)?.source

  it('is corrected in the record that was kept and written in the duplicate’s, so that it counts in both', () => {
    const { story, read, contact, correct } = kept()
    const command = correct({ changed: { source: '9' } })
    const decided = story.ask(command)
    expect('changes' in decided && decided.changes.map(({ after, events }) => [after.child, events.length])).toEqual([
      ['A1', 1],
    ])
    story.run(command)
    read()
    expect(story.ask(command)).toEqual({ changes: [] })
    for (const child of ['A1', 'B2']) expect(sourceIn(story, child, contact)).toBe('9')
    story.run(takeBack(story, 'PersonMerged', 'A1', 'B2'))
    expect(sourceIn(story, 'A1', contact)).toBe('9')
    expect(sourceIn(story, 'B2', contact)).toBeUndefined()
  })

  it('is not taken back while something done in the record kept stands on it', () => {
    const { story, contact, correct } = kept()
    story.do('decide-contact', { contact, outcome: 'NFA', reason: 'Nothing was found.' }, { child: 'B2' })
    expect(refusals(story, correct({ withdrawn: true }))).toMatchObject([{ rule: 'something-stands-on-it' }])
  })

  it('is not corrected in the duplicate’s own record, nor where that was not read', () => {
    const { story, correct } = kept()
    const asked = correct({ changed: { source: '9' } })
    const own = { ...asked, children: asked.children.map((entry) => ({ ...entry, child: 'A1' })) }
    expect(refusals(story, own)).toMatchObject([
      { rule: 'merged', message: 'This record was merged into B2. Correct it there.' },
    ])
    story.histories.delete('A1')
    expect(refusals(story, asked)).toMatchObject([{ rule: 'in-another-record' }])
  })
})

describe('a relation recorded by mistake', () => {
  it('is taken back in both records by one act; the contact that told of it stays', () => {
    const story = told(contactOfBoth)
    expect(refusals(story, takeBack(story, 'PersonRelated', 'B2'))).toMatchObject([{ rule: 'in-both-records' }])
    story.run(takeBack(story, 'PersonRelated', 'A1', 'B2'))
    for (const child of ['A1', 'B2']) {
      const { person, contacts } = story.history(child).state
      expect([person.relations, contacts.length]).toEqual([[], 1])
    }
    story.do('relate-person', { other: 'B2', relation: 'PARENT' })
    expect(story.history('B2').state.person.relations).toEqual([{ other: 'A1', relation: 'CHILD' }])
  })

  it('stays where the contact that told of it is taken back', () => {
    const story = told(contactOfBoth)
    story.run(takeBack(story, 'ContactReceived', 'B2'))
    const { person, contacts } = story.history('B2').state
    expect([person.relations.length, contacts]).toEqual([1, []])
  })
})
