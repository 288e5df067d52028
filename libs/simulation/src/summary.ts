import { type ActName, actNames } from '@front-door/case-flow'

type Acts = Readonly<Partial<Record<ActName, number>>>

/** What a simulation recorded. */
export interface SimulationSummary {
  readonly children: number
  readonly families: number
  readonly events: number
  /** Commands by their act. */
  readonly acts: Acts
  /** Commands that had to be refused, and were: somebody tried what they may not. None of them is in the record. */
  readonly refused: Acts
  readonly seconds: number
  /** Children aged 0 to 17 of the area, so that the referral rate is that of England: for rates per 10,000. */
  readonly population: number
}

/** How far a simulation has come. */
export interface SimulationProgress {
  readonly families: number
  readonly of: number
  readonly children: number
  readonly events: number
  readonly seconds: number
  readonly eventsPerSecond: number
}

/** What is counted while it runs. */
export interface Tally {
  families: number
  children: number
  events: number
  readonly acts: Partial<Record<ActName, number>>
  readonly refused: Partial<Record<ActName, number>>
}

export function nothingYet(): Tally {
  return { families: 0, children: 0, events: 0, acts: {}, refused: {} }
}

export function progressOf({ families, children, events }: Tally, of: number, seconds: number): SimulationProgress {
  return { families, of, children, events, seconds, eventsPerSecond: Math.round(events / Math.max(seconds, 0.001)) }
}

/** What the shares of one simulation recorded, all of them together. They ran beside each other. */
export function together(shares: readonly SimulationSummary[]): SimulationSummary {
  const tally = nothingYet()
  for (const share of shares) {
    tally.families += share.families
    tally.children += share.children
    tally.events += share.events
    addUp(tally.acts, share.acts)
    addUp(tally.refused, share.refused)
  }
  const most = (of: 'seconds' | 'population') => Math.max(0, ...shares.map((share) => share[of]))
  return { ...tally, seconds: most('seconds'), population: most('population') }
}

function addUp(acts: Tally['acts'], more: Acts): void {
  for (const act of actNames) {
    const count = (acts[act] ?? 0) + (more[act] ?? 0)
    if (count > 0) acts[act] = count
  }
}
