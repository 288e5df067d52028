import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { type Following, follow } from '@front-door/feed'
import { agreed, council } from '../testing/council.js'
import { contactList, findChildren, projector, workCounts, worklist } from './index.js'

type Council = Awaited<ReturnType<typeof council>>
let here: Council
let following: Following

beforeEach(async () => {
  here = await council()
  following = follow(here.log, projector({ ...here, agreed }))
})

afterEach(async () => {
  await following.close()
  await here.close()
})

const caughtUp = async () => following.reached(await here.log.end())
const found = async (wanted: Parameters<typeof findChildren>[1]) =>
  (await findChildren(here.rows, wanted)).map(({ child }) => child)
const register = (child: string, givenName: string, familyName: string, birthDate?: string, more: object = {}) =>
  here.do(child, 'register-person', { givenName, familyName, ...(birthDate ? { birthDate } : {}), ...more })

describe('finding a child', () => {
  beforeEach(async () => {
    await register('A1', 'Zoë', 'O’Example-Smith', '2015-03-04', {
      upn: 'A123456789012',
      nhsNumber: '943 476 5919',
      aliases: 'Zed',
    })
    await register('B2', 'Zoran', 'Sample', '2015-03-04')
    await here.do('C3', 'register-unborn', { familyName: 'Sample', expectedBirthDate: '2026-10-01' })
    await caughtUp()
  })

  it('goes by the beginning of every word of the name, whatever the accents, case and signs', async () => {
    expect(await found({ name: 'zoe oexam' })).toEqual(['A1'])
    expect(await found({ name: 'SMITH' })).toEqual(['A1'])
    expect(await found({ name: 'zo' })).toEqual(['A1', 'B2'])
    expect(await found({ name: 'zed' })).toEqual(['A1'])
    expect(await found({ name: 'xavier' })).toEqual([])
    expect(await found({ name: '%' })).toEqual([])
  })

  it('goes by date of birth, or the date expected, and by several things at once', async () => {
    expect(await found({ birthDate: '2015-03-04' })).toEqual(['A1', 'B2'])
    expect(await found({ birthDate: '2026-10-01' })).toEqual(['C3'])
    expect(await found({ name: 'sample', birthDate: '2015-03-04' })).toEqual(['B2'])
  })

  it('goes by id, UPN and NHS number', async () => {
    expect(await found({ reference: 'b2' })).toEqual(['B2'])
    expect(await found({ reference: 'a123456789012' })).toEqual(['A1'])
    expect(await found({ reference: '9434765919' })).toEqual(['A1'])
  })

  it('follows a correction of the name', async () => {
    await here.do('B2', 'correct-person-details', { familyName: 'Renamed', reason: 'A slip.' })
    await caughtUp()
    expect(await found({ name: 'renamed' })).toEqual(['B2'])
    expect(await found({ name: 'zoran sample' })).toEqual([])
  })

  it('finds a duplicate under the record it was merged into', async () => {
    await here.do('B2', 'merge-person', { into: 'A1', reason: 'Same.' }, 'team-manager')
    await caughtUp()
    expect(await found({ reference: 'B2' })).toEqual(['A1'])
    expect(await found({ name: 'zoran' })).toEqual([])
  })

  it('finds nobody by name once the key is destroyed and the rows are derived again', async () => {
    await here.keys.destroy('A1', '2026-06-02T00:00:00.000Z')
    await here.rows.db.deleteFrom('checkpoint').execute()
    await following.close()
    following = follow(here.log, projector({ ...here, agreed }))
    await caughtUp()
    expect(await found({ name: 'zoe' })).toEqual([])
    expect(await found({ birthDate: '2015-03-04' })).toEqual(['A1', 'B2'])
  })
})

