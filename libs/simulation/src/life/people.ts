import type { Worker } from '@front-door/case-flow'
import type { Council } from '../council/council.js'
import { holderAt, someoneOf, type Team } from '../council/staff.js'
import type { Family } from '../family/family.js'
import { type Member, openReferral } from '../family/member.js'

/** Who decides at the front door then: the MASH, or the emergency duty team when offices are closed. */
export function screener({ council, hours, chance }: Family, at: number): Worker {
  return someoneOf(hours.isOpen(at) ? council.mash.posts : council.edt, at, chance)
}

export function mashManager({ council, chance }: Family, at: number): Worker {
  return someoneOf(council.mash.managers, at, chance)
}

export function businessSupport({ council, chance }: Family, at: number): Worker {
  return someoneOf(council.businessSupport, at, chance)
}

export function partner({ council, chance }: Family, agency: keyof Council['partners'], at: number): Worker {
  return someoneOf(council.partners[agency], at, chance)
}

/** The social worker who holds the case, or one of the assessment team while nobody does. */
export function caseWorker(family: Family, members: readonly Member[], at: number): Worker {
  const { council, home, chance } = family
  const allocated = members.map(openReferral).find((referral) => referral?.allocated)?.allocated
  const post = allocated && council.postOf.get(allocated.to)
  const holder = post?.holders.find(({ worker }) => worker.id === allocated?.to)
  if (holder && at < holder.to) return holder.worker
  return post ? holderAt(post, at).worker : someoneOf(home.locality.assessment.posts, at, chance)
}

/** The manager of the team that holds the case. */
export function caseManager(family: Family, members: readonly Member[], at: number): Worker {
  return someoneOf(teamOf(family, members).managers, at, family.chance)
}

/** A manager of the team who is none of these people, or one of the MASH where there is no other. */
export function otherManager(family: Family, members: readonly Member[], at: number, but: readonly string[]): Worker {
  const [other = mashManager(family, at)] = teamOf(family, members)
    .managers.map((post) => holderAt(post, at).worker)
    .filter(({ id }) => !but.includes(id))
  return other
}

export function earlyHelper({ home, chance }: Family, at: number): Worker {
  return someoneOf(home.locality.earlyHelp.posts, at, chance)
}

export function teamOf({ home }: Family, members: readonly Member[]): Team {
  const { safeguarding, assessment } = home.locality
  const held = members.map(openReferral).find((referral) => referral?.allocated)?.allocated
  return held?.team === safeguarding.name ? safeguarding : assessment
}
