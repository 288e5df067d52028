import { codes } from '@front-door/case-flow'
import { type Expression, type RawBuilder, sql } from 'kysely'
import type { Dimension } from './dimensions.js'

/** What of a case is joined to tell its part: the child, the referral it belongs to, the contact it is. */
export type Joined = 'subject' | 'episode' | 'contact'

interface Part {
  readonly joins: readonly Joined[]
  /** The code of the part a case belongs to; null where nothing is recorded. `on`: the day a child's age is told of. */
  readonly code: (on: Expression<string>) => RawBuilder<string | null>
  readonly nameOf: (code: string) => string
  /** The codes in the order of what they stand for, where it is not that of the codes themselves. */
  readonly order?: readonly string[]
}

const asItIs = (code: string) => code
const either = (column: string): RawBuilder<string | null> =>
  sql`coalesce(${sql.ref(`contact.${column}`)}, ${sql.ref(`episode.${column}`)})`
const yesNo = (column: string): Part => ({
  joins: ['episode', 'contact'],
  code: () => sql`case ${either(column)} when 1 then 'yes' when 0 then 'no' end`,
  nameOf: (code) => (code === 'yes' ? 'Yes' : 'No'),
})

const groupsOfSources: ReadonlyMap<string, string> = new Map(
  codes.contactSource.codes.map(({ code, group = code }) => [code, group]),
)
const groups = [...new Set(groupsOfSources.values())]
export const groupOfSource = (code: string): string => groupsOfSources.get(code) ?? code
const sourcesIn = (wanted: string) =>
  codes.contactSource.codes.filter(({ group }) => group === wanted).map(({ code }) => sql.lit(code))

/** The bands in which children in need are published. */
const ages = [
  ['under-1', 'Under 1', 1],
  ['1-4', '1 to 4', 5],
  ['5-9', '5 to 9', 10],
  ['10-15', '10 to 15', 16],
  ['16-17', '16 and 17', 18],
] as const
const ageNames: ReadonlyMap<string, string> = new Map([
  ['unborn', 'Unborn'],
  ...ages.map(([code, name]) => [code, name] as const),
  ['18-over', '18 and over'],
])

/** Whole years of age on a day: one less before the birthday. */
function ageOn(on: Expression<string>): RawBuilder<number> {
  const born = sql.ref('subject.birth_date')
  const year = (day: Expression<unknown>) => sql`cast(substr(${day}, 1, 4) as integer)`
  const before = sql`case when substr(${on}, 6) < substr(${born}, 6) then 1 else 0 end`
  return sql`(${year(on)} - ${year(born)} - ${before})`
}

function ageBand(on: Expression<string>): RawBuilder<string | null> {
  const bands = ages.map(([code, , below]) => sql`when ${ageOn(on)} < ${sql.lit(below)} then ${sql.lit(code)}`)
  return sql`case
    when subject.birth_date is null and subject.expected_birth_date is not null then 'unborn'
    when subject.birth_date is null then null
    when ${on} < subject.birth_date then 'unborn'
    ${sql.join(bands, sql` `)} else '18-over' end`
}

export const parts: Readonly<Record<Dimension, Part>> = {
  team: { joins: [], code: () => sql`nullif(seen.team, '')`, nameOf: asItIs },
  locality: { joins: ['subject'], code: () => sql`subject.locality`, nameOf: asItIs },
  source: { joins: ['episode', 'contact'], code: () => either('source'), nameOf: codes.contactSource.labelOf },
  'source-group': {
    joins: ['episode', 'contact'],
    code: () => {
      const whens = groups.map(
        (group) => sql`when ${either('source')} in (${sql.join(sourcesIn(group))}) then ${sql.lit(group)}`,
      )
      return sql`case ${sql.join(whens, sql` `)} end`
    },
    nameOf: asItIs,
  },
  agency: { joins: ['episode', 'contact'], code: () => either('agency'), nameOf: asItIs },
  'age-band': {
    joins: ['subject'],
    code: ageBand,
    nameOf: (code) => ageNames.get(code) ?? code,
    order: [...ageNames.keys()],
  },
  sex: { joins: ['subject'], code: () => sql`subject.sex`, nameOf: codes.sex.labelOf },
  ethnicity: {
    joins: ['subject'],
    code: () => sql`subject.ethnicity`,
    nameOf: codes.ethnicity.labelOf,
    order: codes.ethnicity.codes.map(({ code }) => code),
  },
  disability: {
    joins: ['subject'],
    code: () => sql`case subject.disabilities when '' then null when 'NONE' then 'no' else 'yes' end`,
    nameOf: (code) => (code === 'yes' ? 'Disabled' : 'Not disabled'),
  },
  need: { joins: ['episode'], code: () => sql`episode.need`, nameOf: codes.primaryNeed.labelOf },
  'domestic-abuse': yesNo('domestic_abuse'),
  edt: yesNo('out_of_hours'),
}

/** The part of those of whom nothing is recorded. */
export const NOT_RECORDED = 'not-recorded'

export const nameOfPart = (by: Dimension, code: string): string =>
  code === NOT_RECORDED ? 'Not recorded' : parts[by].nameOf(code)

/** Whether the parts stand in an order of their own, which says more than the largest first. */
export const hasOwnOrder = (by: Dimension): boolean => parts[by].order !== undefined

/**
 * Which of two parts stands first: each in the order of what it stands for, and those of whom nothing is recorded last.
 */
export function comparedParts(by: Dimension): (one: string, other: string) => number {
  const { order = [] } = parts[by]
  const placeOf = (code: string) =>
    code === NOT_RECORDED ? order.length + 1 : order.includes(code) ? order.indexOf(code) : order.length
  return (one, other) => placeOf(one) - placeOf(other) || one.localeCompare(other, 'en', { numeric: true })
}