describe('the contact list', () => {
  it('has the latest first, page by page, and can be narrowed', async () => {
    for (let n = 1; n <= 5; n++)
      await here.do(`K${n}`, 'receive-contact', {
        source: n % 2 ? '6' : '2A',
        concern: 'Heard.',
        domesticAbuse: n % 2 === 1,
        outOfHours: n === 5,
      })
    const [contact] = (await here.histories.current('K1')).history.state.contacts
    await here.do('K1', 'decide-contact', { contact: contact?.id ?? '', outcome: 'NFA', reason: 'Explained.' }, 'edt')
    await caughtUp()
    const first = await contactList(here.rows, {}, { limit: 2 })
    expect(first.rows.map(({ child }) => child)).toEqual(['K5', 'K4'])
    const second = await contactList(here.rows, {}, { limit: 2, after: first.next })
    expect(second.rows.map(({ child }) => child)).toEqual(['K3', 'K2'])
    const last = await contactList(here.rows, {}, { limit: 2, after: second.next })
    expect(last.rows).toMatchObject([{ child: 'K1', outcome: 'NFA', stage: 'decided', due: null }])
    expect(last.next).toBeUndefined()
    const only = async (wanted: Parameters<typeof contactList>[1]) =>
      (await contactList(here.rows, wanted, { limit: 50 })).rows.map(({ child }) => child)
    expect(await only({ domesticAbuse: true })).toEqual(['K5', 'K3', 'K1'])
    expect(await only({ outOfHours: true })).toEqual(['K5'])
    expect(await only({ undecided: true })).toEqual(['K5', 'K4', 'K3', 'K2'])
    expect(await only({ outcome: 'NFA' })).toEqual(['K1'])
    expect(await only({ from: '2026-06-02' })).toEqual([])
    expect(await only({ to: '2026-06-01', child: 'K2' })).toEqual(['K2'])
  })
})

describe('the worklists', () => {
  it('have what is under way in each stage, what is due first first, and drop it when it is done', async () => {
    await here.do('K1', 'receive-contact', { source: '6', concern: 'Heard.' })
    await here.do('K2', 'receive-contact', { source: '6', concern: 'Heard.', domesticAbuse: true })
    const [second] = (await here.histories.current('K2')).history.state.contacts
    await here.do('K2', 'rate-priority', { about: second?.id ?? '', priority: 'RED', reason: 'Harm.' })
    await here.do('K3', 'register-person', {})
    await here.do('K3', 'receive-referral', { source: '2A', concern: 'Bruises.', need: 'N1' })
    const referral = (await here.histories.current('K3')).history.state.referrals[0]?.id ?? ''
    await caughtUp()
    const { rows } = await worklist(here.rows, {}, { limit: 10 })
    expect(rows.map(({ child, kind, clock }) => [child, kind, clock])).toEqual([
      ['K2', 'contact', 'priorityRed'],
      ['K1', 'contact', 'contactDecision'],
      ['K3', 'referral', 'referralDecision'],
    ])
    expect(await workCounts(here.rows)).toEqual([
      { kind: 'contact', stage: 'received', count: 2 },
      { kind: 'referral', stage: 'received', count: 1 },
    ])
    await here.do('K3', 'decide-referral', { referral, outcome: 'ASSESSMENT', reason: 'Assess.' }, 'edt')
    await caughtUp()
    const unallocated = async () => (await worklist(here.rows, { unallocated: true }, { limit: 10 })).rows
    expect(await unallocated()).toMatchObject([{ child: 'K3', stage: 'open', missing: 'consent,voice,oversight' }])
    await here.do('K3', 'allocate-case', { referral, to: 'sam.field', team: 'Assessment North' }, 'team-manager')
    await caughtUp()
    expect(await unallocated()).toEqual([])
    expect((await worklist(here.rows, { worker: 'sam.field' }, { limit: 10 })).rows).toMatchObject([
      { child: 'K3', team: 'Assessment North' },
    ])
    expect((await worklist(here.rows, { domesticAbuse: true }, { limit: 10 })).rows).toMatchObject([
      { child: 'K2', priority: 'RED' },
    ])
  })

  it('come page by page without losing what is not due', async () => {
    for (let n = 1; n <= 7; n++) await here.do(`K${n}`, 'receive-contact', { source: '6', concern: 'Heard.' })
    await caughtUp()
    const seen: string[] = []
    let after: string | undefined
    do {
      const page = await worklist(here.rows, {}, { limit: 3, after })
      seen.push(...page.rows.map(({ child }) => child))
      after = page.next
    } while (after)
    expect(seen.sort()).toEqual(['K1', 'K2', 'K3', 'K4', 'K5', 'K6', 'K7'])
  })
})

describe('the rows', () => {
  it('are the same when they are derived again from the beginning', async () => {
    await register('A1', 'Robin', 'Example')
    await here.do('A1', 'receive-contact', { source: '6', concern: 'Heard.' })
    await here.do('B2', 'receive-contact', { source: '6', concern: 'Heard.' })
    await caughtUp()
    const all = async () => [
      await here.rows.db.selectFrom('child').selectAll().orderBy('child').execute(),
      await here.rows.db.selectFrom('work').selectAll().orderBy('item').execute(),
    ]
    const before = await all()
    await following.close()
    for (const table of ['child', 'child_name', 'child_reference', 'contact', 'work', 'checkpoint'] as const)
      await here.rows.db.deleteFrom(table).execute()
    following = follow(here.log, projector({ ...here, agreed }))
    await caughtUp()
    expect(await all()).toEqual(before)
  })
})
