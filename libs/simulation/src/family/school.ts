import type { Family } from './family.js'
import { type Member, ageAt } from './member.js'

/** The nursery or school that a child of that age goes to: always the same one of those nearby. */
export function schoolOf(family: Family, member: Member, at: number): string {
  const { nurseries, schools, academies } = family.home.locality
  const age = ageAt(family, member, at)
  const nearby = age < 5 ? nurseries : age < 11 ? schools : academies
  return nearby[member.number % nearby.length] ?? nearby[0]
}
