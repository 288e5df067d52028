import { describe, expect, it } from '@jest/globals'
import { corrected, on, openedOn, recalled, rowsIn, told } from '../../testing/told.js'
import { conference, section47Concluded, strategyDiscussion } from '../../../case-flow/testing/steps.js'

const enquiryOn = (day: string) => [openedOn(day), strategyDiscussion(), section47Concluded('ICPC')] as const

describe('a strategy discussion and its enquiry', () => {
  it('are in the referral they are about', () => {
    const { story, rows } = told(openedOn('2025-06-02'), strategyDiscussion())
    expect(rows.discussion).toMatchObject([
      {
        about: story.the('referral'),
        referral: story.the('referral'),
        held: '2025-06-02',
        outcome: 'SECTION_47',
        team: 'MASH',
      },
    ])
    expect(rows.section47).toMatchObject([
      { referral: story.the('referral'), started: '2025-06-02', ended: null, stage: 'started', conference: null },
    ])
    expect(rows.episode).toMatchObject([{ section47s: 1, conferences: 0 }])
  })

  it('about a contact belong to the referral that the contact became', () => {
    const { story, rows } = told(on('2025-06-02'), (story) => {
      story.do('receive-contact', { source: '6', concern: 'Bruises.', need: 'N1' })
      story.do('hold-strategy-discussion', {
        ...{ about: story.the('contact'), agencies: ['POLICE'], outcome: 'SECTION_47', reason: 'Reasonable cause.' },
      })
    })
    expect(rows.discussion).toMatchObject([{ about: story.the('contact'), referral: story.the('referral') }])
  })

  it('end on the day of the conclusion, whether or not a conference follows', () => {
    const ended = told(openedOn('2025-06-02'), strategyDiscussion(), on('2025-06-10'), section47Concluded('S17'))
    expect(ended.rows.section47).toMatchObject([
      { ended: '2025-06-10', stage: 'ended', outcome: 'S17', conference_not_required: 1 },
    ])
    const { story, rows } = told(...enquiryOn('2025-06-02'), on('2025-06-23'), conference())
    expect(rows.section47).toMatchObject([
      { ended: '2025-06-02', stage: 'ended', conference_not_required: 0, conference: story.the('conference') },
    ])
  })
})

describe('a conference', () => {
  const days = (started: string, held: string) =>
    told(...enquiryOn(started), on(held), conference()).rows.conference.map(({ days }) => days)

  it('has the working days from the actual start of its enquiry', () => {
    expect(days('2025-06-02', '2025-06-23')).toEqual([15])
    expect(days('2025-06-02', '2025-06-24')).toEqual([16])
    expect(days('2025-12-22', '2026-01-15')).toEqual([15])
    expect(days('2025-06-07', '2025-06-09')).toEqual([1])
  })

  it('dated before its enquiry keeps its row and has no days', () => {
    const { rows } = told(
      recalled('ReferralReceived', '2024-07-01', { referral: 'r1', source: '6' }),
      recalled('Section47Started', '2024-07-10', { section47: 's1', referral: 'r1' }),
      recalled('ConferenceHeld', '2024-07-09', {
        ...{ conference: 'c1', referral: 'r1', kind: 'INITIAL', section47: 's1', outcome: 'NOT_STATED' },
      }),
    )
    expect(rows.conference).toMatchObject([{ held: '2024-07-09', section47: 's1', days: null, plan: 0 }])
    expect(rows.section47).toMatchObject([{ ended: '2024-07-09', outcome: null, conference: 'c1' }])
    expect(rows.episode).toMatchObject([{ conferences: 1 }])
  })

  it('of a child who moved here has no days', () => {
    const { rows } = told(
      on('2025-06-02'),
      (story) => {
        story.do('receive-referral', { source: '5C', concern: 'Moved here on a plan.', need: 'N1' })
        story.do('decide-referral', {
          referral: story.the('referral'),
          outcome: 'CP_TRANSFER_IN',
          reason: 'On a plan.',
        })
      },
      on('2025-06-16'),
      conference({ kind: 'TRANSFER_IN', section47: undefined }),
    )
    expect(rows.conference).toMatchObject([{ kind: 'TRANSFER_IN', section47: null, days: null, plan: 1 }])
    expect(rows.timescale.filter(({ clock }) => clock === 'transferInConference')).toMatchObject([
      { start: '2025-06-02', stop: '2025-06-16', due: '2025-06-23', elapsed: 10, met: 1 },
    ])
  })

  it('follows a correction of its day, and is gone with its plan when it is taken back', () => {
    const { story } = told(...enquiryOn('2025-06-02'), on('2025-06-23'), conference(), on('2025-06-30'))
    corrected('ConferenceHeld', { withdrawn: true })(story)
    expect(rowsIn(story)).toMatchObject({ conference: [], protection_plan: [] })
    conference({ outcome: 'PROV_OF_SERVICES', category: undefined })(story)
    corrected('ConferenceHeld', { changed: { occurredAt: '2025-06-24' } })(story)
    expect(rowsIn(story).conference).toMatchObject([{ held: '2025-06-24', days: 16, plan: 0 }])
  })
})

describe('an imported enquiry', () => {
  it('without a conference ended on a day nobody knows', () => {
    const { rows } = told(
      recalled('ReferralReceived', '2024-07-01', { referral: 'r1', source: '6' }),
      recalled('Section47Started', '2024-07-10', { section47: 's1', referral: 'r1' }),
      recalled('Section47Concluded', '2024-07-10', { section47: 's1', outcome: 'NOT_STATED', dateUnknown: true }),
    )
    expect(rows.section47).toMatchObject([
      { stage: 'ended', ended: null, outcome: 'NOT_STATED', conference_not_required: 1, conference: null },
    ])
  })
})
