import type { InputOfAct, Worker } from '@front-door/case-flow'
import { enquiries } from '../calibration.js'
import { does, on } from '../family/doing.js'
import type { Family, Life } from '../family/family.js'
import { type Member, atLeastFrom, lastClosing, openEnquiry } from '../family/member.js'
import { DAY, HOUR } from '../time/working-time.js'
import { writing } from '../words/writing.js'
import { screener } from './people.js'
import type { Matter } from './matter.js'

/** What is so urgent that the discussion is held before anything else: it makes the contact a referral, and the case. */
export function* strategyAtOnce(family: Family, matter: Matter, at: number): Life {
  const held = yield* discuss(family, matter.members, matter.idOf, at, screener(family, at), 'SECTION_47')
  const started = atLeastFrom(at, held.map(openEnquiry))
  if (held.length > 0) family.follow({ to: 'case', members: held, at: started, enquiry: 'started' })
}

/** A strategy discussion about what `idOf` names. Where it decides on an enquiry, that starts with it. */
export function* discuss(
  family: Family,
  about: readonly Member[],
  idOf: (member: Member) => string | undefined,
  at: number,
  by: Worker,
  outcome: 'SECTION_47' | 'ASSESSMENT',
): Life<readonly Member[]> {
  const { chance } = family
  const explained = !chance.is(enquiries.unexplained)
  const enquiryBy = chance.among(enquiries.by)
  const agencies = agenciesAt(family)
  const words = writing(family)
  const held = yield* does(family, {
    act: 'hold-strategy-discussion',
    by,
    at,
    about,
    notBefore: lastClosing,
    input: on(idOf, (matter, member) => ({
      ...{ about: matter, agencies, outcome, shared: words('shared', member) },
      ...(outcome === 'SECTION_47' ? { enquiryBy } : {}),
      ...(explained ? { reason: words(`discussion-${outcome}`, member) } : {}),
    })),
  })
  if (!explained) family.also(explainLater(family, held, at, by))
  return held
}

/** The reason of what could not wait follows, a few hours or days later. */
function* explainLater(family: Family, members: readonly Member[], held: number, by: Worker): Life {
  const at = family.hours.whenOpen(held + family.chance.between([2 * HOUR, 3 * DAY]), family.chance)
  const words = writing(family)
  yield* does(family, {
    act: 'give-reason',
    by,
    at,
    about: members,
    input(member) {
      const event = member.history.state.unexplained.at(-1)?.event
      return event === undefined ? undefined : { event, reason: words('discussion-SECTION_47', member) }
    },
  })
}

function agenciesAt({ chance }: Family): InputOfAct<'hold-strategy-discussion'>['agencies'] {
  const others = [
    ['EDUCATION', 0.55],
    ['HOUSING', 0.05],
    ['PROBATION', 0.08],
    ['DOMESTIC_ABUSE', 0.12],
  ] as const
  const some = others.flatMap(([agency, share]) => (chance.is(share) ? [agency] : []))
  return ['SOCIAL_CARE', 'POLICE', ...(chance.is(0.9) ? (['HEALTH'] as const) : []), ...some]
}
