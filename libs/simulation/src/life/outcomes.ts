import type { InputOfAct } from '@front-door/case-flow'
import { contacts, sources } from '../calibration.js'
import type { Family } from '../family/family.js'
import type { Member } from '../family/member.js'
import type { News } from '../family/news.js'
import type { Matter } from './matter.js'

export type Outcome = InputOfAct<'decide-contact'>['outcome']
export type Outcomes = ReadonlyMap<Member, Outcome>

/** What is to be decided for each child: the same for all of them, mostly. */
export function outcomesFor(family: Family, { members }: Matter, news: News): Outcomes {
  const { chance } = family
  const outcome = outcomeFor(family, members, news)
  const apart = members.length > 1 && chance.is(contacts.siblingsApart) ? members.at(-1) : undefined
  const other = chance.among(contacts.otherwise)
  return new Map(members.map((member) => [member, member === apart ? other : outcome]))
}

export function endsThere(outcome: Outcome | undefined): boolean {
  return outcome === 'NFA' || outcome === 'INFO_ADVICE' || outcome === 'SIGNPOST'
}

/** What the histories hold, the source and the priority make a referral more or less likely. */
function outcomeFor({ chance }: Family, members: readonly Member[], { group, priority }: News): Outcome {
  const likely = contacts.converts[behind(members)] * sources[group].converts * contacts.priorityConverts[priority]
  return chance.is(Math.min(likely, 0.95)) ? 'CIN_REFERRAL' : chance.among(contacts.otherwise)
}

/** The most serious that the front door knows of any of them. The contact itself is in the history by now. */
export function behind(members: readonly Member[]): keyof typeof contacts.converts {
  const any = (has: (member: Member) => boolean) => members.some(has)
  if (any(({ history }) => history.state.protectionPlans.length > 0)) return 'plan'
  if (any(({ history }) => history.state.referrals.length > 0)) return 'referral'
  return any(({ history }) => history.state.contacts.length > 1) ? 'contact' : 'nothing'
}
