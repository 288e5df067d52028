import { describe, expect, it } from '@jest/globals'
import { corrected, on, openedOn, rowsIn, told } from '../../testing/told.js'
import { contact, contactDecided, stepDownProposed } from '../../../case-flow/testing/steps.js'

describe('a step-down', () => {
  it('has who proposed it and who answered, and when', () => {
    const { story, rows } = told(openedOn('2025-06-02'), on('2025-06-04'), stepDownProposed)
    expect(rows.step_down).toMatchObject([
      {
        ...{ proposed: '2025-06-04', proposed_by: 'the-screening-social-worker', team: 'MASH' },
        ...{ answered: null, answered_by: null, stage: 'proposed' },
      },
    ])
    on('2025-06-06')(story)
    story.do('decline-step-down', { stepDown: story.the('stepDown'), reason: 'There is no place.' })
    expect(rowsIn(story).step_down).toMatchObject([
      { answered: '2025-06-06', answered_by: 'the-team-manager', stage: 'declined' },
    ])
    expect(rowsIn(story).episode).toMatchObject([{ stepped_down: null, stage: 'open' }])
  })

  it('that is accepted starts early help in the referral it came from', () => {
    const { story, rows } = told(openedOn('2025-06-02'), stepDownProposed, on('2025-06-06'), (story) => {
      story.do('accept-step-down', {
        stepDown: story.the('stepDown'),
        lead: 'Lee Example',
        organisation: 'Hill Centre',
      })
    })
    expect(rows.early_help).toEqual([
      {
        ...{ early_help: story.the('earlyHelp'), child: 'A1', step_down: story.the('stepDown'), contact: null },
        ...{ referral: story.the('referral'), organisation: 'Hill Centre', started: '2025-06-06' },
        ...{ ended: null, end_reason: null },
      },
    ])
  })
})

describe('a step-up', () => {
  it('ends early help and names it in the referral that follows', () => {
    const { story, rows } = told(on('2025-06-02'), contact(), contactDecided('EH_REFERRAL'), (story) => {
      story.do('start-early-help', { contact: story.the('contact'), lead: 'Lee Example', plan: 'A family plan.' })
      on('2025-07-01')(story)
      const earlyHelp = story.the('earlyHelp')
      story.do('step-up', { earlyHelp, concern: 'Bruises.', carriedForward: 'Weekly visits.' })
    })
    const early_help = story.the('earlyHelp')
    expect(rows.early_help).toMatchObject([
      { contact: story.the('contact'), referral: null, ended: '2025-07-01', end_reason: 'STEP_UP' },
    ])
    expect(rows.step_up).toEqual([{ referral: story.the('referral'), child: 'A1', early_help, received: '2025-07-01' }])
    expect(rows.episode).toMatchObject([{ stepped_up_from: early_help, source: '5D' }])
  })

  it('is also a referral whose source is early help that was never recorded here, and no other', () => {
    const { rows } = told(on('2025-06-02'), (story) => {
      story.do('receive-referral', { source: '5D', concern: 'Bruises.', need: 'N1' })
    })
    expect(rows.step_up).toMatchObject([{ early_help: null, received: '2025-06-02' }])
    expect(told(openedOn('2025-06-02')).rows.step_up).toEqual([])
  })
})

describe('an allocation', () => {
  it('lasts until the next worker is given the case, or it closes', () => {
    const { story } = told(openedOn('2025-06-02'), (story) => {
      story.do('allocate-case', { referral: story.the('referral'), to: 'sam.field', team: 'Assessment North' })
      on('2025-06-10')(story)
      const given = { referral: story.the('referral'), to: 'kim.day', team: 'Assessment South' }
      story.do('reallocate-case', { ...given, change: 'LEFTRL', reason: 'Sam has left.' })
    })
    expect(rowsIn(story).allocation.toReversed()).toMatchObject([
      { worker: 'sam.field', team: 'Assessment North', given: '2025-06-02', ended: '2025-06-10', change: null },
      { worker: 'kim.day', given: '2025-06-10', given_at: '2025-06-10T10:30+01:00', ended: null, change: 'LEFTRL' },
    ])
    expect(rowsIn(story).episode).toMatchObject([{ first_allocated: '2025-06-02' }])
    on('2025-06-20')(story)
    story.do('close-case', { referral: story.the('referral'), closure: 'RC7', reason: 'No longer in need.' })
    expect(rowsIn(story).allocation).toMatchObject([{ worker: 'kim.day', ended: '2025-06-20' }, {}])
    corrected('CaseReallocated', { changed: { to: 'ali.moss' } })(story)
    expect(rowsIn(story).allocation).toMatchObject([{ worker: 'ali.moss' }, { worker: 'sam.field' }])
  })
})
