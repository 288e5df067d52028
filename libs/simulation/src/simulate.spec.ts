import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { openCase } from '@front-door/case-flow'
import type { OpenEvent } from '@front-door/event-log'
import { type Invented, byStream, emptyRecord } from '../testing/invented.js'
import { type SimulationSummary, together } from './index.js'

describe('An invented council told again', () => {
  let one: Invented
  let other: Invented
  let told: SimulationSummary

  beforeAll(async () => {
    one = emptyRecord()
    told = await one.simulate()
  }, 30_000)
  beforeEach(() => {
    other = emptyRecord()
  })
  afterEach(() => other.close())
  afterAll(() => one.close())

  const same = async () => expect(byStream(await other.events())).toEqual(byStream(await one.events()))

  it('is the same in every id, time and date, however many families are told at a time', async () => {
    await other.simulate({ concurrency: 3 })
    await same()
  })

  it('is the same when several threads each tell a share of its families', async () => {
    const shares = [0, 1, 2].map((part) => other.simulate({ share: { part, of: 3 } }))
    expect(together(await Promise.all(shares))).toEqual({ ...told, seconds: expect.any(Number) })
    await same()
  })

  it('is the same with people of the demo among its workers, who hold posts of their own at the end', async () => {
    const staff = [
      { id: 'sam.field', role: 'social-worker', team: 'Assessment North' },
      { id: 'lee.marsh', role: 'social-worker', team: 'Assessment North' },
      { id: 'jo.reed', role: 'screening-social-worker', team: 'Front Door' },
      { id: 'nobody.here', role: 'social-worker', team: 'A team that is not' },
    ] as const
    await other.simulate({ staff })
    const told = await other.events()
    const ids = new Set(told.map(({ worker }) => worker.id))
    expect(staff.map(({ id }) => ids.has(id))).toEqual([true, true, true, false])
    const whoever = (events: readonly OpenEvent[]) =>
      events.map(({ type, occurredAt, recordedAt, worker: { role, team } }) =>
        [type, occurredAt, recordedAt, role, team].join(' '),
      )
    expect(whoever(told).sort()).toEqual(whoever(await one.events()).sort())
    const held = (await other.histories()).flatMap(({ state }) => openCase(state)?.allocated ?? [])
    expect(held.filter(({ to }) => to === 'sam.field' || to === 'lee.marsh')).not.toEqual([])
    expect(
      held.filter(({ to, team }) => team === 'Assessment North' && !['sam.field', 'lee.marsh'].includes(to)),
    ).toEqual([])
  })

  it('is another one with another seed, and shares no child with the first', async () => {
    await other.simulate({ seed: 8 })
    const streams = new Set((await one.events()).map(({ stream }) => stream))
    expect((await other.events()).filter(({ stream }) => streams.has(stream))).toEqual([])
  })

  it('adds nothing to a record that holds it already, and finishes one that was broken off', async () => {
    await other.simulate({ share: { part: 1, of: 2 } })
    await other.simulate()
    await same()
    await other.simulate()
    await same()
  })
})

describe('The summary of a simulation', () => {
  it('counts what the record holds, and tells how far it has come', async () => {
    const record = emptyRecord()
    const summary = await record.simulate({ children: 40 })
    const events = await record.events()
    expect(summary).toMatchObject({ children: 40, events: events.length, population: 196 })
    expect(new Set(events.map(({ cause }) => cause)).size).toBe(Object.values(summary.acts).reduce((a, b) => a + b, 0))
    await record.close()
  }, 20_000)
})
