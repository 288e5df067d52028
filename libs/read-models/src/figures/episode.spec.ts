import { englandAndWales2028 } from '@front-door/calendar'
import { describe, expect, it } from '@jest/globals'
import { agreed } from '../../testing/council.js'
import { corrected, on, openedOn, recalled, referredOn, rowsIn, told } from '../../testing/told.js'
import { assessment, cinPlan, contact, contactDecided, referralDecided } from '../../../case-flow/testing/steps.js'
import { rowsOf } from '../rows.js'

const days = (...days: readonly string[]) => told(...days.map(referredOn)).rows.episode
const reReferred = (...on: readonly string[]) => days(...on).map(({ received, re_referral }) => [received, re_referral])

describe('a re-referral', () => {
  it('comes within 12 months of an earlier referral, the same day of the month included', () => {
    expect(reReferred('2024-03-05', '2025-03-05')).toEqual([
      ['2024-03-05', 0],
      ['2025-03-05', 1],
    ])
    expect(reReferred('2024-03-05', '2025-03-06').at(1)).toEqual(['2025-03-06', 0])
  })

  it('looks back from 29 February to 28 February, and from 28 February not to 29 February', () => {
    expect(reReferred('2023-02-28', '2024-02-29').at(1)).toEqual(['2024-02-29', 1])
    expect(reReferred('2023-02-27', '2024-02-29').at(1)).toEqual(['2024-02-29', 0])
    expect(reReferred('2024-02-29', '2025-02-28').at(1)).toEqual(['2025-02-28', 1])
    expect(reReferred('2024-02-29', '2025-03-01').at(1)).toEqual(['2025-03-01', 0])
  })

  it('counts each time, and by the latest earlier day, not by the first', () => {
    expect(days('2024-01-10', '2024-12-10', '2025-11-10')).toMatchObject([
      { previous: null, re_referral: 0, next: '2024-12-10' },
      { previous: '2024-01-10', re_referral: 1, next: '2025-11-10' },
      { previous: '2024-12-10', re_referral: 1, next: null },
    ])
  })

  it('is none for a second referral of one day, which is not counted', () => {
    expect(days('2025-03-05', '2025-03-05', '2025-04-01')).toMatchObject([
      { of_day: 1, previous: null, re_referral: 0, next: '2025-04-01' },
      { of_day: 2, previous: null, re_referral: 0, next: '2025-04-01' },
      { of_day: 1, previous: '2025-03-05', re_referral: 1, next: null },
    ])
  })

  it('follows a correction of the day, and a referral taken back is no earlier one', () => {
    const moved = told(
      referredOn('2025-01-10'),
      referredOn('2025-06-02'),
      on('2026-02-10'),
      corrected('ReferralDecided', { changed: { occurredAt: '2026-02-02' } }),
      corrected('ReferralReceived', { changed: { occurredAt: '2026-02-02' } }),
    )
    expect(moved.rows.episode.at(1)).toMatchObject({ received: '2026-02-02', previous: '2025-01-10', re_referral: 0 })
    const { rows } = told(
      referredOn('2025-01-10'),
      corrected('ReferralDecided', { withdrawn: true }),
      corrected('ReferralReceived', { withdrawn: true }),
      referredOn('2025-06-02'),
    )
    expect(rows.episode).toMatchObject([{ received: '2025-06-02', previous: null, re_referral: 0 }])
  })

  it('is seen where the earlier referral was recorded late', () => {
    const { story, rows } = told(referredOn('2025-06-02'), on('2025-06-03'))
    expect(rows.episode).toMatchObject([{ re_referral: 0 }])
    story.do('receive-referral', { source: '6', concern: 'Noise.', need: 'N1' }, { at: '2025-01-10' })
    expect(rowsIn(story).episode).toMatchObject([
      { received: '2025-06-02', previous: '2025-01-10', re_referral: 1 },
      { received: '2025-01-10', re_referral: 0, next: '2025-06-02' },
    ])
  })
})

