import { type Child, type Item, type Screening, byId, itemsOf } from '../child/index.js'
import type { ItemKind } from '../fields/index.js'

/**
 * What a good record shows (needs N4, N6, N9, N10) and where it is looked for. What is missing is told with every
 * receipt; it stops nothing but what guidance says must not happen without it, and that is a rule of the flow.
 */
export interface Evidence {
  readonly id: string
  readonly missing: string
  readonly on: Partial<Record<ItemKind, readonly string[]>>
  readonly has: (child: Child, item: Item) => boolean
}

/** Something that is not there yet, of which item, in a sentence. */
export interface Missing {
  readonly what: string
  readonly kind: ItemKind | 'event'
  readonly about: string
  readonly says: string
}

const undecided = { contact: ['received', 'screening'], referral: ['received', 'screening'] } as const
const screened = { contact: ['screening'], referral: ['screening', 'open'] } as const
const assessing = ['started', 'returned', 'completed'] as const
const enquiring = ['started', 'awaiting-conference'] as const

const matter = (item: Item): Partial<{ screening: Screening; imported: boolean }> => item as never

/** The ids of everything in the same episode: a voice heard in the assessment is heard for the referral too. */
function around(child: Child, id: string): ReadonlySet<string> {
  const items = [...child.assessments, ...child.section47s, ...child.stepDowns]
  const referral = byId(child.referrals, byId(items, id)?.referral ?? id)
  if (!referral) return new Set([id])
  const within = items.filter((item) => item.referral === referral.id)
  const discussions = child.discussions.filter((each) => each.about === referral.id || each.about === referral.contact)
  return new Set([
    referral.id,
    ...(referral.contact ? [referral.contact] : []),
    ...[...within, ...discussions].map((item) => item.id),
  ])
}

const noted = (notes: (child: Child) => readonly { readonly about: string }[]) => (child: Child, item: Item) => {
  const ids = around(child, item.id)
  return notes(child).some((note) => ids.has(note.about))
}

const written = (id: string, name: string, missing: string): Evidence => ({
  id,
  missing,
  on: { assessment: ['completed'] },
  has: (child, item) => byId(child.assessments, item.id)?.written.includes(name) ?? false,
})

export const evidence: readonly Evidence[] = [
  {
    id: 'priority',
    missing: 'The priority has not been rated.',
    on: undecided,
    has: (_, item) => matter(item).screening?.priority !== undefined,
  },
  {
    id: 'history',
    missing: 'It is not recorded that the history was considered.',
    on: { contact: ['screening'], referral: ['screening'] },
    has: (_, item) => matter(item).screening?.historyConsidered === true,
  },
  {
    id: 'partner-information',
    missing: 'A partner has been asked for information and has not answered.',
    on: undecided,
    has: (child, item) => !child.requests.some((request) => request.about === item.id && request.stage === 'asked'),
  },
  {
    id: 'consent',
    missing: 'The consent position is not recorded.',
    on: screened,
    has: (_, item) => matter(item).imported === true || matter(item).screening?.consent !== undefined,
  },
  {
    id: 'voice',
    missing: "The child's voice is not recorded.",
    on: screened,
    has: (child, item) => matter(item).imported === true || noted((of) => of.voices)(child, item),
  },
  {
    id: 'child-seen',
    missing: 'It is not recorded that the child was seen.',
    on: { assessment: assessing, section47: enquiring },
    has: (child, item) => child.person.stage === 'unborn' || noted((of) => of.sightings)(child, item),
  },
  {
    id: 'safety-plan',
    missing: 'No written safety plan has been shared with the family.',
    on: { section47: enquiring },
    has: noted((of) => of.safetyPlans),
  },
  {
    id: 'oversight',
    missing: "A manager's oversight is not recorded.",
    on: { section47: enquiring, stepDown: ['proposed'], referral: ['open'] },
    has: (child, item) => matter(item).imported === true || noted((of) => of.oversights)(child, item),
  },
  written('assessment-history', 'history', 'The assessment does not say what the history means.'),
  written('assessment-partners', 'partnerInformation', 'The assessment holds no information from partners.'),
  written('assessment-risk', 'risk', 'The assessment does not set out the risks.'),
  written('assessment-strengths', 'strengths', 'The assessment does not set out the strengths.'),
  written('assessment-equalities', 'equalities', 'The assessment does not say what difference identity made.'),
  written('assessment-family', 'familyEngagement', 'The assessment does not say how the family took part.'),
  written('assessment-voice', 'childView', "The assessment does not hold the child's view."),
]

/** Everything that is missing from what is under way for this child. */
export function missingFrom(child: Child): readonly Missing[] {
  const missing = child.unexplained.map(({ event }): Missing => ({
    what: 'reason',
    kind: 'event',
    about: event,
    says: 'The reason for an urgent decision has not been given yet.',
  }))
  for (const { what, says, kind, stages, has } of lookedFor)
    for (const item of itemsOf(child, kind) as readonly Item[])
      if (stages.includes(item.stage) && !has(child, item)) missing.push({ what, kind, about: item.id, says })
  return missing
}

/** The evidence by the kinds of item it is looked for on. */
const lookedFor = evidence.flatMap(({ id: what, missing: says, on, has }) =>
  (Object.keys(on) as ItemKind[]).map((kind) => ({ what, says, kind, stages: on[kind] ?? [], has })),
)
