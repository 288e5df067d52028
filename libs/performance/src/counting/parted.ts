import { type AliasableExpression, type RawBuilder, sql } from 'kysely'
import type { Dimension } from '../breakdown/dimensions.js'
import { NOT_RECORDED, parts } from '../breakdown/parts.js'
import type { Case, Cases, Snapshot } from '../catalogue/cases.js'

/** A case, and the part of a breakdown it belongs to. */
export type Parted = Case & { readonly part: string }

/** How the cases of a figure are told apart: by what, and whether they are a snapshot. */
export interface Parting {
  readonly by: Dimension | undefined
  readonly snapshot: boolean
}

/** The cases, each with its part; all in one where nothing is asked by. Joins only what tells the part. */
export function parted(asking: Snapshot, cases: Cases, { by, snapshot }: Parting): AliasableExpression<Parted> {
  const from = asking.db.selectFrom(cases.as('seen')).selectAll('seen')
  if (by === undefined) return from.select(sql<string>`''`.as('part'))
  const { joins } = parts[by]
  return from
    .$if(joins.includes('subject'), (query) => query.leftJoin('subject', 'subject.child', 'seen.child'))
    .$if(joins.includes('episode'), (query) =>
      query.leftJoin('episode', (join) =>
        join.onRef('episode.child', '=', 'seen.child').onRef('episode.referral', '=', 'seen.referral'),
      ),
    )
    .$if(joins.includes('contact'), (query) =>
      query.leftJoin('contact', (join) =>
        join.onRef('contact.contact', '=', 'seen.item').on('seen.kind', '=', 'contact'),
      ),
    )
    .select(partOf(by, asking, snapshot).as('part'))
}

/** A child's age is that of the day of the case; in a snapshot, that of the day of the snapshot. */
export function partOf(by: Dimension, { on }: Snapshot, snapshot: boolean): RawBuilder<string> {
  const day = snapshot ? sql<string>`${on}` : sql<string>`seen.day`
  return sql`coalesce(${parts[by].code(day)}, ${sql.lit(NOT_RECORDED)})`
}
