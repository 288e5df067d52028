import { dayOf, momentOf } from '@front-door/calendar'
import { type History, actNames, contradictions, eventsOf } from '@front-door/case-flow'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { OpenEvent } from '@front-door/event-log'
import { type Invented, UNTIL, byStream, emptyRecord } from '../testing/invented.js'
import type { SimulationSummary } from './index.js'

/** Who may see a record is no part of a family's story. */
const notTold = new Set<string>([
  ...['restrict-record', 'lift-restriction', 'open-in-emergency', 'end-emergency-opening'],
])

describe('The lives of five hundred invented children', () => {
  let record: Invented
  let summary: SimulationSummary
  let events: readonly OpenEvent[]
  let histories: readonly History[]

  beforeAll(async () => {
    record = emptyRecord()
    summary = await record.simulate({ children: 500, years: 4, seed: 7 })
    events = await record.events()
    histories = await record.histories()
  }, 60_000)
  afterAll(() => record.close())

  it('contradict no rule, of ours or of the census', () => {
    expect(histories.flatMap(({ state }) => contradictions(state))).toEqual([])
  })

  it('are kept in a record that has no flaw', async () => {
    expect(await record.verified()).toMatchObject({ events: summary.events, flaws: [] })
  })

  it('hold every act of the flow', () => {
    expect(actNames.filter((name) => !summary.acts[name] && !notTold.has(name))).toEqual([])
  })

  it('are recorded in the order of the clock, up to the last day and not after', () => {
    for (const [, stream] of byStream(events)) {
      const times = stream.map(({ recordedAt }) => recordedAt)
      expect(times).toEqual([...times].sort())
    }
    expect(events.filter(({ recordedAt }) => dayOf(momentOf(recordedAt)) > UNTIL)).toEqual([])
  })

  it('are told of only after they happened', () => {
    expect(events.filter((event) => event.occurredAt > momentOf(event.recordedAt))).toEqual([])
  })

  it('hold nothing of what somebody tried and may not do', () => {
    expect(Object.keys(summary.refused)).toEqual(expect.arrayContaining(['decide-contact', 'authorise-assessment']))
    const commands = new Set(events.map(({ cause }) => cause))
    expect(commands.size).toBe(Object.values(summary.acts).reduce((sum, count) => sum + count, 0))
    const authorised = histories.flatMap(eventsOf).filter(({ type }) => type === 'AssessmentAuthorised')
    expect(authorised.filter(({ worker }) => worker.role !== 'team-manager')).toEqual([])
  })

  it('have their mistakes put right by people who may record such an entry: business support changes no decision', () => {
    const told = histories.flatMap(eventsOf)
    const byId = new Map(told.map((event) => [event.id, event]))
    const corrected = told.flatMap(({ type, data, worker }) =>
      type === 'DecisionCorrected' ? [{ type: byId.get(data.event)?.type, by: worker.role }] : [],
    )
    const bySupport = corrected.filter(({ by }) => by === 'business-support').map(({ type }) => type)
    expect(new Set(bySupport)).toEqual(new Set(['ContactReceived']))
    expect(new Set(corrected.map(({ type }) => type)).size).toBeGreaterThan(3)
  })

  it('go on at the end: some have a case open, an assessment under way or a contact undecided', () => {
    const open = histories.map(({ state }) => state)
    expect(open.filter(({ referrals }) => referrals.some(({ stage }) => stage === 'open')).length).toBeGreaterThan(20)
    expect(open.some(({ assessments }) => assessments.some(({ stage }) => stage === 'started'))).toBe(true)
  })

  it('hold no visit under a plan after it ended', () => {
    for (const { state } of histories)
      for (const { id, endedAt } of [...state.cinPlans, ...state.protectionPlans])
        for (const { at } of state.visits.filter(({ about }) => about === id))
          expect(endedAt === undefined || dayOf(at) <= dayOf(endedAt)).toBe(true)
  })

  it('see some of what happened written down days later, and some in another month', () => {
    const late = events.filter(({ occurredAt, recordedAt }) => dayOf(occurredAt) < dayOf(recordedAt)).length
    const nextMonth = events.filter(({ occurredAt, recordedAt }) => occurredAt.slice(0, 7) < recordedAt.slice(0, 7))
    expect(late / events.length).toBeGreaterThan(0.02)
    expect(nextMonth.length / events.length).toBeGreaterThan(0.002)
  })
})

describe('The life of one family of a council of 16,000 children', () => {
  it('goes on where a child dies after a plan was agreed and before it was written down', async () => {
    const record = emptyRecord()
    await record.simulate({ children: 16_000, years: 4, seed: 1, share: { part: 4_032, of: 16_000 } })
    expect((await record.histories()).some(({ state }) => state.person.stage === 'died')).toBe(true)
    await record.close()
  })
})
