import { about } from '../../../libs/performance/testing/told.js'
import { recordHistory } from '../../../libs/performance/testing/recording.js'
import { figuresDesk } from './figures-desk.js'

/** June 2026, as pages and the API are asked for it. */
export const june = { page: 'period=2026-06-01/2026-06-30', api: 'from=2026-06-01&to=2026-06-30' }

/** Given for more than one child. */
export const REASON = 'The family has explained what happened.'

/** Nat Frost of the invented staff watches the figures, Morgan Hill manages, Jo Reed screens, Chris Ward is the police. */
export const [analyst, manager, screener, partner] = ['nat.frost', 'morgan.hill', 'jo.reed', 'chris.ward'] as const

/**
 * What a council has to tell of June 2026. A1 and B2 are referred, and nothing more is done, for the same reason word for
 * word; B2 is open to named people only. C3 is still undecided. D4 was back after 37 days. E5 was assessed. F6 was a contact.
 * G7 and H8 are cases of a worker each.
 */
export async function inJune() {
  const here = await figuresDesk()
  for (const child of ['A1', 'B2', 'C3']) {
    await here.do(child, 'register-person', {})
    await here.do(child, 'receive-referral', { source: child === 'A1' ? '6' : '2A', concern: 'Bruises.', need: 'N1' })
  }
  for (const child of ['A1', 'B2']) {
    const referral = (await here.histories.current(child)).history.state.referrals[0]?.id ?? ''
    await here.do(child, 'decide-referral', { referral, outcome: 'NFA', reason: REASON })
  }
  await here.do(
    'B2',
    'restrict-record',
    { to: ['sam.field', 'the-team-manager'], reason: 'Family of staff.' },
    'team-manager',
  )
  await recordHistory(here.recorder, [
    about('ReferralReceived', '2026-05-04', { referral: 'first', source: '6' }, { child: 'D4' }),
    about('ReferralDecided', '2026-05-04', { referral: 'first', outcome: 'NFA', reason: 'Advice.' }, { child: 'D4' }),
    about('ReferralReceived', '2026-06-10', { referral: 'again', source: '6' }, { child: 'D4' }),
  ])
  const assessment = 'assessed'
  await recordHistory(here.recorder, [
    about('ReferralReceived', '2026-05-01', { referral: 'opened', source: '6', need: 'N1' }, { child: 'E5' }),
    about('ReferralDecided', '2026-05-01', { referral: 'opened', outcome: 'ASSESSMENT' }, { child: 'E5' }),
    about('AssessmentStarted', '2026-05-01', { assessment, referral: 'opened' }, { child: 'E5' }),
    about('AssessmentCompleted', '2026-06-12', { assessment, outcome: 'NFA', factors: ['21'] }, { child: 'E5' }),
    about('AssessmentAuthorised', '2026-06-12', { assessment }, { child: 'E5' }),
  ])
  const contact = 'heard'
  await recordHistory(here.recorder, [
    about('ContactReceived', '2026-06-02', { contact, source: '6', concern: 'Shouting.' }, { child: 'F6' }),
    about('ContactDecided', '2026-06-02', { contact, outcome: 'NFA', reason: 'Known already.' }, { child: 'F6' }),
  ])
  for (const [child, to] of [
    ['G7', 'sam.field'],
    ['H8', 'lee.marsh'],
  ] as const) {
    const referral = `case-${child}`
    await recordHistory(here.recorder, [
      about('ReferralReceived', '2026-05-20', { referral, source: '6', need: 'N1' }, { child }),
      about('ReferralDecided', '2026-05-20', { referral, outcome: 'ASSESSMENT' }, { child }),
      about('CaseAllocated', '2026-05-20', { referral, to, team: 'North' }, { child }),
    ])
  }
  return here
}

export type June = Awaited<ReturnType<typeof inJune>>
