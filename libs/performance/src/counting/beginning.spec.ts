import { describe, expect, it } from '@jest/globals'
import { Imported, sample } from '../../../returns/testing/importing.js'
import { counted, referral } from '../../testing/asking.js'
import { figuresOf } from '../../testing/council.js'
import { about, histories, told } from '../../testing/told.js'
import { besideCatalogue, catalogue, dimensionIds } from '../index.js'

const records = (...days: readonly string[]) => days.flatMap((day, at) => referral(day, { child: `C${at}` }).events)
const began = (day: string) => `The record begins on ${day}.`
const period = (from: string, to: string) => [from, to] as never
const yearBefore = { from: '2024-04-01', to: '2025-03-31' }

describe('a period that is over before the record begins', () => {
  it('is not available, whatever is asked of it: it is not 0', async () => {
    const figures = figuresOf(() => histories(...records('2025-04-04')))
    for (const by of [undefined, ...dimensionIds]) {
      const all = await figures.figures({ ...yearBefore, by })
      expect(all.map(({ id }) => id)).toEqual(catalogue.map(({ id }) => id))
      for (const figure of all) {
        expect(figure).toMatchObject({ numerator: null, denominator: null, value: null })
        expect([figure.unavailable, figure.groups]).toEqual([began('4 April 2025'), undefined])
      }
    }
  })

  it('ends on the day before: the first day of the record can be counted', async () => {
    const on = (day: string) => counted('referrals', records('2025-04-04'), {}, period(day, day))
    expect(await on('2025-04-03')).toMatchObject({ value: null, unavailable: began('4 April 2025') })
    expect(await on('2025-04-04')).toMatchObject({ value: 1 })
    expect(await on('2025-04-05')).toMatchObject({ value: 0 })
    expect(await counted('cin-open', records('2025-04-04'), {}, period('2025-04-03', '2025-04-03'))).toMatchObject({
      value: null,
    })
  })

  it('is a gap in a series, and what comes after is counted though nothing happened', async () => {
    const series = await figuresOf(() => histories(...records('2025-05-20'))).series(
      'referrals',
      { from: '2025-03-01', to: '2025-07-31' },
      'month',
    )
    expect(series.map(({ value }) => value)).toEqual([null, null, 1, 0, 0])
  })

  it('opens into no cases', async () => {
    const page = await figuresOf(() => histories(...records('2025-04-04'))).casesOf(
      'cin-open',
      yearBefore.from,
      yearBefore.to,
    )
    expect([page.figure.unavailable, page.cases]).toEqual([began('4 April 2025'), []])
  })

  it('is any, where nothing is recorded yet', async () => {
    expect(await counted('contacts', [])).toMatchObject({ value: null, unavailable: 'Nothing is recorded yet.' })
  })
})

describe('the record', () => {
  it('begins with what happened first, whenever it was recorded: a year that is imported later is part of it', async () => {
    const own = records('2025-04-04')
    const imported = referral('2023-04-03', { child: 'D1' }).events.map((event) => ({
      ...event,
      recordedAt: '2025-09-01T09:00:00.000Z',
    }))
    const of = async (asKnownAt?: string) => {
      const known = asKnownAt === undefined ? {} : { asKnownAt }
      return counted('referrals', [...own, ...imported], known, period('2023-04-01', '2024-03-31'))
    }
    expect(await of()).toMatchObject({ value: 1 })
    expect(await of('2025-08-31')).toMatchObject({ value: null, unavailable: began('4 April 2025') })
    expect(await of('2025-09-01')).toMatchObject({ value: 1 })
  })

  it('tells of a part of the period in which it begins, and the figure says so; a snapshot stands at its end', async () => {
    const figure = (id: string) => counted(id, records('2025-05-20'))
    const note = 'The record begins on 20 May 2025: of the days before, not all is counted.'
    expect(await figure('referrals')).toMatchObject({ value: 1, note })
    expect(await figure('cin-open')).not.toHaveProperty('note')
    expect(await counted('referrals', records('2025-04-01', '2025-05-20'))).not.toHaveProperty('note')
  })
})

describe('a figure that looks back', () => {
  const events = records('2025-04-04', '2026-04-10', '2026-06-01')
  const noteOf = async (id: string, from: string, to: string) => (await counted(id, events, {}, period(from, to))).note
  const low =
    'It looks back 12 months, and the record begins on 4 April 2025: of what was before, not all is known, and it may be too low.'

  it('may be too low for as long as it looks back on days before the record, and says so', async () => {
    expect(await noteOf('re-referrals', '2026-04-01', '2026-04-30')).toBe(low)
    expect(await noteOf('re-referrals', '2026-04-03', '2026-04-30')).toBe(low)
    expect(await noteOf('re-referrals', '2026-04-04', '2026-04-30')).toBeUndefined()
    expect(await noteOf('referrals', '2026-04-01', '2026-04-30')).toBeUndefined()
  })

  it('says of the period in which the record begins that it tells a part of that too', async () => {
    const part = 'The record begins on 4 April 2025: of the days before, not all is counted.'
    expect(await noteOf('re-referrals', '2025-04-01', '2026-03-31')).toBe(`${part} ${low}`)
  })
})

