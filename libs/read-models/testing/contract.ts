import { afterEach, beforeEach, expect, it } from '@jest/globals'
import { addDays } from '@front-door/calendar'
import { type ChildEvent, type History, eventsOf, historyOf } from '@front-door/case-flow'
import { type ChildRows, type RowStore, rowsOf } from '../src/index.js'
import { isOfTheRows, setAsideIn } from '../src/set-aside.js'
import { type ChildTableName, childTables, noRows } from '../src/tables.js'
import { agreed } from './council.js'

/** An empty database, and how it is opened: once more for every connection. */
export interface Subject {
  open(): Promise<RowStore>
  drop(): Promise<void>
}

/** What every store of rows has to do. */
export function contract(fresh: () => Promise<Subject>): void {
  let subject: Subject
  let store: RowStore
  let opened: RowStore[]

  const open = async () => {
    const one = await subject.open()
    opened.push(one)
    return one
  }

  beforeEach(async () => {
    subject = await fresh()
    opened = []
    store = await open()
  })

  afterEach(async () => {
    await Promise.all(opened.map((each) => each.close()))
    await subject.drop()
  })

  it('makes its tables from nothing, finds them made when it is opened again, and two may open it at once', async () => {
    expect(await everything(store)).toEqual(none)
    await store.replace('rows', 3, [known('A1')])
    const [one, other] = await Promise.all([open(), open()])
    expect(await everything(one)).toEqual(await everything(store))
    expect(await other.checkpoint('rows')).toBe(3)
  })

  it('keeps a checkpoint for each consumer, as a number however far it has come', async () => {
    expect(await store.checkpoint('rows')).toBe(0)
    await store.replace('rows', 9_007_199_254_740_991, [])
    await store.replace('other', 2, [])
    expect(await store.checkpoint('rows')).toBe(9_007_199_254_740_991)
    expect(await store.checkpoint('other')).toBe(2)
  })

  it('never takes its checkpoint back: what brought it further has the rows of all before', async () => {
    await store.replace('rows', 40, [])
    await store.replace('rows', 8, [])
    expect(await store.checkpoint('rows')).toBe(40)
  })

  it('replaces the rows of the children it is given and leaves every other’s', async () => {
    await store.replace('rows', 1, [known('A1', 2), known('B2', 2)])
    const before = await everything(store)
    await store.replace('rows', 2, [known('A1', 3)])
    expect(of('B2', await everything(store))).toEqual(of('B2', before))
    expect(await store.db.selectFrom('contact').select('contact').where('child', '=', 'A1').execute()).toHaveLength(3)
  })

  it('has the same rows and checkpoint when a page comes twice', async () => {
    const page = [known('A1', 2), known('B2')]
    await store.replace('rows', 5, page)
    const before = await everything(store)
    await store.replace('rows', 5, page)
    expect(await everything(store)).toEqual(before)
    expect(await store.checkpoint('rows')).toBe(5)
  })

  it('forgets a child that has no rows any more', async () => {
    await store.replace('rows', 1, [known('A1'), known('B2')])
    await store.replace('rows', 2, [{ child: 'A1', rows: noRows }])
    const left = await everything(store)
    expect(of('A1', left)).toEqual(none)
    expect(left.child).toHaveLength(1)
  })

  it('keeps who is set aside, with why and since when, until there are rows again', async () => {
    await store.replace('rows', 1, [known('A1'), known('B2')])
    const row = { child: 'A1', why: 'An event cannot be read.', since: '2026-06-04T08:00:00.000Z' }
    await store.replace('rows', 2, [{ child: 'A1', rows: { ...noRows, set_aside: [row] } }])
    expect(await setAsideIn(await open())).toEqual([row])
    expect(of('A1', await everything(store))).toEqual({ ...none, set_aside: [row] })
    await store.replace('rows', 3, [known('A1')])
    expect(await setAsideIn(store)).toEqual([])
  })

  it('writes all of a page and its checkpoint, or nothing', async () => {
    await store.replace('rows', 1, [known('A1')])
    const before = await everything(store)
    const broken = { child: 'C3', rows: { ...noRows, child: [{ child: 'C3' } as never] } }
    const written = store.replace('rows', 2, [known('A1', 4), known('B2'), broken])
    expect(
      await written.then(
        () => 'all of it',
        (error: unknown) => isOfTheRows(error),
      ),
    ).toBe(true)
    expect(await everything(store)).toEqual(before)
    expect(await store.checkpoint('rows')).toBe(1)
    await store.replace('rows', 2, [known('B2')])
    expect(await store.checkpoint('rows')).toBe(2)
  })

  it('takes in pages of many children', async () => {
    const many = Array.from({ length: 2_500 }, (_, number) => known(`M${number}`))
    await store.replace('rows', 1, many)
    await store.replace('rows', 2, many)
    const [counted] = await store.db
      .selectFrom('child')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .execute()
    expect(counted?.count).toBe(2_500)
  })

  it('shows on one connection what was written on another, and lets several write the same child at once', async () => {
    const others = await Promise.all(Array.from({ length: 4 }, open))
    await Promise.all(
      Array.from({ length: 20 }, (_, turn) => others[turn % 4]?.replace('rows', turn, [known('A1', 1 + (turn % 3))])),
    )
    expect(await store.checkpoint('rows')).toBe(19)
    // Whoever came last: the rows in every table are that writer's, and no others'.
    const [child] = await store.db.selectFrom('child').select('version').execute()
    const contacts = await store.db.selectFrom('contact').select('child').execute()
    const last = [1, 2, 3].find((many) => known('A1', many).rows.child[0]?.version === child?.version)
    expect(contacts).toHaveLength(last ?? 0)
  })

  it('shows a trail line by line, in order, however long it is', async () => {
    const { child, rows } = known('A1', 120)
    await store.replace('rows', 1, [{ child, rows }, known('B2')])
    expect(rows.trail.length).toBeGreaterThan(1)
    const trail = store.db.selectFrom('trail_line').where('child', '=', 'A1')
    const lines = await trail.selectAll().orderBy('number').execute()
    expect(lines).toEqual(
      eventsOf(history('A1', 120)).map(({ id, type, occurredAt, recordedAt, worker }, at) => ({
        ...{ child, number: at + 1, event: id, type, occurred_at: occurredAt, recorded_at: recordedAt },
        ...{ worker: worker.id, role: worker.role, team: worker.team, corrects: null },
      })),
    )
  })

  it('sorts and compares text by its characters, and puts what is not there first', async () => {
    const named = ['zebra', 'Zebra', 'émile', 'Emile', 'emile', null].map((name, number) => ({
      child: `N${number}`,
      rows: { ...noRows, child: known(`N${number}`).rows.child.map((row) => ({ ...row, family_name: name })) },
    }))
    await store.replace('rows', 1, named)
    const names = async (turned: 'asc' | 'desc') =>
      (await store.db.selectFrom('child').select('family_name').orderBy('family_name', turned).execute()).map(
        ({ family_name: name }) => name,
      )
    const sorted = [null, 'Emile', 'Zebra', 'emile', 'zebra', 'émile']
    expect(await names('asc')).toEqual(sorted)
    expect(await names('desc')).toEqual(sorted.toReversed())
  })
}

