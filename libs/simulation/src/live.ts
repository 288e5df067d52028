import type { Day } from '@front-door/calendar'
import { noHistory } from '@front-door/case-flow'
import type { Recorder } from '@front-door/event-log'
import { type Chance, chanceFrom } from './chance/chance.js'
import { idsFrom } from './chance/ids.js'
import { type Seed, partOf } from './chance/seeded.js'
import type { Council } from './council/council.js'
import { address, familyName, postcode } from './council/names.js'
import { agendaOf, tell } from './family/agenda.js'
import type { Family, Home } from './family/family.js'
import { makeUp } from './family/make-up.js'
import type { Member } from './family/member.js'
import { perform } from './family/performing.js'
import { arrival } from './life/arrival.js'
import { begin } from './life/begin.js'
import { lifeOf } from './life/follow.js'
import type { Tally } from './summary.js'
import { HOUR, type WorkingTime } from './time/working-time.js'

/** What the families of one run have in common. */
export interface Run {
  /** What was asked for, as it was. */
  readonly name: string
  readonly seed: Seed
  readonly council: Council
  readonly hours: WorkingTime
  /** The last instant at which anything is recorded. */
  readonly end: number
  readonly arriving: (chance: Chance) => Day
  readonly childIdOf: (number: number) => string
  readonly recorder: (newId: () => string) => Recorder
  readonly tally: Tally
}

/** Which family it is, how many children it has, and the number of the first of them. */
export interface Numbered {
  readonly index: number
  readonly size: number
  readonly first: number
}

/** Tells the whole story of a family, from its first contact until nothing follows any more or the end has come. */
export async function live(run: Run, numbered: Numbered): Promise<void> {
  const seed = partOf(run.seed, numbered.index + 1)
  const ids = idsFrom(seed)
  const { family, agenda, members } = familyOf(run, chanceFrom(seed), numbered)
  const performing = {
    recorder: run.recorder(ids.newId),
    ids,
    chance: family.chance,
    clock: family,
    members,
    tally: run.tally,
    told: `Seed ${run.name}, family ${numbered.index}`,
  }
  for (const life of begin(family)) family.also(life)
  await tell(agenda, run.end, family, (asked) => perform(performing, asked))
}

function familyOf({ council, hours, arriving, end, childIdOf }: Run, chance: Chance, { size, first }: Numbered) {
  const day = arriving(chance)
  const noticed = Math.min(arrival({ chance, hours }, hours.midnight(day)), end - HOUR)
  const agenda = agendaOf()
  const children = makeUp(chance, { size, first, idOf: childIdOf }, hours.dayOf(noticed))
  const members = new Map<string, Member>(children.map((member) => [member.id, member]))
  const family: Family = {
    ...{ members: children, home: homeOf(council, chance), chance, council, hours, noticed, now: noticed, written: [] },
    doubleOf(member) {
      const id = `${member.id}D`
      const double = { ...member, id, history: noHistory(id) }
      members.set(id, double)
      return double
    },
    also: (life) => agenda.add(life, family.now),
    follow: (next) => agenda.add(lifeOf(family, next), family.now),
  }
  return { family, agenda, members }
}

function homeOf({ localities }: Council, chance: Chance): Home {
  const place = { address: address(chance), postcode: postcode(chance) }
  return { locality: chance.pick(localities), familyName: familyName(chance), ...place }
}
