import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { type Following, follow } from '@front-door/feed'
import { agreed, council } from '../../testing/council.js'
import { CompiledQuery } from 'kysely'
import { type BoardPlace, type BoardWanted, boardCounts, boardPage, projector, teamHasCases } from '../index.js'
import { boardQuery, boardSorts, countsQuery, teamQuery } from './board.js'
import { boardLists } from './lists.js'

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

const day = '2026-06-01'
const first: BoardPlace = { list: 'contacts', sort: 'due', descending: false, page: 1, size: 50 }
const caughtUp = async () => following.reached(await here.log.end())
const stateOf = async (child: string) => (await here.histories.current(child)).history.state
const page = async (place: Partial<BoardPlace>, wanted: Partial<BoardWanted> = {}) => {
  await caughtUp()
  return boardPage(here.rows, { day, ...wanted }, { ...first, ...place })
}
const children = async (place: Partial<BoardPlace>, wanted: Partial<BoardWanted> = {}) =>
  (await page(place, wanted)).map(({ child }) => child)
const counts = async (wanted: Partial<BoardWanted> = {}) => {
  await caughtUp()
  return boardCounts(here.rows, { day, ...wanted })
}
const contact = async (child: string, more: object = {}, role?: 'edt' | 'screening-social-worker') => {
  await here.do(child, 'receive-contact', { source: '6', concern: 'Heard.', ...more }, role)
  return (await stateOf(child)).contacts.at(-1)?.id ?? ''
}
const openCase = async (child: string) => {
  await here.do(child, 'register-person', {})
  await here.do(child, 'receive-referral', { source: '2A', concern: 'Bruises.', need: 'N1' })
  const referral = (await stateOf(child)).referrals.at(-1)?.id ?? ''
  await here.do(child, 'decide-referral', { referral, outcome: 'ASSESSMENT', reason: 'Assess.' }, 'edt')
  return referral
}
const allocated = async (child: string, to = 'sam.field', team = 'Assessment North') => {
  const referral = await openCase(child)
  await here.do(child, 'allocate-case', { referral, to, team }, 'team-manager')
  return referral
}