type Everything = Readonly<Record<ChildTableName, readonly { readonly child: string }[]>>

/** Every row of every table, in an order of its own. No two rows of a table are the same. */
export async function everything({ db }: RowStore): Promise<Everything> {
  const tables = []
  for (const table of childTables) {
    const rows = await db.selectFrom(table).selectAll().execute()
    const byText = new Map(rows.map((row) => [textOf(row), row]))
    tables.push([table, [...byText.keys()].sort().map((text) => byText.get(text))])
  }
  return Object.fromEntries(tables) as Everything
}

const textOf = (row: object) => JSON.stringify(Object.entries(row).sort())
const none = noRows as Everything

const of = (child: string, all: Everything) =>
  Object.fromEntries(childTables.map((table) => [table, all[table].filter((row) => row.child === child)]))

/** A child with so many contacts, and every row that follows from them. */
function known(child: string, contacts = 1): ChildRows {
  return { child, rows: rowsOf(history(child, contacts), { givenName: 'Robin', familyName: child }, agreed) }
}

function history(child: string, contacts: number): History {
  const events = Array.from({ length: contacts }, (_, number): ChildEvent => ({
    id: `${child}-event-${number}`,
    child,
    type: 'ContactReceived',
    version: 1,
    occurredAt: `${addDays('2026-02-01', number)}T09:00+00:00`,
    recordedAt: `${addDays('2026-02-01', number)}T09:00:00.000Z`,
    worker: { id: 'jo.reed', role: 'screening-social-worker', team: 'MASH' },
    cause: `${child}-command-${number}`,
    data: { contact: `${child}-contact-${number}`, source: '6', domesticAbuse: false, outOfHours: false },
    said: ['concern'],
  }))
  return historyOf(child, events)
}
