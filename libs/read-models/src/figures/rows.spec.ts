import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { Story } from '../../../case-flow/testing/story.js'
import { agreed, council } from '../../testing/council.js'
import { corrected, on, openedOn, recalled, referredOn, rowsIn, told } from '../../testing/told.js'
import { type Rows, rowsOf } from '../index.js'
import { figureTables } from './rows.js'

const linesIn = (rows: Rows) => rows.trail.flatMap(({ lines }) => JSON.parse(lines) as readonly string[][])
const counted = (rows: Rows) => figureTables.filter((table) => rows[table].length > 0)

describe('a duplicate record', () => {
  let here: Awaited<ReturnType<typeof council>>
  beforeEach(async () => {
    here = await council()
  })
  afterEach(() => here.close())

  it('has no rows of its own: what was done in it counts in the record that was kept', async () => {
    const refer = async (child: string, familyName: string) => {
      await here.do(child, 'register-person', { familyName, sex: 'F' })
      await here.do(child, 'receive-referral', { source: '6', concern: 'Bruises.', need: 'N1' })
      const [referral] = (await here.histories.current(child)).history.state.referrals
      await here.do(child, 'decide-referral', {
        referral: referral?.id ?? '',
        outcome: 'NFA',
        reason: 'Nothing found.',
      })
    }
    await refer('A1', 'Example')
    await refer('B2', 'Sample')
    await here.do('B2', 'merge-person', { into: 'A1', reason: 'The same child.' }, 'team-manager')
    const rows = async (child: string) => rowsOf((await here.histories.current(child)).history, {}, agreed)
    expect(counted(await rows('B2'))).toEqual([])
    expect((await rows('B2')).child).toMatchObject([{ recorded_from: null }])
    const kept = await rows('A1')
    expect(kept.subject).toMatchObject([{ child: 'A1' }])
    expect(kept.episode).toMatchObject([
      { child: 'A1', of_day: 1 },
      { child: 'A1', of_day: 2, re_referral: 0 },
    ])
    expect(kept.decision.map(({ child }) => child)).toEqual(['A1', 'A1'])
    expect(linesIn(kept).map(([, type], at) => `${at + 1} ${type}`)).toEqual([
      '1 PersonRegistered',
      '2 ReferralReceived',
      '3 ReferralDecided',
      '4 PersonRegistered',
      '5 ReferralReceived',
      '6 ReferralDecided',
      '7 PersonMerged',
      '8 PersonMerged',
    ])
  })
})

describe('the trail', () => {
  it('has every event as it was recorded, also one that was taken back, and what corrects it', () => {
    const { story, rows } = told(
      openedOn('2025-06-02'),
      on('2025-06-03'),
      corrected('ReferralDecided', { withdrawn: true }),
    )
    expect(rows.decision).toEqual([])
    expect(linesIn(rows).map((line) => [line.at(1), line.at(7)])).toEqual([
      ['PersonRegistered', null],
      ['ReferralReceived', null],
      ['ReferralDecided', null],
      ['DecisionCorrected', story.eventId('ReferralDecided')],
    ])
    expect(linesIn(rows).at(3)?.slice(4, 7)).toEqual(['the-team-manager', 'team-manager', 'MASH'])
  })
})

describe('since when people record of a child', () => {
  it('is when the first of them did, whenever it happened; nothing where all there is was imported', () => {
    const story = new Story()
    recalled('PersonRegistered', '2024-07-01', {})(story)
    recalled('ReferralReceived', '2024-07-01', { referral: 'r1', source: '6' })(story)
    expect(rowsIn(story).child).toMatchObject([{ recorded_from: null }])
    on('2025-06-02')(story)
    story.do('receive-contact', { source: '6', concern: 'Heard.' }, { at: '2025-05-30' })
    on('2025-06-03')(story)
    story.do('receive-contact', { source: '6', concern: 'Heard again.' })
    expect(rowsIn(story).child).toMatchObject([{ recorded_from: '2025-06-02T09:30:00.000Z' }])
  })
})

describe('who a child is', () => {
  it('is there in codes, as last corrected', () => {
    const { story } = told(referredOn('2025-06-02'))
    story.do('correct-person-details', {
      ...{
        ethnicity: 'WBRI',
        disabilities: ['VIS', 'LD'],
        locality: 'Hillside',
        upn: 'A123456789012',
        reason: 'Known.',
      },
    })
    expect(rowsOf(story.history(), {}, agreed).subject).toEqual([
      {
        ...{ child: 'A1', stage: 'living', birth_date: '2015-03-04', expected_birth_date: null, death_date: null },
        ...{ sex: 'F', ethnicity: 'WBRI', disabilities: 'LD,VIS', has_upn: 1, upn_unknown: null, locality: 'Hillside' },
      },
    ])
  })
})
