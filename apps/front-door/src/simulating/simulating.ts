import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { type Simulation, type SimulationProgress, type SimulationSummary, together } from '@front-door/simulation'
import { type WhereRecord, openRecord } from '../stores/record.js'

export type Asked = Pick<Simulation, 'children' | 'years' | 'seed' | 'until'>

/** What a thread is given, and what it tells. */
export interface ShareAsked {
  readonly where: WhereRecord
  readonly asked: Asked
  readonly share: { readonly part: number; readonly of: number }
}
export type ShareTold = { readonly progress: SimulationProgress } | { readonly summary: SimulationSummary }

/** More threads than this wait for each other's commits. */
const MOST = 4

/** Tells the story of an invented council, a share of its families in each of several threads. */
export async function simulateInThreads(
  where: WhereRecord,
  asked: Asked,
  onProgress: (all: Pick<SimulationProgress, 'children' | 'events' | 'eventsPerSecond'>) => void,
): Promise<SimulationSummary & { readonly added: number }> {
  // Opened here first: that makes the files, and counts what is there already.
  const record = openRecord(where)
  const before = await record.log.end()
  const of = Math.max(1, Math.min(MOST, availableParallelism()))
  const progress: SimulationProgress[] = []
  const sum = (what: 'children' | 'events' | 'eventsPerSecond') =>
    progress.reduce((total, one) => total + (one?.[what] ?? 0), 0)
  try {
    const shares = Array.from({ length: of }, (_, part) =>
      tellShare({ where, asked, share: { part, of } }, (told) => {
        progress[part] = told
        onProgress({ children: sum('children'), events: sum('events'), eventsPerSecond: sum('eventsPerSecond') })
      }),
    )
    const summary = together(await Promise.all(shares))
    return { ...summary, added: (await record.log.end()) - before }
  } finally {
    await record.close()
  }
}

function tellShare(workerData: ShareAsked, onProgress: (told: SimulationProgress) => void): Promise<SimulationSummary> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./simulation-thread.js', import.meta.url), { workerData })
    thread.on('message', (told: ShareTold) => ('summary' in told ? resolve(told.summary) : onProgress(told.progress)))
    thread.on('error', reject)
    thread.on('exit', () => reject(new Error('The simulation stopped before it was told to its end.')))
  })
}
