import { afterEach, describe, expect, it } from '@jest/globals'
import type { RowStore } from '@front-door/read-models'
import {
  assessment,
  contact,
  contactDecided,
  openCase,
  protectionPlan,
  referral,
  referralDecided,
  registered,
  section47Concluded,
  strategyDiscussion,
} from '../../../case-flow/testing/steps.js'
import { recalled } from '../../../read-models/testing/told.js'
import type { Step } from '../../../case-flow/testing/story.js'
import { storeOf } from '../../testing/rows.js'
import { kpiOf } from '../catalogue/catalogue.js'
import { beginningsOf } from '../counting/beginning.js'
import { figure } from '../counting/figure.js'
import { conversion } from './index.js'

let store: RowStore
afterEach(() => store.close())

const direct: Step = (story) => void story.do('receive-referral', { source: '6', concern: 'Shouting was heard.' })
const june = { from: '2025-06-01', to: '2025-06-30' }

describe('conversion', () => {
  it('follows what came in through every step, with the share that went on', async () => {
    store = await storeOf({
      A1: [registered, contact(), contactDecided('INFO_ADVICE')],
      B2: [registered, referral, referralDecided('NFA')],
      C3: [registered, openCase, assessment],
      D4: [registered, openCase, strategyDiscussion(), section47Concluded('NFA')],
      E5: [registered, protectionPlan],
      F6: [registered, direct],
    })
    const told = (await conversion(store, { ...june, start: 'contacts' })).map(({ step, count, share }) => [
      step,
      count,
      share?.value ?? null,
      share?.name ?? null,
    ])
    expect(told).toEqual([
      ['contacts', 5, null, null],
      ['referrals', 4, 80, 'contacts'],
      ['assessments', 1, 25, 'referrals'],
      ['section47', 2, 50, 'referrals'],
      ['conferences', 1, 50, 'section 47 enquiries'],
      ['protection-plans', 1, 100, 'initial child protection conferences'],
    ])
  })

  it('says of every step that is a figure what the figure says', async () => {
    store = await storeOf({
      A1: [registered, contact(), contactDecided('INFO_ADVICE')],
      B2: [registered, referral, referralDecided('NFA')],
      C3: [registered, openCase, assessment, contact(), contactDecided('OPEN_CASE')],
      D4: [registered, openCase, strategyDiscussion(), section47Concluded('NFA')],
      F6: [registered, direct],
      G7: [registered, contact()],
    })
    const ground = { db: store.db, calendars: [], begins: await beginningsOf(store.db), today: '2025-07-31' }
    const figureOf = async (id: string) => {
      const kpi = kpiOf(id)
      return kpi && (await figure(ground, { kpi, ...june, by: undefined, chosen: {} }, {})).numerator
    }
    const stepOf = async (start: 'contacts' | 'referrals', wanted: string) =>
      (await conversion(store, { ...june, start })).find(({ step }) => step === wanted)?.count
    const contacts = await stepOf('contacts', 'contacts')
    expect([contacts, await figureOf('contacts')]).toEqual([5, 5])
    expect([await stepOf('contacts', 'referrals'), await figureOf('contacts-to-referral')]).toEqual([3, 3])
    expect([await stepOf('referrals', 'referrals'), await figureOf('referrals')]).toEqual([4, 4])
    expect([await stepOf('referrals', 'assessments'), await figureOf('referral-to-assessment')]).toEqual([1, 1])
  })

  it('begins with all referrals where that is asked, recorded contact or not', async () => {
    store = await storeOf({ B2: [registered, referral], F6: [registered, direct] })
    const [first, second] = await conversion(store, { ...june, start: 'referrals' })
    expect(first).toMatchObject({ step: 'referrals', count: 2 })
    expect(first).not.toHaveProperty('share')
    expect(second).toMatchObject({ step: 'assessments', count: 0, share: { value: 0 } })
  })

  it('is not available of days before the record begins, and tells where it begins in the midst of them', async () => {
    store = await storeOf({ A1: [registered, contact()] })
    const asked = { from: '2025-05-01', to: '2025-05-31', start: 'contacts' } as const
    const before = await conversion(store, asked)
    expect(before).toHaveLength(6)
    for (const { count, share, unavailable } of before)
      expect([count, share?.value ?? null, unavailable]).toEqual([null, null, 'The record begins on 2 June 2025.'])
    const [contacts] = await conversion(store, { ...asked, to: '2025-06-30' })
    const note = 'The record begins on 2 June 2025: of the days before, not all is counted.'
    expect(contacts).toMatchObject({ count: 1, note })
  })

  it('is not available of a return that was imported, which tells of no contacts; that of its referrals is', async () => {
    const imported = recalled('ReferralReceived', '2025-06-02', { referral: 'r1', source: '6' })
    store = await storeOf({ A1: [imported] })
    for (const { count, unavailable } of await conversion(store, { ...june, start: 'contacts' }))
      expect([count, unavailable]).toEqual([null, 'Contacts are not recorded yet.'])
    const [referrals] = await conversion(store, { ...june, start: 'referrals' })
    expect(referrals).toMatchObject({ step: 'referrals', count: 1 })
  })

  it('has no share where nothing came in', async () => {
    store = await storeOf({ A1: [registered, contact()] })
    const shares = (await conversion(store, { from: '2025-07-01', to: '2025-07-31', start: 'contacts' })).map(
      ({ count, share }) => [count, share?.value],
    )
    expect(shares).toEqual([[0, undefined], ...Array.from({ length: 5 }, () => [0, null])])
  })
})