describe('the board', () => {
  it('has a contact on its day, among the decisions, and in screening once that has begun', async () => {
    const id = await contact('A1', {}, 'edt')
    expect(await counts()).toMatchObject({ contacts: 1, decisions: 1, screening: 0 })
    await here.do('A1', 'start-screening', { about: id }, 'screening-social-worker')
    expect(await counts()).toMatchObject({ contacts: 1, decisions: 1, screening: 1 })
    expect(await page({ list: 'screening' })).toMatchObject([
      { item: id, kind: 'contact', act: 'decide-contact', clock: 'contactDecision', due: '2026-06-02' },
    ])
    await here.do('A1', 'decide-contact', { contact: id, outcome: 'NFA', reason: 'Explained.' }, 'edt')
    expect(await counts()).toMatchObject({ contacts: 1, decisions: 0, screening: 0 })
    expect(await page({})).toMatchObject([{ stage: 'decided', outcome: 'NFA', act: null, due: null }])
    expect(await counts({ day: '2026-06-02' })).toMatchObject({ contacts: 0 })
  })

  it('has a referral to decide, then a case nobody has, then what its worker has to finish', async () => {
    const referral = await openCase('A1')
    expect(await page({ list: 'unallocated' })).toMatchObject([
      { act: 'allocate-case', clock: 'allocation', worker: null, team: null },
    ])
    await here.do('A1', 'allocate-case', { referral, to: 'sam.field', team: 'Assessment North' }, 'team-manager')
    await here.do('A1', 'start-assessment', { referral }, 'social-worker')
    expect(await counts()).toMatchObject({ unallocated: 0, assessments: 1, decisions: 0 })
    expect(await page({ list: 'assessments' })).toMatchObject([
      { act: 'complete-assessment', clock: 'childSeen', worker: 'sam.field', team: 'Assessment North', source: '2A' },
    ])
    expect(await teamHasCases(here.rows, 'Assessment North')).toBe(true)
    expect(await teamHasCases(here.rows, 'Front Door')).toBe(false)
  })

  it('has a step-down until early help answers', async () => {
    const referral = await allocated('A1')
    const said = { reason: 'Better now.', actions: 'A parenting course.' }
    await here.do('A1', 'propose-step-down', { referral, ...said }, 'social-worker')
    expect(await page({ list: 'step-downs' })).toMatchObject([
      { act: 'accept-step-down', clock: 'stepDownAnswer', worker: 'sam.field' },
    ])
    const stepDown = (await stateOf('A1')).stepDowns[0]?.id ?? ''
    await here.do('A1', 'decline-step-down', { stepDown, reason: 'Not for us.' }, 'early-help-co-ordinator')
    expect(await counts()).toMatchObject({ 'step-downs': 0 })
  })

  it('puts what is screened in the hands of who screens it, and a contact about an open case in its worker’s', async () => {
    const id = await contact('A1', {}, 'edt')
    expect(await page({ list: 'decisions' })).toMatchObject([{ worker: 'the-edt' }])
    await here.do('A1', 'start-screening', { about: id }, 'screening-social-worker')
    expect(await page({ list: 'decisions' })).toMatchObject([{ worker: 'the-screening-social-worker' }])
    await allocated('B2')
    await contact('B2')
    expect(await children({}, { worker: 'sam.field' })).toEqual(['B2'])
    expect(await counts({ worker: 'sam.field' })).toMatchObject({ contacts: 1, decisions: 1 })
    expect(await counts({ team: 'Assessment North' })).toMatchObject({ contacts: 1 })
  })

  it('shows what nobody has yet to whoever looks, whatever part of the board is theirs', async () => {
    await openCase('A1')
    expect(await counts({ worker: 'sam.field' })).toMatchObject({ unallocated: 1 })
    expect(await children({ list: 'unallocated' }, { worker: 'sam.field', team: 'Elsewhere' })).toEqual(['A1'])
  })

  it('has lanes for domestic abuse and for what came out of hours', async () => {
    await contact('A1', { domesticAbuse: true })
    await contact('B2', { outOfHours: true })
    expect(await children({}, { domesticAbuse: true })).toEqual(['A1'])
    expect(await children({}, { outOfHours: true })).toEqual(['B2'])
    expect(await counts({ outOfHours: true, domesticAbuse: true })).toMatchObject({ contacts: 0 })
  })

  it('stands in any order, both ways, page by page', async () => {
    await here.do('A1', 'register-person', { givenName: 'Zoë', familyName: 'Ample' })
    await here.do('B2', 'register-person', { givenName: 'Al', familyName: 'Example' })
    const [red, none] = [await contact('B2'), await contact('A1')]
    await contact('C3')
    await here.do('B2', 'rate-priority', { about: red, priority: 'RED', reason: 'Harm.' })
    expect(none).not.toBe('')
    expect(await children({ sort: 'opened' })).toEqual(['B2', 'A1', 'C3'])
    expect(await children({ sort: 'opened', descending: true })).toEqual(['C3', 'A1', 'B2'])
    expect(await children({ sort: 'child' })).toEqual(['A1', 'B2', 'C3'])
    expect(await children({ sort: 'priority' })).toEqual(['B2', 'A1', 'C3'])
    expect(await children({ sort: 'due' })).toEqual(['B2', 'A1', 'C3'])
    expect(await children({ sort: 'child', size: 2, page: 2 })).toEqual(['C3'])
  })

  it('keeps the name of a restricted record out of the order of names', async () => {
    await here.do('A1', 'register-person', { givenName: 'Aaron', familyName: 'Aarons' })
    await here.do('B2', 'register-person', { givenName: 'Zoë', familyName: 'Zander' })
    await contact('A1')
    await contact('B2')
    await here.do('A1', 'restrict-record', { to: ['the-team-manager'], reason: 'Family of staff.' }, 'team-manager')
    const rows = await page({ sort: 'child' })
    expect(rows).toMatchObject([{ child: 'B2' }, { child: 'A1', restricted_to: 'the-team-manager', sort_name: '~' }])
  })

  it('tells the work of a merged duplicate once, under the record that was kept', async () => {
    await here.do('A1', 'register-person', { givenName: 'Robin' })
    const id = await contact('B2')
    await here.do('B2', 'merge-person', { into: 'A1', reason: 'Same.' }, 'team-manager')
    expect(await page({ list: 'decisions' })).toMatchObject([{ child: 'A1', item: id, given_name: 'Robin' }])
    expect(await counts()).toMatchObject({ contacts: 1, decisions: 1 })
  })
})

describe('every question the board asks', () => {
  type Asked = { compile(): { readonly sql: string; readonly parameters: readonly unknown[] } }
  const planOf = async (query: Asked): Promise<readonly string[]> => {
    const { sql, parameters } = query.compile()
    const { rows } = await here.rows.db.executeQuery<{ detail: string }>(
      CompiledQuery.raw(`explain query plan ${sql}`, [...parameters]),
    )
    return rows.map(({ detail }) => detail)
  }
  const narrowings: readonly Partial<BoardWanted>[] = [
    {},
    { worker: 'w' },
    { team: 't' },
    { domesticAbuse: true },
    { outOfHours: true },
    { worker: 'w', domesticAbuse: true, outOfHours: true },
    { team: 't', domesticAbuse: true, outOfHours: true },
  ]

  it('is answered from an index, and never by reading a table from end to end', async () => {
    for (const narrowing of narrowings) {
      const wanted = { day, ...narrowing }
      expect((await planOf(countsQuery(here.rows, wanted))).join()).toMatch(/^SEARCH board USING COVERING INDEX/)
      for (const list of boardLists)
        for (const sort of boardSorts)
          for (const descending of [true, false]) {
            const plan = await planOf(boardQuery(here.rows, wanted, { ...first, list, sort, descending }))
            expect(plan[0]).toMatch(/^SEARCH board USING INDEX/)
            expect([sort, narrowing, plan.join()]).toEqual([sort, narrowing, expect.not.stringContaining('SCAN')])
          }
    }
    expect((await planOf(teamQuery(here.rows, 't'))).join()).toMatch(/^SEARCH board USING/)
  })

  it('of the whole council comes in order from its index: no list is sorted', async () => {
    for (const sort of boardSorts)
      for (const descending of [true, false])
        expect((await planOf(boardQuery(here.rows, { day }, { ...first, sort, descending }))).join()).toMatch(
          /^SEARCH board USING INDEX \w+ \(list=\?\)$/,
        )
  })
})
