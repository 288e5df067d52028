import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import {
  type Page,
  type RowStore,
  boardCounts,
  boardLists,
  boardPage,
  boardSorts,
  contactList,
  findChildren,
  openRowsOnPostgres,
  possibleDuplicates,
  possibleMatches,
  projector,
  teamHasCases,
  workCounts,
  worklist,
} from '@front-door/read-models'
import { START } from '@front-door/event-log'
import { caseloads, catalogue, countFigures, unallocatedCases } from '@front-door/performance'
import { everything } from '../../../libs/read-models/testing/contract.js'
import { type Postgres, startPostgres } from '../../../libs/read-models/testing/postgres.js'
import { type InventedCouncil, inventedCouncil } from '../invented.js'

let postgres: Postgres
let council: InventedCouncil
let other: RowStore

beforeAll(async () => {
  postgres = await startPostgres()
  council = await inventedCouncil()
  await council.tell(150)
  await (await council.project()).close()
  other = await openRowsOnPostgres(await postgres.database(), () => undefined)
  const consumer = projector({ ...council.sources, rows: other })
  for await (const page of council.sources.log.readAll(START)) await consumer.take(page, page.at(-1)?.position ?? 0)
}, 120_000)

afterAll(async () => {
  await other.close()
  await postgres.close()
  await council.close()
})

/** Asks both, and gives the answer that both gave. */
async function both<A>(ask: (store: RowStore) => Promise<A>): Promise<A> {
  const [here, there] = [await ask(council.rows), await ask(other)]
  expect(there).toEqual(here)
  return here
}

async function pages<R>(ask: (after: string | undefined) => Promise<Page<R>>): Promise<readonly R[]> {
  const rows: R[] = []
  let after: string | undefined
  do {
    const page = await ask(after)
    rows.push(...page.rows)
    after = page.next
  } while (after)
  return rows
}

describe('rows in PostgreSQL and in SQLite', () => {
  it('are the same', async () => {
    expect((await both(everything)).child.length).toBeGreaterThanOrEqual(150)
  })

  it('answer a search by name, date and number alike, in the same order', async () => {
    const children = await council.rows.db.selectFrom('child').selectAll().execute()
    const letters = [...new Set(children.map(({ family_name: name }) => (name ?? '').slice(0, 1)))]
    for (const name of letters) await both((store) => findChildren(store, { name }))
    for (const { child, birth_date: birthDate } of children.slice(0, 30)) {
      expect(await both((store) => findChildren(store, { reference: child }))).toBeDefined()
      if (birthDate) expect(await both((store) => findChildren(store, { birthDate }))).not.toEqual([])
    }
  })

  it('give the same contacts and work, page by page', async () => {
    const contacts = await both((store) => pages((after) => contactList(store, {}, { limit: 7, after })))
    expect(contacts.length).toBeGreaterThan(150)
    for (const wanted of [{ undecided: true }, { domesticAbuse: true, outOfHours: true }, { outcome: 'NFA' }])
      await both((store) => contactList(store, wanted, { limit: 50 }))
    const work = await both((store) => pages((after) => worklist(store, {}, { limit: 7, after })))
    expect(work.some(({ due }) => due === null)).toBe(true)
    for (const wanted of [{ unallocated: true }, { kind: 'assessment' }, { dueBefore: '2026-09-01' }])
      await both((store) => worklist(store, wanted, { limit: 50 }))
    expect(await both(workCounts)).not.toEqual([])
  })

  it('show the same board in every order', async () => {
    const [{ received_day: day } = { received_day: '' }] = (await contactList(council.rows, {}, { limit: 1 })).rows
    let shown = 0
    for (const list of boardLists)
      for (const sort of boardSorts)
        for (const descending of [false, true]) {
          const place = { list, sort, descending, page: 1, size: 20 }
          shown += (await both((store) => boardPage(store, { day }, place))).length
        }
    expect(shown).toBeGreaterThan(0)
    await both((store) => boardCounts(store, { day }))
    const worked = (await worklist(council.rows, {}, { limit: 50 })).rows.find(({ team }) => team)
    await both((store) => boardCounts(store, { day, team: worked?.team ?? '' }))
    await both((store) => teamHasCases(store, worked?.team ?? ''))
  })

  it('find the same matches and duplicates', async () => {
    const children = await council.rows.db.selectFrom('child').selectAll().execute()
    let found = 0
    for (const child of children.slice(0, 60)) {
      const { given_name: givenName, family_name: familyName, birth_date: birthDate } = child
      found += (await both((store) => possibleMatches(store, { givenName, familyName, birthDate }))).length
      await both((store) => possibleDuplicates(store, child))
    }
    expect(found).toBeGreaterThan(0)
  })

  it('come to the same figures, with the same cases behind each', async () => {
    const figures = (rows: RowStore) =>
      countFigures({
        ...{ live: () => Promise.resolve({ rows, position: 1 }), end: () => Promise.resolve(1) },
        ...{ since: async function* () {}, histories: async function* () {}, populations: {} },
        ...{ agreed: council.sources.agreed, now: () => '2026-09-30T12:00:00.000Z' },
      })
    let seen = 0
    for (const period of [year, month]) {
      await both((store) => figures(store).figures({ ...period, by: 'team' }))
      for (const { id } of catalogue)
        seen += (await both((store) => figures(store).cases(id, period, { limit: 1_000 }))).cases.length
    }
    expect(seen).toBeGreaterThan(150)
  })

  it('have the same caseloads, and the same cases that nobody holds, page by page', async () => {
    const found = { assessments: 0, overdue: 0, several: 0, waiting: 0 }
    // Few wait for a worker for long: of the days on which some did, a handful.
    const waited = await council.rows.db
      .selectFrom('episode')
      .select('decided')
      .where('nfa', '=', 0)
      .whereRef('first_allocated', '>', 'decided')
      .limit(8)
      .execute()
    for (const on of ['2026-03-31', '2026-09-30', ...waited.flatMap(({ decided }) => decided ?? [])]) {
      const held = await both((store) => pages((after) => caseloads(store, { on }, { limit: 2, after })))
      for (const { assessments, overdue, cases } of held) {
        found.assessments += assessments
        found.overdue += overdue
        found.several += Number(cases > 1)
      }
      const team = held[0]?.team ?? ''
      await both((store) => caseloads(store, { on, team }, { limit: 50 }))
      found.waiting += (
        await both((store) => pages((after) => unallocatedCases(store, { on }, { limit: 2, after })))
      ).length
    }
    expect(Object.entries(found).filter(([, many]) => many === 0)).toEqual([])
  })
})

const year = { from: '2025-04-01', to: '2026-03-31' }
const month = { from: '2026-02-01', to: '2026-02-28' }