describe('a council that has imported its census', () => {
  const returned = ['2025-04-01', '2026-03-31'] as const
  const ids = [...catalogue, ...besideCatalogue].map(({ id }) => id)
  const contact = { contact: 'C1-contact', source: '6', concern: 'Heard.' } as const

  /** The figures of a council with a return, and with what was recorded there since. */
  async function council(...here: readonly ReturnType<typeof about>[]) {
    const imported = new Imported()
    await imported.add(sample('cin-sample-clean.xml'))
    imported.remember(...here)
    return figuresOf(() => [...imported.histories.values()])
  }
  const untoldOf = async (figures: Awaited<ReturnType<typeof council>>, [from, to]: readonly [string, string]) => {
    const told = await figures.figures({ from, to, ids })
    return Object.fromEntries(
      told.flatMap(({ id, unavailable }) =>
        unavailable && !unavailable.startsWith('The population') ? [[id, unavailable]] : [],
      ),
    )
  }
  const notInReturns = {
    ...Object.fromEntries(catalogue.filter(({ id }) => id.startsWith('contacts')).map(({ id }) => [id, 'Contacts'])),
    ...{ 'cp-visits-on-time': 'Visits', 'cin-visits-on-time': 'Visits' },
    ...{ 'caseload-mean': 'Workers of cases', 'caseload-max': 'Workers of cases', unallocated: 'Workers of cases' },
    ...{ 'referrals-decided-1wd': 'Days of decisions', 'decisions-overdue': 'Days of decisions' },
    ...{ 'early-help-open': 'Early help episodes', 'early-help-started': 'Early help episodes' },
    'step-ups': 'Early help episodes',
  }
  const all = (words: string) =>
    Object.fromEntries(Object.entries(notInReturns).map(([id, name]) => [id, `${name} are ${words}.`]))

  it('has no figure of what no return tells: it is not 0', async () => {
    const figures = await council()
    expect(await untoldOf(figures, returned)).toEqual(all('not recorded yet'))
    expect(await figures.of('cp-plans-started', '2025-04-02', '2025-04-30')).toMatchObject({ value: 0 })
  })

  it('has it from the day on which somebody there first recorded anything, though none of it happened', async () => {
    const figures = await council(about('PersonRegistered', '2026-05-04', {}, { child: 'A1' }))
    expect(await untoldOf(figures, returned)).toEqual(all('recorded from 4 May 2026'))
    const untold = Object.keys(await untoldOf(figures, ['2026-04-01', '2026-06-30']))
    expect(untold.filter((id) => id in notInReturns)).toEqual([])
    for (const id of ['contacts', 'early-help-open'])
      expect(await figures.of(id, '2026-04-01', '2026-06-30')).toMatchObject({ value: 0 })
    const part = 'Contacts are recorded from 4 May 2026: of the days before, not all is counted.'
    expect(await figures.of('contacts', '2026-04-01', '2026-06-30')).toMatchObject({ note: part })
    expect(await figures.of('referrals', '2026-04-01', '2026-06-30')).not.toHaveProperty('note')
  })

  it('has it from an earlier day where it is told of earlier', async () => {
    const late = { child: 'C1', recordedAt: '2026-05-04T09:00:00.000Z' }
    const figures = await council(about('ContactReceived', '2026-02-10', contact, late))
    expect(await figures.of('contacts', ...returned)).toMatchObject({
      ...{ value: 1, note: 'Contacts are recorded from 10 February 2026: of the days before, not all is counted.' },
    })
    expect(await figures.of('early-help-started', ...returned)).toMatchObject({
      unavailable: 'Early help episodes are recorded from 4 May 2026.',
    })
  })

  it('has nothing of the years before its return, of which it tells only what was still open', async () => {
    const figures = await council()
    const { totals } = await figures.casesOf('referrals', '2000-04-01', '2025-03-31')
    expect(totals.counted).toBeGreaterThan(0)
    expect(await figures.of('referrals', '2000-04-01', '2025-03-31')).toMatchObject({
      ...{ value: null, unavailable: began('2 April 2025') },
    })
  })

  it('knew of it from when the return was imported, and of the rest from when people recorded', async () => {
    const figures = await council(about('PersonRegistered', '2026-05-04', {}, { child: 'A1' }))
    const known = (id: string, asKnownAt: string) => figures.of(id, ...returned, { asKnownAt })
    expect(await known('referrals', '2026-05-03')).toMatchObject({ unavailable: 'Nothing is recorded yet.' })
    expect(await known('referrals', '2026-05-04')).toMatchObject({ unavailable: began('4 May 2026') })
    expect(await known('referrals', '2026-11-20')).toMatchObject({ value: expect.any(Number) })
  })
})

describe('a case that was under way when people here began to record', () => {
  it('does not make the record begin: of its time nothing else is told', async () => {
    const since = { recordedAt: '2025-04-04T09:00:00.000Z' }
    const open = told('ReferralReceived', '2019-06-03', { referral: 'old', source: '6' }, { child: 'C9', ...since })
    const closed = [
      told('ReferralReceived', '2025-03-31', { referral: 'new', source: '6' }, since),
      told('ReferralDecided', '2025-04-01', { referral: 'new', outcome: 'NFA', reason: 'Advice.' }, since),
    ]
    const before = (events: Parameters<typeof counted>[1], year: string) =>
      counted('referrals', events, {}, period(`${year}-04-01`, `${Number(year) + 1}-03-31`))
    expect(await before([open, ...closed], '2019')).toMatchObject({ value: null, unavailable: began('31 March 2025') })
    expect(await before([open, ...closed], '2024')).toMatchObject({ value: 1 })
  })
})
