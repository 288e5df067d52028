import { type Day, addDays, addMonths } from '@front-door/calendar'
import type { Agreed, Worker } from '@front-door/case-flow'
import type { Recorder } from '@front-door/event-log'
import { families, volumes } from './calibration.js'
import { chanceFrom } from './chance/chance.js'
import { childIdsOf } from './chance/ids.js'
import { type Seed, partOf, seedOf } from './chance/seeded.js'
import { arrivingBetween } from './council/arriving.js'
import { councilFor } from './council/council.js'
import { type Numbered, type Run, live } from './live.js'
import { type SimulationProgress, type SimulationSummary, type Tally, nothingYet, progressOf } from './summary.js'
import { workingTime } from './time/working-time.js'

export interface Simulation {
  /**
   * A recorder that takes its ids from `newId`. Each family has one of its own, so that the ids depend on nothing that
   * runs beside it: `(newId) => recorderOf({ log, keys, world: { ...agreed, newId } })`.
   */
  readonly recorder: (newId: () => string) => Recorder
  /** How many children come to notice in all. */
  readonly children: number
  /** How many years the council is told of, up to `until`. */
  readonly years: number
  /** The same seed, children, years and last day give the same events. */
  readonly seed: number
  /** The last day on which anything is recorded. What is open then stays open. */
  readonly until: Day
  readonly agreed: Agreed
  /**
   * People among whom the council's work is found at the end: each holds a post of their role in the team of that name.
   * The story is the same without them, told of others.
   */
  readonly staff?: readonly Worker[]
  readonly onProgress?: (progress: SimulationProgress) => void
  /** How many families are told at a time: their commands share commits. */
  readonly concurrency?: number
  /**
   * Which families are told here, where several threads tell one council, each on a log of its own that is open on the
   * same folder: every `of`th, from `part` (0 to `of` - 1) on. All of them unless given.
   */
  readonly share?: { readonly part: number; readonly of: number }
}

/**
 * Tells the story of an invented council by real commands. Asked for the same again on the same log it adds nothing,
 * so that one which was broken off can be gone on with. Rejects with `Implausible` where a command is refused that
 * should not be.
 */
export async function simulate(simulation: Simulation): Promise<SimulationSummary> {
  const { children, years, onProgress = () => undefined, concurrency = 64, share = ALL } = simulation
  const begun = performance.now()
  const seconds = () => (performance.now() - begun) / 1000
  const tally = nothingYet()
  const run = runOf(simulation, tally)
  const all = familiesOf(run.seed, children).filter(({ index }) => index % share.of === share.part)
  await eachOf(all, concurrency, async (family) => {
    await live(run, family)
    tally.families += 1
    tally.children += family.size
    if (tally.families % TOLD_EVERY === 0) onProgress(progressOf(tally, all.length, seconds()))
  })
  onProgress(progressOf(tally, all.length, seconds()))
  return { ...tally, seconds: seconds(), population: Math.round((children / years) * volumes.populationToKnownInAYear) }
}

const ALL = { part: 0, of: 1 }

/** In families. */
const TOLD_EVERY = 100

function runOf({ children, years, seed, until, agreed, recorder, staff = [] }: Simulation, tally: Tally): Run {
  const own = seedOf(`${seed} ${children} ${years} ${until}`)
  const first = addDays(addMonths(until, -12 * years), 1)
  // Plans reach beyond the end, though nothing that happens then is told.
  const hours = workingTime(agreed.calendars, addDays(first, -7), addDays(until, 400))
  const end = hours.midnight(addDays(until, 1)) - 1
  return {
    ...{ name: String(seed), seed: own, hours, end, recorder, tally },
    council: councilFor(own, { known: children / years, start: hours.midnight(first), end, staff }),
    arriving: arrivingBetween(own, first, until),
    childIdOf: childIdsOf(own),
  }
}

/** Families whose children add up to the number. */
function familiesOf(seed: Seed, children: number): readonly Numbered[] {
  const chance = chanceFrom(partOf(seed, 0, 0xfa))
  const all: Numbered[] = []
  for (let first = 1; first <= children;) {
    const size = Math.min(chance.whole(chance.among(families.sizes)), children - first + 1)
    all.push({ index: all.length, size, first })
    first += size
  }
  return all
}

/** Does it for each, so many at a time. After the first error nothing more is begun. */
async function eachOf<T>(list: readonly T[], atOnce: number, does: (one: T) => Promise<void>): Promise<void> {
  const left = list[Symbol.iterator]()
  let broken: unknown
  const worker = async () => {
    for (const one of left) {
      await does(one).catch((error: unknown) => (broken ??= error))
      if (broken !== undefined) return
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  if (broken !== undefined) throw broken
}
