import { referrals, underWay } from '../calibration.js'
import type { InputOfAct } from '@front-door/case-flow'
import type { Council } from '../council/council.js'
import { type Team, holderAt, someoneOf } from '../council/staff.js'
import { does, on, wait } from '../family/doing.js'
import type { Family, Life } from '../family/family.js'
import { type Member, openReferral } from '../family/member.js'
import { DAY, HOUR } from '../time/working-time.js'
import { writing } from '../words/writing.js'
import { caseManager, teamOf } from './people.js'

const idOf = (member: Member) => openReferral(member)?.id
const holderOf = (members: readonly Member[]) =>
  members.map(openReferral).find((referral) => referral?.allocated)?.allocated

/** A worker of the assessment team takes the case. Gives the time from which they do. */
export function* allocate(family: Family, members: readonly Member[], decided: number): Life<number> {
  const { chance, hours, home } = family
  const at = hours.whenOpen(decided + chance.between(chance.among(referrals.allocated)) * HOUR, chance)
  const { to, team } = workerFor(family, at)
  const taken = yield* does(family, {
    act: 'allocate-case',
    by: someoneOf(home.locality.assessment.managers, at, chance),
    at,
    about: members,
    input: on(idOf, (referral, member) => (openReferral(member)?.allocated ? undefined : { referral, to, team })),
  })
  if (taken.length > 0) family.also(handovers(family, taken))
  return at
}

/** Brothers and sisters have one worker, as long as that worker is there. */
function workerFor(
  { members, council, home, chance }: Family,
  at: number,
): { readonly to: string; readonly team: string } {
  const held = holderOf(members)
  if (held && at < leavingOf(council, held.to)) return held
  const { posts, name } = home.locality.assessment
  return { to: someoneOf(posts, at, chance).id, team: name }
}

function leavingOf({ postOf }: Council, worker: string): number {
  return postOf.get(worker)?.holders.find((holder) => holder.worker.id === worker)?.to ?? Infinity
}

/** When a plan begins the case goes to a safeguarding team, mostly. */
export function* passOn(family: Family, members: readonly Member[], from: number): Life {
  const { chance, hours, home } = family
  const team = home.locality.safeguarding
  if (chance.is(0.2) || holderOf(members)?.team === team.name) return
  const at = hours.later(from, chance.whole([1, 6]), chance)
  yield* handOver(family, members, team, someoneOf(team.posts, at, chance).id, at, 'TSPROC')
}

/** Whoever holds it leaves some day, and some cases go to somebody else before that. */
function* handovers(family: Family, members: readonly Member[]): Life {
  const { chance, council, hours } = family
  const cases = new Set(members.map(idOf))
  for (;;) {
    const held = holderOf(members)?.to ?? ''
    const leaves = leavingOf(council, held)
    const moves = family.now + chance.wait(underWay.handoverEvery) * DAY
    const at = Math.max(hours.whenOpen(Math.min(leaves, moves), chance), family.now)
    yield* wait(at)
    const still = members.filter((member) => openReferral(member) && cases.has(idOf(member)))
    if (still.length === 0) return
    // It has changed hands meanwhile.
    if (holderOf(still)?.to !== held) continue
    const team = teamOf(family, still)
    const post = leaves <= moves ? council.postOf.get(held) : undefined
    const to = post ? holderAt(post, at).worker.id : someoneOf(team.posts, at, chance).id
    yield* handOver(family, still, team, to, at, post ? 'LEFTRL' : chance.is(0.7) ? 'MANAGE' : 'ABSENC')
  }
}

function* handOver(
  family: Family,
  members: readonly Member[],
  team: Team,
  to: string,
  at: number,
  change: InputOfAct<'reallocate-case'>['change'],
): Life {
  const words = writing(family)
  yield* does(family, {
    act: 'reallocate-case',
    by: caseManager(family, members, at),
    at,
    about: members,
    input: on(idOf, (referral, member) => {
      const held = openReferral(member)?.allocated
      return held && held.to !== to
        ? { referral, to, team: team.name, change, reason: words('handover', member) }
        : undefined
    }),
  })
}
