import { afterEach, describe, expect, it } from '@jest/globals'
import { addDays, daysBetween } from '@front-door/calendar'
import type { RowStore } from '@front-door/read-models'
import fc from 'fast-check'
import {
  assessed,
  contact,
  contactDecided,
  later,
  openCase,
  referral,
  referralDecided,
  registered,
  stepDownProposed,
} from '../../../case-flow/testing/steps.js'
import type { Step } from '../../../case-flow/testing/story.js'
import { storeOf } from '../../testing/rows.js'
import { dayNumber } from './day-number.js'
import { reStepping } from './index.js'

let store: RowStore
afterEach(() => store.close())

const accepted: Step = (story) =>
  void story.do('accept-step-down', { stepDown: story.the('stepDown'), lead: 'Lee Example' })
const closed =
  (closure: 'RC7' | 'RC8' | 'RC9'): Step =>
  (story) =>
    void story.do('close-case', { referral: story.the('referral'), closure, reason: 'The work is done.' })
const back: readonly Step[] = [contact(), contactDecided('CIN_REFERRAL')]
const nfa: readonly Step[] = [registered, referral, referralDecided('NFA')]

const always = { from: '2025-01-01', to: '2027-12-31' }
const found = async (
  within: number,
  wanted = always,
  paging: { limit: number; after?: string | undefined } = { limit: 10 },
) => reStepping(store, { ...wanted, within }, paging)
const childrenFound = async (...asked: Parameters<typeof found>) =>
  (await found(...asked)).rows.map(({ child }) => child)

describe('children who were back soon after they left', () => {
  it('are found to the very day, whatever way they left, and those who came back last first', async () => {
    store = await storeOf({
      A1: [...nfa, later(30), ...back],
      B2: [...nfa, later(31), ...back],
      C3: [registered, assessed, closed('RC8'), later(29), ...back],
      D4: [registered, assessed, stepDownProposed, accepted, later(28), ...back],
      E5: nfa,
      G7: [registered, assessed, closed('RC9'), later(27), ...back],
      F6: [registered, assessed, closed('RC7'), later(10), ...back],
    })
    const { rows } = await found(30)
    expect(rows.map(({ child, way, days }) => [child, way, days])).toEqual([
      ['A1', 'nfa', 30],
      ['C3', 'nfa-after-assessment', 29],
      ['D4', 'step-down', 28],
      ['G7', 'step-down', 27],
    ])
    expect(await childrenFound(31)).toContain('B2')
    expect(await childrenFound(26)).toEqual([])
  })

  it('are those who came back within the days asked for', async () => {
    store = await storeOf({ A1: [...nfa, later(30), ...back] })
    const [one] = (await found(30)).rows
    const day = one?.back.received ?? ''
    expect(await childrenFound(30, { from: day, to: day })).toEqual(['A1'])
    expect(await childrenFound(30, { from: addDays(day, 1), to: addDays(day, 9) })).toEqual([])
    expect(await childrenFound(30, { from: addDays(day, -9), to: addDays(day, -1) })).toEqual([])
  })

  it('come with who decided, who proposed and accepted the step-down, and where the words are', async () => {
    store = await storeOf({ D4: [registered, assessed, stepDownProposed, accepted, later(28), ...back] })
    const [row] = (await found(30)).rows
    expect(row?.decisions.map(({ type, worker }) => [type, worker])).toEqual([
      ['ReferralDecided', 'the-screening-social-worker'],
      ['AssessmentCompleted', 'the-social-worker'],
      ['AssessmentAuthorised', 'the-team-manager'],
      ['StepDownProposed', 'the-screening-social-worker'],
      ['StepDownAccepted', 'the-team-manager'],
      ['CaseClosed', 'the-team-manager'],
    ])
    expect(row?.stepDowns).toEqual([
      {
        stepDown: expect.stringMatching(/^D4-/),
        proposed: row?.left,
        proposedBy: 'the-screening-social-worker',
        stage: 'accepted',
        answered: row?.left,
        answeredBy: 'the-team-manager',
      },
    ])
    expect(row?.earlyHelp).toMatchObject([{ started: row?.left, ended: null }])
    const trail = await store.db.selectFrom('trail_line').select(['event', 'type']).execute()
    for (const { event, type } of row?.decisions ?? []) expect(trail).toContainEqual({ event, type })
  })

  it('are not those whose case was still open when the next referral came', async () => {
    store = await storeOf({ A1: [registered, openCase, later(3)] })
    await store.db.updateTable('episode').set({ next: '2025-06-04', stepped_down: '2025-06-20' }).execute()
    expect(await childrenFound(400)).toEqual([])
  })

  it('are listed page by page, each once', async () => {
    const children = Array.from({ length: 7 }, (_, index) => `A${index}`)
    store = await storeOf(
      Object.fromEntries(children.map((child, index) => [child, [...nfa, later(10 + (index % 3)), ...back]])),
    )
    const seen: string[] = []
    let after: string | undefined
    do {
      const page = await found(30, always, { limit: 3, after })
      expect(page.rows.length).toBeLessThanOrEqual(3)
      seen.push(...page.rows.map(({ child }) => child))
      after = page.next
    } while (after)
    expect(seen).toHaveLength(7)
    expect([...seen].sort()).toEqual(children)
  })
})

describe('the number of a day in a query', () => {
  it('counts days as the calendar does', async () => {
    store = await storeOf({})
    const days = fc.integer({ min: 0, max: 20_000 }).map((number) => addDays('2000-01-01', number))
    await fc.assert(
      fc.asyncProperty(days, days, async (one, other) => {
        const { apart } = await store.db
          .selectNoFrom(({ eb, val }) => eb(dayNumber(val(other)), '-', dayNumber(val(one))).as('apart'))
          .executeTakeFirstOrThrow()
        expect(apart).toBe(daysBetween(one, other))
      }),
    )
  })
})
