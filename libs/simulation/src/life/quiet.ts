import { type Ending, contacts, returns } from '../calibration.js'
import { wait } from '../family/doing.js'
import type { Family, Life } from '../family/family.js'
import { type Member, isAChild } from '../family/member.js'
import { DAY } from '../time/working-time.js'
import { arrival } from './arrival.js'

/** Nothing is heard of the children, until somebody gets in touch again: or never. */
export function* quiet(
  family: Family,
  { members, at, after }: { readonly members: readonly Member[]; readonly at: number; readonly after: Ending },
): Life {
  const { chance, hours } = family
  const back = returns[after]
  if (!chance.is(back.chance)) return
  // From the start of the day: whoever gets in touch does so at some time of it.
  yield* wait(hours.midnight(hours.dayOf(at + (3 + chance.wait(back.days)) * DAY)))
  const heard = arrival(family, family.now)
  const children = members.filter((member) => isAChild(family, member, heard))
  const [one] = children
  if (!one) return
  const about = children.length > 1 && chance.is(contacts.aboutOne) ? [chance.pick([one, ...children])] : children
  family.follow({ to: 'contact', members: about, at: heard })
}
