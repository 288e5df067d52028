import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { eventsOf } from '@front-door/case-flow'
import { recordHistory } from '../../../../libs/performance/testing/recording.js'
import { about } from '../../../../libs/performance/testing/told.js'
import { figuresDesk } from '../../testing/figures-desk.js'
import { type June, inJune, june } from '../../testing/june.js'
import { linksOn, rowsOn, textOf } from '../../testing/page.js'

let here: June
beforeAll(async () => {
  here = await inJune()
})
afterAll(() => here.close())

const page = async (query = '') => (await here.page(`/performance/back-again?${june.page}${query}`)).body

describe('the page of children who were back again', () => {
  it('tells how they left, who decided it, and how soon they were back', async () => {
    const body = await page()
    expect(rowsOn(body).slice(1, 2)).toEqual([
      [
        'D4',
        'No further action on the referral, 4 May 2026',
        'Sam Field, 4 May 2026',
        '-',
        '10 June 2026, from Police',
        '37 days',
      ],
    ])
  })

  it('leads to the decision itself in the trail', async () => {
    const { history } = await here.histories.current('D4')
    const decided = eventsOf(history).find(({ type }) => type === 'ReferralDecided')
    expect(linksOn(await page())).toEqual(
      expect.arrayContaining([
        { href: '/children/D4', text: 'D4' },
        { href: `/children/D4#event-${decided?.id}`, text: 'Sam Field, 4 May 2026' },
      ]),
    )
  })

  it('is of those who were back within so many days', async () => {
    expect(await page('&within=30')).toContain('Nobody came back in this period so soon after leaving.')
    const within = linksOn(await page()).filter(({ text }) => /^\d+ days$/.test(text))
    expect(within.map(({ text }) => text)).toEqual(['30 days', '90 days', '183 days', '365 days'])
    expect((await here.page(within[0]?.href ?? '')).body).not.toContain('/children/D4')
  })
})

describe('why a child left', () => {
  const steppedDown = (child: string) => {
    const [referral, stepDown, earlyHelp] = [`first-${child}`, `down-${child}`, `help-${child}`]
    return [
      about('PersonRegistered', '2026-04-01', {}, { child }),
      about('ReferralReceived', '2026-04-01', { referral, source: '6' }, { child }),
      about('ReferralDecided', '2026-04-01', { referral, outcome: 'ASSESSMENT', reason: 'Bruises.' }, { child }),
      about(
        'StepDownProposed',
        '2026-05-04',
        { stepDown, referral, actions: 'Parenting.', reason: 'Safe.' },
        { child },
      ),
      about('StepDownAccepted', '2026-05-05', { stepDown, comment: 'We know them.' }, { child }),
      about('EarlyHelpStarted', '2026-05-05', { earlyHelp, stepDown }, { child }),
      about('CaseClosed', '2026-05-05', { referral, closure: 'RC9' }, { child }),
      about('ReferralReceived', '2026-06-10', { referral: `again-${child}`, source: '6' }, { child }),
    ]
  }
  const restrict = (child: string, to: string) =>
    about('RecordRestricted', '2026-06-11', { to: [to], reason: 'Family of staff.' }, { child })

  it('is told in its words, as corrected, with the answer of early help and the closure actions', async () => {
    const here = await figuresDesk()
    try {
      await recordHistory(here.recorder, steppedDown('A1'))
      const { history } = await here.histories.current('A1')
      const proposed = eventsOf(history).find(({ type }) => type === 'StepDownProposed')?.id ?? ''
      await here.do('A1', 'correct-decision', {
        event: proposed,
        changed: { actions: 'Parenting, and a mentor.' },
        reason: 'One was left out.',
      })
      const { body } = await here.page(`/performance/back-again?${june.page}`)
      const [told = '', why = ''] = rowsOn(body)
        .slice(1)
        .map((row) => row.join(' '))
      expect(told).toContain('Step-down accepted by')
      expect(told).toContain('5 May 2026')
      for (const said of ['Bruises.', 'Safe.', 'Closure actions Parenting, and a mentor.', 'We know them.'])
        expect(why).toContain(said)
      expect((await here.reads.ofChild('A1')).reads[0]).toMatchObject({
        ...{ worker: 'nat.frost', what: 're-stepping-reason', child: 'A1' },
      })
    } finally {
      await here.close()
    }
  })

  it('is not told of a restricted record, nor logged: not to others, nor here to those who may open it', async () => {
    const here = await figuresDesk()
    try {
      await recordHistory(here.recorder, [...steppedDown('A1'), restrict('A1', 'sam.field')])
      await recordHistory(here.recorder, [...steppedDown('B2'), restrict('B2', 'nat.frost')])
      const { body } = await here.page(`/performance/back-again?${june.page}`)
      expect(textOf(body)).toContain('It is open to named people only.')
      expect(textOf(body)).toContain('This record is restricted. Open it to read why.')
      expect(body).not.toContain('Parenting')
      for (const child of ['A1', 'B2']) expect((await here.reads.ofChild(child)).reads).toEqual([])
    } finally {
      await here.close()
    }
  })
})
