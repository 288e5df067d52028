import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { historiesFrom } from '@front-door/event-log'
import { agreed, council } from '../../testing/council.js'
import { corrected, openedOn, rowsIn, told } from '../../testing/told.js'
import { rowsOf } from '../index.js'

describe('a decision', () => {
  it('has who made it, on what, when, and what was decided', () => {
    const { story, rows } = told(openedOn('2025-06-02'))
    expect(rows.decision).toMatchObject([
      {
        ...{ type: 'ReferralDecided', item: story.the('referral'), referral: story.the('referral'), day: '2025-06-02' },
        ...{ outcome: 'ASSESSMENT', recorded_at: '2025-06-02T09:31:00.000Z', reason: null, team: 'MASH' },
        ...{
          event: story.eventId('ReferralDecided'),
          worker: 'the-screening-social-worker',
          role: 'screening-social-worker',
        },
      },
    ])
    corrected('ReferralDecided', { changed: { outcome: 'STRATEGY_S47' } })(story)
    expect(rowsIn(story).decision).toMatchObject([{ outcome: 'STRATEGY_S47' }])
  })
})

describe('the reason of a decision', () => {
  let here: Awaited<ReturnType<typeof council>>
  beforeEach(async () => {
    here = await council()
  })
  afterEach(() => here.close())

  const reasons = async (child: string, histories = here.histories) =>
    rowsOf((await histories.current(child)).history, {}, agreed).decision.map(({ reason }) => reason)
  const decided = async (child: string, reason: string) => {
    await here.do(child, 'receive-contact', { source: '6', concern: 'Heard.' })
    const [contact] = (await here.histories.current(child)).history.state.contacts
    await here.do(child, 'decide-contact', { contact: contact?.id ?? '', outcome: 'NFA', reason })
  }

  it('shows as a fingerprint: the same words on two children give the same, whether just recorded or read again', async () => {
    await decided('A1', 'No further role for social care at this time.')
    await decided('B2', 'no further role for  social care at this time.')
    await decided('C3', 'The school keeps its own eye on the child.')
    const [one] = await reasons('A1')
    expect(one).toMatch(/^[0-9a-f]{32}$/)
    expect(await reasons('B2')).toEqual([one])
    expect(await reasons('C3')).not.toEqual([one])
    for (const child of ['A1', 'B2', 'C3'])
      expect(await reasons(child, historiesFrom(here.log))).toEqual(await reasons(child))
  })

  it('that was given afterwards is that of the urgent act', async () => {
    const child = 'A1'
    await here.do(child, 'register-person', {})
    await here.do(child, 'receive-referral', { source: '6', concern: 'Bruises.', need: 'N1' })
    const [referral] = (await here.histories.current(child)).history.state.referrals
    const about = referral?.id ?? ''
    await here.do(child, 'hold-strategy-discussion', { about, agencies: ['POLICE'], outcome: 'NFA' })
    expect(await reasons(child)).toEqual([null])
    const [urgent] = (await here.histories.current(child)).history.state.unexplained
    await here.do(child, 'give-reason', {
      event: urgent?.event ?? '',
      reason: 'The bruises came from a fall at school.',
    })
    expect(await reasons(child)).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/)])
  })
})
