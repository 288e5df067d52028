import type { Worker } from '@front-door/case-flow'
import type { Chance, Some } from '../chance/chance.js'
import { DAY } from '../time/working-time.js'
import { familyName, givenName } from './names.js'

/** Somebody who holds a post from a time until another. */
export interface Holder {
  readonly worker: Worker
  readonly from: number
  readonly to: number
}

/** A post, and who holds it, one after the other without a gap. */
export interface Post {
  readonly holders: Some<Holder>
}

export interface Team {
  readonly name: string
  readonly posts: Some<Post>
  readonly managers: Some<Post>
}

/** How long people stay, in days: about two and a half years. Ours. */
const STAYS = 900
const STAYS_AT_LEAST = 90

/** Posts of one role in a team, held by invented people from the start to the end. */
export function postsOf(role: Worker['role'], team: string, count: number, window: Window): Some<Post> {
  const [first, ...rest] = window.staff.filter((one) => one.role === role && one.team === team)
  const post = (last?: Worker): Post => ({ holders: heldAtLast(holdersOf(role, team, window), last) })
  const others = Array.from({ length: Math.max(0, Math.round(count) - 1) }, (_, index) => rest[index])
  return [post(first), ...others.map(post)]
}

/** The last of them is this person, where there is one. All else that is told stays as it was. */
function heldAtLast(holders: Some<Holder>, person: Worker | undefined): Some<Holder> {
  if (!person) return holders
  const { id, role, team } = person
  const [first, ...rest] = holders.map((holder, index) =>
    index === holders.length - 1 ? { ...holder, worker: { id, role, team } } : holder,
  )
  return first ? [first, ...rest] : holders
}

/** Who of the team is there on a day: any of the posts, by chance. */
export function someoneOf(posts: Some<Post>, at: number, chance: Chance): Worker {
  return holderAt(chance.pick(posts), at).worker
}

export function holderAt({ holders }: Post, at: number): Holder {
  return holders.find(({ to }) => at < to) ?? holders.at(-1) ?? holders[0]
}

/** The time that is told, and chance and the names that were given so far. */
export interface Window {
  readonly start: number
  readonly end: number
  readonly chance: Chance
  readonly taken: Set<string>
  /** People who hold the posts of their role and team at the end. */
  readonly staff: readonly Worker[]
}

function holdersOf(role: Worker['role'], team: string, window: Window): Some<Holder> {
  const { start, end, chance } = window
  const stay = () => (STAYS_AT_LEAST + chance.wait(STAYS)) * DAY
  const hired = (from: number, to: number): Holder => ({ worker: { id: someoneNew(window), role, team }, from, to })
  // Whoever is there at the start has been there for some time.
  const first = hired(start, start + stay() * chance.between([0.1, 1]))
  const holders: [Holder, ...Holder[]] = [first]
  for (let from = first.to; from < end;) {
    const next = hired(from, from + stay())
    holders.push(next)
    from = next.to
  }
  return holders
}

function someoneNew({ chance, taken }: Window): string {
  for (let number = 1; ; number++) {
    const name = `${givenName(chance)}.${familyName(chance)}`.toLowerCase() + (number > 5 ? number : '')
    if (taken.has(name)) continue
    taken.add(name)
    return name
  }
}
