import { describe, expect, it } from '@jest/globals'
import { englandAndWales2028 } from '@front-door/calendar'
import { type Role, defaultPolicy, roles, timescaleIds } from '@front-door/policy'
import fc from 'fast-check'
import { arbitraryValues, idsOf } from '../../testing/arbitrary.js'
import { assessed, earlyHelp, protectionPlan } from '../../testing/steps.js'
import { type Step, Story } from '../../testing/story.js'
import {
  type ActName,
  type Item,
  actNames,
  contradictions,
  flow,
  historyOf,
  eventsOf,
  itemKinds,
  itemsOf,
  nextFor,
} from '../index.js'
import { subjectField } from './guard.js'
import { evidence } from './evidence.js'

const agreed = { policies: [defaultPolicy], calendars: [englandAndWales2028] }

const beginnings: readonly (readonly Step[])[] = [[], [assessed], [protectionPlan], [earlyHelp]]

/** Some front-door life: acts chosen at random among those that may come next and those always open, inputs at random. */
function live(random: fc.GeneratorValue, acts: number): { story: Story; done: ActName[] } {
  const story = new Story()
  for (const step of beginnings[random(fc.nat, { max: 3 })] ?? []) step(story)
  const done: ActName[] = []
  const always = actNames.filter((name) => flow[name].always || name.startsWith('register'))
  for (let i = 0; i < acts; i++) {
    const { state } = story.history()
    const next = nextFor(state, story.now, agreed)
    const act: ActName = random(
      fc.constantFrom,
      ...next.map(({ act }) => act),
      ...next.map(({ act }) => act),
      ...next.slice(-6).map(({ act }) => act),
      ...always,
    )
    const input: Record<string, unknown> = random(() => arbitraryValues(flow[act].act.fields, idsOf(state)))
    const subject = next.find((each) => each.act === act)
    const field = subjectField(flow[act])
    if (subject?.about && field && random(fc.boolean)) Object.assign(input, { [field]: subject.about })
    const events = eventsOf(story.history()).map(({ id }) => id)
    if ('event' in input && events.length > 0) input['event'] = random(fc.constantFrom, ...events)
    if (act === 'correct-decision') input[random(fc.constantFrom, 'changed', 'withdrawn')] = undefined
    if (act === 'record-missed-timescale') input['clock'] = random(fc.constantFrom, ...timescaleIds)
    const unnamed = random(fc.constantFrom, ...Array<Role>(3).fill('partner'), 'screening-social-worker')
    if (act === 'restrict-record') input['to'] = roles.filter((role) => role !== unnamed).map((role) => `the-${role}`)
    story.now = new Date(
      Date.parse(story.now) + random(fc.integer, { min: 60_000, max: 20 * 86_400_000 }),
    ).toISOString()
    const late = random(fc.boolean)
      ? undefined
      : new Date(Date.parse(story.now) - 2 * 86_400_000).toISOString().slice(0, 10)
    const command = story.command(act, input as never, late ? { at: late } : {})
    if ('changes' in story.ask(command)) {
      story.run(command)
      done.push(act)
    }
  }
  return { story, done }
}

describe('any life at the front door', () => {
  it('never reaches a state that a rule forbids, and is the same when its events are folded again', () => {
    const reached = new Set<ActName>()
    fc.assert(
      fc.property(fc.gen(), (random) => {
        const { story, done } = live(random, 45)
        for (const act of done) reached.add(act)
        const { state } = story.history()
        expect(contradictions(state)).toEqual([])
        expect(historyOf('A1', eventsOf(story.history())).state).toEqual(state)
        expect(state.referrals.filter(({ stage }) => stage === 'open').length).toBeLessThanOrEqual(1)
      }),
      { numRuns: 100, seed: 1, endOnFailure: true },
    )
    // The one needs a second record, the other an opening of the last hours.
    expect(actNames.filter((name) => !reached.has(name))).toEqual(['merge-person', 'end-emergency-opening'])
  }, 60_000)

  it('is offered only what the guard then lets through', () => {
    fc.assert(
      fc.property(fc.gen(), (random) => {
        const { story } = live(random, 25)
        for (const { act, about, roles } of nextFor(story.history().state, story.now, agreed)) {
          const field = subjectField(flow[act])
          const values: object = random(() => arbitraryValues(flow[act].act.fields, idsOf(story.history().state)))
          const input = { ...values, ...(field && about ? { [field]: about } : {}) }
          const decided = story.ask(story.command(act, input as never, { as: roles[0] ?? 'administrator' }))
          const rules = 'refusals' in decided ? decided.refusals.map(({ rule }) => rule) : []
          for (const closed of ['role', 'stage', 'unknown-item', 'unknown-child', 'merged'])
            expect([act, ...rules]).not.toContain(closed)
        }
      }),
      { numRuns: 60, endOnFailure: true },
    )
  }, 60_000)

  it('moves every item only along the lines of the table', () => {
    fc.assert(
      fc.property(fc.gen(), (random) => {
        const story = new Story()
        const { story: told } = live(random, 40)
        for (const event of told.fresh) {
          const before = story.history().state
          story.recall(event)
          if (event.type === 'DecisionCorrected') continue
          for (const kind of itemKinds)
            for (const item of itemsOf(story.history().state, kind) as readonly Item[]) {
              const was = (itemsOf(before, kind) as readonly Item[]).find(({ id }) => id === item.id)
              if (was?.stage !== item.stage) expect(reachable(kind)).toContain(item.stage)
            }
        }
      }),
      { numRuns: 60, endOnFailure: true },
    )
  }, 60_000)
})

function reachable(kind: (typeof itemKinds)[number]): readonly string[] {
  return actNames.flatMap((name) => [...(flow[name].opens?.[kind] ?? []), ...(flow[name].to?.[kind] ?? [])])
}

describe('the table', () => {
  it('has a role for every act in the policy, and no act in the policy that it does not know', () => {
    for (const name of actNames) expect(defaultPolicy.may[name]?.length).toBeGreaterThan(0)
    const reading = [
      'see-requests',
      'read-trail',
      'find-children',
      'see-worklists',
      'see-reads',
      'see-figures',
      'see-figure-cases',
      'read-feed',
      'publish-report',
    ]
    expect(
      Object.keys(defaultPolicy.may)
        .filter((name) => !reading.includes(name))
        .sort(),
    ).toEqual([...actNames].sort())
  })

  it('names a field of the act for every item it is about, and only evidence that there is', () => {
    for (const name of actNames) {
      if (flow[name].on) expect([name, subjectField(flow[name])]).not.toContain(undefined)
      for (const asked of flow[name].asks ?? []) expect(evidence.map(({ id }) => id)).toContain(asked)
    }
  })

  it('opens every kind of item by some act', () => {
    for (const kind of itemKinds)
      expect([kind, actNames.some((name) => flow[name].opens?.[kind])]).toEqual([kind, true])
  })
})
