import type { Day } from '@front-door/calendar'
import type { RowStore } from '@front-door/read-models'
import type { Expression, SqlBool } from 'kysely'
import { updatesOpenCase } from '../catalogue/contacts.js'
import { beforeTheRecord, beginningsOf, partOfTheRecord } from '../counting/beginning.js'

export type ConversionStep = 'contacts' | 'referrals' | 'assessments' | 'section47' | 'conferences' | 'protection-plans'

/** How each step is counted. Every step is of the same children: those who came in during the period. */
export const conversionSteps: readonly {
  readonly step: ConversionStep
  readonly name: string
  readonly definition: string
  /** The step it is a share of. */
  readonly of?: ConversionStep
}[] = [
  {
    step: 'contacts',
    name: 'Contacts',
    definition:
      'Contacts received in the period, one for each child. Those that only update an open case are left out.',
  },
  {
    step: 'referrals',
    name: 'Referrals',
    definition: 'Referrals that came of those contacts; without them, all referrals received in the period.',
    of: 'contacts',
  },
  {
    step: 'assessments',
    name: 'Assessments',
    definition: 'Those of the referrals on which an assessment was started.',
    of: 'referrals',
  },
  {
    step: 'section47',
    name: 'Section 47 enquiries',
    definition: 'Those of the referrals on which a section 47 enquiry was started.',
    of: 'referrals',
  },
  {
    step: 'conferences',
    name: 'Initial child protection conferences',
    definition: 'Those with a section 47 enquiry on which an initial conference was held.',
    of: 'section47',
  },
  {
    step: 'protection-plans',
    name: 'Child protection plans',
    definition: 'Those with a conference on which a child protection plan was started.',
    of: 'conferences',
  },
]

export interface Conversion {
  readonly step: ConversionStep
  readonly name: string
  readonly definition: string
  /** Null where it is not available: `unavailable` then says why. */
  readonly count: number | null
  readonly unavailable?: string
  /** What has to be known beside it: the record tells of a part of the period only. */
  readonly note?: string
  /** Of which step it is what share, 0 to 100; null where there was nothing to go on from. */
  readonly share?: { readonly of: ConversionStep; readonly name: string; readonly value: number | null }
}

export interface ConversionWanted {
  /** The first and the last day on which the contacts, or referrals, came in. */
  readonly from: Day
  readonly to: Day
  /** Whose way is followed: that of contacts, or of all referrals, whether or not a contact was recorded. */
  readonly start: 'contacts' | 'referrals'
}

/** How many went on at every step of the front door, however late they did. Children who came in last have had less time. */
export async function conversion(
  { db }: Pick<RowStore, 'db'>,
  wanted: ConversionWanted,
): Promise<readonly Conversion[]> {
  const { from, to, start } = wanted
  const begins = await beginningsOf(db)
  const needed = start === 'contacts' ? (['contact', 'episode'] as const) : (['episode'] as const)
  const unavailable = beforeTheRecord(begins, needed, wanted)
  if (unavailable) return stepsFrom(start).map((step) => ({ ...toldOf(step, start, () => null), unavailable }))
  const { contacts } = await db
    .selectFrom('contact')
    .select(({ fn }) => fn.countAll<number>().as('contacts'))
    .where('received_day', '>=', from)
    .where('received_day', '<=', to)
    .where((row) => row.not(updatesOpenCase('contact.outcome')))
    .executeTakeFirstOrThrow()
  const cohort =
    start === 'contacts'
      ? db
          .selectFrom('contact')
          .innerJoin('episode', (join) =>
            join.onRef('episode.child', '=', 'contact.child').onRef('episode.contact', '=', 'contact.contact'),
          )
          .where('contact.received_day', '>=', from)
          .where('contact.received_day', '<=', to)
      : db.selectFrom('episode').where('received', '>=', from).where('received', '<=', to)
  const counts = await cohort
    // Of several referrals of one child on one day, the first is counted (reference/timescales.md section 4).
    .where('episode.of_day', '=', 1)
    .select(({ eb, fn }) => {
      const many = (is: Expression<SqlBool>) => fn.count<number>(eb.case().when(is).then(eb.lit(1)).end())
      const enquiry = eb('episode.section47s', '>', 0)
      const conference = eb.and([enquiry, eb('episode.conferences', '>', 0)])
      return [
        fn.countAll<number>().as('referrals'),
        many(eb('episode.first_assessment', 'is not', null)).as('assessments'),
        many(enquiry).as('section47'),
        many(conference).as('conferences'),
        many(eb.and([conference, eb('episode.protection_plans', '>', 0)])).as('protection-plans'),
      ]
    })
    .executeTakeFirstOrThrow()
  const all = { ...counts, contacts }
  const note = partOfTheRecord(begins, needed, wanted)
  return stepsFrom(start).map((step) => ({ ...toldOf(step, start, (each) => all[each]), ...(note ? { note } : {}) }))
}

type Start = ConversionWanted['start']

const stepsFrom = (start: Start) => conversionSteps.filter(({ step }) => start === 'contacts' || step !== 'contacts')

/** A step, with how many came so far, and what share that is of the step it is counted of. */
function toldOf(
  { step, name, definition, of }: (typeof conversionSteps)[number],
  start: Start,
  countOf: (step: ConversionStep) => number | null,
): Conversion {
  const count = countOf(step)
  if (!of || (of === 'contacts' && start === 'referrals')) return { step, name, definition, count }
  const before = countOf(of)
  const value = count === null || before === null || before === 0 ? null : (100 * count) / before
  return { step, name, definition, count, share: { of, name: nameOf(of), value } }
}

function nameOf(wanted: ConversionStep): string {
  return (conversionSteps.find(({ step }) => step === wanted)?.name ?? wanted).toLowerCase()
}
