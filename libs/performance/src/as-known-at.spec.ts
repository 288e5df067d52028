import { type ChildEvent, eventsOf, historyOf } from '@front-door/case-flow'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { figuresOf } from '../testing/council.js'
import { someLives } from '../testing/lives.js'
import { histories, told } from '../testing/told.js'

const year = { from: '2024-04-01', to: '2025-03-31' }
const plain = (figures: readonly object[]) => figures.map((figure) => ({ ...figure, asKnownAt: undefined }))

/** The figures as they were live at an instant: nothing recorded later was there, and the day was that day. */
const liveAt = (events: readonly ChildEvent[], instant: string) =>
  figuresOf(() => histories(...events.filter(({ recordedAt }) => recordedAt <= instant)), { now: instant }).figures(
    year,
  )

describe('the figures as known at an instant', () => {
  it('are those that were live then, whatever was recorded later', async () => {
    const instants = fc.constantFrom('2024-03-01', '2024-12-31', '2025-03-31', '2025-06-30')
    await fc.assert(
      fc.asyncProperty(someLives, instants, fc.array(fc.nat({ max: 400 })), async (lives, day, delays) => {
        const recorded = lives.flatMap(eventsOf).map((event, at) => ({ ...event, recordedAt: late(event, delays[at]) }))
        const events = recorded.toSorted((one, other) => (one.recordedAt < other.recordedAt ? -1 : 1))
        const instant = `${day}T23:30:00.000Z`
        const then = await figuresOf(() => histories(...events)).figures({ ...year, asKnownAt: instant })
        expect(plain(then)).toEqual(plain(await liveAt(events, instant)))
      }),
      { numRuns: 20 },
    )
  }, 90_000)

  it('do not count a correction before it was made', async () => {
    const received = told('ReferralReceived', '2024-05-01', { referral: 'r', source: '6' })
    const corrected = told('DecisionCorrected', '2024-09-01', {
      ...{ event: received.id, changed: { source: '2A' }, reason: 'A slip.' },
    } as never)
    const of = async (asKnownAt?: string) =>
      (
        await figuresOf(() => histories(received, corrected)).of('referrals-by-source', year.from, year.to, {
          ...(asKnownAt ? { asKnownAt } : {}),
        })
      ).breakdown
    expect([await of('2024-08-31'), await of('2024-09-01'), await of()]).toEqual([{ 6: 1 }, { '2A': 1 }, { '2A': 1 }])
  })

  it('stand on the day they were known: a snapshot looks no further', async () => {
    const events = [told('ReferralReceived', '2024-05-01', { referral: 'r', source: '6' })]
    const figure = await figuresOf(() => histories(...events)).of('decisions-overdue', year.from, year.to, {
      asKnownAt: '2024-05-02',
    })
    expect(figure).toMatchObject({ on: '2024-05-02', value: 0, denominator: 1 })
  })

  it('count a duplicate record by itself until it was merged', async () => {
    const of = async (asKnownAt?: string) => {
      const known = asKnownAt === undefined ? {} : { asKnownAt }
      return (await figuresOf(() => [kept, duplicate]).of('referrals', year.from, year.to, known)).value
    }
    const referral = (child: string) =>
      told('ReferralReceived', '2024-05-01', { referral: `of-${child}`, source: '6' }, { child })
    const [one, other] = [referral('A1'), referral('B2')]
    const reason = 'Same child.'
    const gone = told('PersonMerged', '2024-07-01', { into: 'A1', reason }, { child: 'B2' })
    const whole = [one, other, gone, told('PersonMerged', '2024-07-01', { from: 'B2', reason })]
    // The record that was kept tells the duplicate's story too.
    const kept = historyOf('A1', whole)
    const duplicate = historyOf('B2', [other, gone])
    // Of two referrals of one child on one day one counts.
    expect([await of('2024-06-30'), await of('2024-07-01'), await of()]).toEqual([2, 1, 1])
  })
})

function late({ recordedAt }: ChildEvent, days = 0): string {
  return new Date(Date.parse(recordedAt) + days * 86_400_000).toISOString()
}