describe('an episode', () => {
  it('has what became of the referral, in working days from its receipt', () => {
    const { rows } = told(
      on('2025-06-06'),
      contact({ source: '5A', domesticAbuse: true, agency: 'Hill School' }),
      contactDecided('CIN_REFERRAL'),
      on('2025-06-09'),
      referralDecided('ASSESSMENT'),
      on('2025-06-11'),
      assessment,
      cinPlan,
    )
    expect(rows.episode).toMatchObject([
      {
        received: '2025-06-06',
        received_at: '2025-06-06T10:31+01:00',
        source: '5A',
        agency: 'Hill School',
        domestic_abuse: 1,
        worker: 'the-screening-social-worker',
        team: 'MASH',
        imported: 0,
        stage: 'open',
        outcome: 'ASSESSMENT',
        nfa: 0,
        need: 'N1',
        decided: '2025-06-09',
        decision_days: 1,
        first_assessment: '2025-06-11',
        assessment_wait: 3,
        cin_plans: 1,
        section47s: 0,
        authorised_assessments: 0,
        closed: null,
      },
    ])
  })

  it('that came in at a weekend or on a bank holiday reaches day 1 on the next working day', () => {
    const decided = (received: string, decided: string) => {
      const { rows } = told(
        on(received),
        (story) => void story.do('receive-referral', { source: '6', concern: 'Heard.', need: 'N1' }),
        on(decided),
        referralDecided('NFA'),
      )
      return rows.episode.map(({ decision_days }) => decision_days)
    }
    expect(decided('2025-06-07', '2025-06-08')).toEqual([0])
    expect(decided('2025-06-07', '2025-06-09')).toEqual([1])
    expect(decided('2025-12-22', '2026-01-02')).toEqual([6])
    expect(decided('2025-12-25', '2025-12-29')).toEqual([1])
  })

  it('has no decision, and no working days, while it is undecided or nobody knows them', () => {
    const { rows } = told(on('2025-06-06'), contact(), contactDecided('CIN_REFERRAL'))
    expect(rows.episode).toMatchObject([{ stage: 'received', nfa: null, decided: null, decision_days: null }])
    const { story } = told(referredOn('2025-06-06'))
    const calendar = { ...englandAndWales2028, last: '2025-06-05' }
    const { episode } = rowsOf(story.history(), {}, { ...agreed, calendars: [calendar] })
    expect(episode).toMatchObject([{ decided: '2025-06-06', decision_days: null }])
  })

  it('knows when the referrer was told, of the referral or of its contact', () => {
    const { story, rows } = told(on('2025-06-06'), contact(), contactDecided('CIN_REFERRAL'))
    expect(rows.episode).toMatchObject([{ informed: null }])
    story.do('inform-referrer', { about: story.the('contact'), told: 'It is a referral now.' })
    expect(rowsIn(story).episode).toMatchObject([{ informed: '2025-06-06' }])
  })

  it('of an imported history counts like any other, without what the return did not say', () => {
    const { story } = told(
      recalled('ReferralReceived', '2024-07-01', { referral: 'r1', source: '10' }),
      recalled('ReferralDecided', '2024-07-01', {
        referral: 'r1',
        outcome: 'NOT_STATED',
        need: 'N4',
        dateUnknown: true,
      }),
      recalled('CaseClosed', '2024-09-30', { referral: 'r1', closure: 'RC8' }),
      referredOn('2025-06-30'),
    )
    expect(rowsIn(story).episode).toMatchObject([
      {
        ...{ imported: 1, stage: 'closed', outcome: 'NOT_STATED', nfa: 0, need: 'N4', decided: null },
        ...{ decision_days: null, closed: '2024-09-30', closure: 'RC8', re_referral: 0, next: '2025-06-30' },
      },
      { imported: 0, previous: '2024-07-01', re_referral: 1 },
    ])
  })
})

describe('a step-down', () => {
  it('shows in the episode on the day early help took over', () => {
    const { story, rows } = told(openedOn('2025-06-02'), (story) => {
      story.do('propose-step-down', { referral: story.the('referral'), actions: 'Mornings.', reason: 'Better.' })
    })
    expect(rows.episode).toMatchObject([{ stepped_down: null, closed: null }])
    on('2025-06-10')(story)
    story.do('accept-step-down', { stepDown: story.the('stepDown'), lead: 'Lee Example' })
    expect(rowsIn(story).episode).toMatchObject([{ stepped_down: '2025-06-10', closed: '2025-06-10', closure: 'RC7' }])
  })
})
