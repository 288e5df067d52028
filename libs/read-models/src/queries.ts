import type { Selectable } from 'kysely'
import { folded } from './folded.js'
import type { RowStore } from './store.js'
import type { ChildTable, ContactTable, WorkTable } from './tables.js'

/** A page of rows, and what to ask with for the next. */
export interface Page<R> {
  readonly rows: readonly R[]
  readonly next?: string
}

export interface Paging {
  readonly after?: string | undefined
  readonly limit: number
}

export interface SearchFor {
  readonly name?: string | undefined
  readonly birthDate?: string | undefined
  /** A child's id, UPN, former UPN or NHS number. */
  readonly reference?: string | undefined
}

/** Children by any of name (every word of it, from its beginning), date of birth and reference, best known first. */
export async function findChildren(
  { db }: RowStore,
  wanted: SearchFor,
  limit = 50,
): Promise<readonly Selectable<ChildTable>[]> {
  let query = db.selectFrom('child').selectAll().where('merged_into', 'is', null)
  const words = folded(wanted.name ?? '')
    .split(' ')
    .filter(Boolean)
  for (const word of words)
    query = query.where('child', 'in', (found) =>
      found
        .selectFrom('child_name')
        .select('child_name.child')
        .where('word', '>=', word)
        .where('word', '<', `${word}\u{10ffff}`),
    )
  const { birthDate, reference } = wanted
  if (birthDate)
    query = query.where((either) =>
      either.or([either('birth_date', '=', birthDate), either('expected_birth_date', '=', birthDate)]),
    )
  if (reference) {
    const value = reference.replaceAll(' ', '').toUpperCase()
    query = query.where('child', 'in', (found) =>
      found.selectFrom('child_reference').select('child_reference.child').where('value', '=', value),
    )
  }
  if (words.length === 0 && !birthDate && !reference) return []
  return query.orderBy('family_name').orderBy('given_name').orderBy('child').limit(limit).execute()
}

/** Whom the child's record is restricted to: `aboutRow` reads it. */
interface Restricted {
  readonly restricted_to: string | null
}

export interface ContactsWanted {
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly undecided?: boolean | undefined
  readonly outcome?: string | undefined
  readonly domesticAbuse?: boolean | undefined
  readonly outOfHours?: boolean | undefined
  readonly child?: string | undefined
}

/** The contact list, latest first. */
export async function contactList(
  { db }: RowStore,
  wanted: ContactsWanted,
  { after, limit }: Paging,
): Promise<Page<Selectable<ContactTable> & Restricted>> {
  let query = db
    .selectFrom('contact')
    .leftJoin('child', 'child.child', 'contact.child')
    .selectAll('contact')
    .select('child.restricted_to')
  if (wanted.from) query = query.where('received_day', '>=', wanted.from)
  if (wanted.to) query = query.where('received_day', '<=', wanted.to)
  if (wanted.undecided) query = query.where('decided_at', 'is', null)
  if (wanted.outcome) query = query.where('outcome', '=', wanted.outcome)
  if (wanted.domesticAbuse) query = query.where('domestic_abuse', '=', 1)
  if (wanted.outOfHours) query = query.where('out_of_hours', '=', 1)
  if (wanted.child) query = query.where('contact.child', '=', wanted.child)
  const [at, id] = placeOf(after)
  if (at && id)
    query = query.where((either) =>
      either.or([
        either('received_at', '<', at),
        either.and([either('received_at', '=', at), either('contact', '<', id)]),
      ]),
    )
  const rows = await query
    .orderBy('received_at', 'desc')
    .orderBy('contact', 'desc')
    .limit(limit + 1)
    .execute()
  return paged(rows, limit, (row) => `${row.received_at} ${row.contact}`)
}

export interface WorkWanted {
  readonly kind?: string | undefined
  readonly stage?: string | undefined
  readonly team?: string | undefined
  readonly worker?: string | undefined
  readonly unallocated?: boolean | undefined
  readonly domesticAbuse?: boolean | undefined
  readonly outOfHours?: boolean | undefined
  /** Due before this moment. */
  readonly dueBefore?: string | undefined
}

/** A worklist: what is under way in a stage, what is due first first. */
export async function worklist(
  { db }: RowStore,
  wanted: WorkWanted,
  { after, limit }: Paging,
): Promise<Page<Selectable<WorkTable> & Restricted>> {
  let query = db
    .selectFrom('work')
    .leftJoin('child', 'child.child', 'work.child')
    .selectAll('work')
    .select('child.restricted_to')
  if (wanted.kind) query = query.where('kind', '=', wanted.kind)
  if (wanted.stage) query = query.where('work.stage', '=', wanted.stage)
  if (wanted.team) query = query.where('team', '=', wanted.team)
  if (wanted.worker) query = query.where('worker', '=', wanted.worker)
  if (wanted.unallocated)
    query = query.where('kind', '=', 'referral').where('work.stage', '=', 'open').where('worker', 'is', null)
  if (wanted.domesticAbuse) query = query.where('domestic_abuse', '=', 1)
  if (wanted.outOfHours) query = query.where('out_of_hours', '=', 1)
  if (wanted.dueBefore) query = query.where('due', '<', wanted.dueBefore)
  const [at, id] = placeOf(after)
  if (at && id)
    query = query.where(({ eb, fn, val }) => {
      const first = fn.coalesce('due', val(NEVER))
      return eb.or([eb(first, '>', at), eb.and([eb(first, '=', at), eb('item', '>', id)])])
    })
  const rows = await query
    .orderBy(({ fn, val }) => fn.coalesce('due', val(NEVER)))
    .orderBy('item')
    .limit(limit + 1)
    .execute()
  return paged(rows, limit, (row) => `${row.due ?? NEVER} ${row.item}`)
}

/** How much is under way in every stage of every kind. */
export async function workCounts({ db }: RowStore): Promise<readonly { kind: string; stage: string; count: number }[]> {
  const rows = await db
    .selectFrom('work')
    .select(['kind', 'stage', ({ fn }) => fn.countAll<number>().as('count')])
    .groupBy(['kind', 'stage'])
    .orderBy('kind')
    .orderBy('stage')
    .execute()
  return rows.map((row) => ({ ...row, count: Number(row.count) }))
}

const NEVER = '9999'

function placeOf(after = ''): readonly [string?, string?] {
  const [, at, id] = /^(\d{4}\S*) (\S+)$/.exec(Buffer.from(after, 'base64url').toString('utf8')) ?? []
  return at && id ? [at, id] : []
}

/** Whether this is the `next` of some page. */
export function isPlace(after: unknown): boolean {
  return typeof after === 'string' && placeOf(after).length > 0
}

function paged<R>(rows: readonly R[], limit: number, placeOfRow: (row: R) => string): Page<R> {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return rows.length > limit && last
    ? { rows: shown, next: Buffer.from(placeOfRow(last), 'utf8').toString('base64url') }
    : { rows: shown }
}
