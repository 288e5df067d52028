import { describe, expect, it } from '@jest/globals'
import { contradictions, whyIllFitting } from '@front-door/case-flow'
import { Imported, sample } from '../../testing/importing.js'
import type { ReportLine } from '../index.js'

const childLines = (lines: readonly ReportLine[]) => lines.filter(({ about }) => about === 'child')
const episodeLines = (lines: readonly ReportLine[]) => lines.filter(({ about }) => about === 'episode')
const outcomes = (lines: readonly ReportLine[]) => [...new Set(lines.map(({ outcome }) => outcome))]

describe('the clean return', () => {
  it('adds every child and every episode', async () => {
    const { lines, events } = await new Imported().add(sample('cin-sample-clean.xml'))
    expect([childLines(lines).length, episodeLines(lines).length]).toEqual([22, 25])
    expect(outcomes(lines.filter(({ about }) => about !== 'entry'))).toEqual(['added'])
    expect(lines.reduce((sum, line) => sum + line.events, 0)).toBe(events.length)
  })

  it('holds nothing that is not as it should be, and contradicts nothing', async () => {
    const imported = new Imported()
    const { lines } = await imported.add(sample('cin-sample-clean.xml'))
    expect(lines.filter(({ about }) => about === 'entry')).toEqual([])
    expect([...imported.histories.values()].flatMap(({ state }) => contradictions(state))).toEqual([])
  })

  it('adds nothing a second time', async () => {
    const imported = new Imported()
    await imported.add(sample('cin-sample-clean.xml'))
    const { events, lines } = await imported.add(sample('cin-sample-clean.xml'))
    expect(events).toEqual([])
    expect(outcomes(lines.filter(({ about }) => about !== 'entry'))).toEqual(['unchanged'])
  })

  it('gives the same events with the same ids wherever it is read', async () => {
    const ids = async () => (await new Imported().add(sample('cin-sample-clean.xml'))).events.map(({ id }) => id)
    const [one, other] = [await ids(), await ids()]
    expect(one).toEqual(other)
    expect(new Set(one).size).toBe(one.length)
  })
})

describe('the sample of the sector, full of contradictions', () => {
  it('has every one of its 332 children and 402 episodes accounted for', async () => {
    const { lines, events } = await new Imported().add(sample('d2i-sample-cin.xml'))
    expect([childLines(lines).length, episodeLines(lines).length]).toEqual([332, 402])
    expect(outcomes(lines.filter(({ about }) => about !== 'entry'))).toEqual(['added'])
    expect(events.filter((event) => whyIllFitting(event) !== undefined)).toEqual([])
  })

  it('keeps what contradicts itself as it stands, and reports it', async () => {
    const imported = new Imported()
    const { lines } = await imported.add(sample('d2i-sample-cin.xml'))
    const referrals = [...imported.histories.values()].flatMap(({ state }) => state.referrals)
    const conferences = [...imported.histories.values()].flatMap(({ state }) => state.conferences)
    expect(referrals.every(({ nfa }) => nfa)).toBe(true)
    expect(referrals.filter(({ closedAt }) => closedAt)).toHaveLength(252)
    expect(conferences).toHaveLength(350)
    const broken = lines.flatMap((line) => line.contradictions ?? []).map(({ rule }) => rule)
    const counted = Object.fromEntries(
      [...new Set(broken)].map((rule) => [rule, broken.filter((each) => each === rule).length]),
    )
    expect(counted).toEqual({ 'nfa-not-closed': 252, '8831': 350, '8585Q': 35, '2990': 28, '8825Q': 30, '8555Q': 30 })
  })

  it('tells of the five codes it gives twice', async () => {
    const { lines } = await new Imported().add(sample('d2i-sample-cin.xml'))
    const told = lines.filter(({ about, outcome }) => about === 'entry' && outcome === 'not imported')
    expect(told).toHaveLength(5)
    expect(told[0]).toMatchObject({
      line: 1444,
      element: 'Disability',
      says: 'Disability MOB is given twice. It is kept once.',
    })
  })

  it('tells of the invented UPNs, and of each child whose gender it gives as indeterminate', async () => {
    const { lines } = await new Imported().add(sample('d2i-sample-cin.xml'))
    const kept = lines.filter(({ outcome }) => outcome === 'kept')
    const of = (name: string) => kept.filter(({ element }) => element === name)
    expect([of('UPN').length, of('GenderCurrent').length, kept.length]).toEqual([320, 80, 400])
  })

  it('adds nothing a second time, and reports the same contradictions', async () => {
    const imported = new Imported()
    const first = await imported.add(sample('d2i-sample-cin.xml'))
    const second = await imported.add(sample('d2i-sample-cin.xml'))
    expect(second.events).toEqual([])
    const broken = (lines: readonly ReportLine[]) => episodeLines(lines).map((line) => line.contradictions)
    expect(broken(second.lines)).toEqual(broken(first.lines))
  })
})
