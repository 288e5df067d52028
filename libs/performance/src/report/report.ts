import type { Day, Instant } from '@front-door/calendar'
import type { ReportEvent } from './events.js'
import type { FigureThen } from './figure-then.js'

/** What is said beside a figure, and how far it may move afterwards before somebody has to be told. */
export interface Commentary {
  readonly words: string
  /** In the figure's own unit; not there where nobody has said. */
  readonly tolerance?: number | undefined
  readonly by: string
  readonly at: Instant
}

/** The report as it was published once. What is said and counted in it never changes. */
export interface Edition {
  /** 1 for the first. */
  readonly number: number
  readonly at: Instant
  readonly by: string
  /** The figures are those of all that was recorded up to here: in the log, and by the clock. */
  readonly position: number
  readonly knownAt: Instant
  readonly figures: readonly FigureThen[]
  readonly commentary: Readonly<Record<string, Commentary>>
}

/** The report of one period: what is being written for it, and every edition that was published. */
export interface Report {
  readonly from: Day
  readonly to: Day
  readonly version: number
  readonly commentary: Readonly<Record<string, Commentary>>
  readonly editions: readonly Edition[]
}

export function unwritten(from: Day, to: Day): Report {
  return { from, to, version: 0, commentary: {}, editions: [] }
}

/** The report with one more event. Never refuses. */
export function evolve(report: Report, { type, data, worker, recordedAt }: ReportEvent): Report {
  const version = report.version + 1
  if (type === 'CommentaryWritten') {
    const { kpi, words, tolerance } = data
    const commentary = { ...report.commentary, [kpi]: { words, tolerance, by: worker.id, at: recordedAt } }
    return { ...report, version, commentary }
  }
  const number = report.editions.length + 1
  const edition: Edition = { number, at: recordedAt, by: worker.id, ...data, commentary: report.commentary }
  return { ...report, version, editions: [...report.editions, edition] }
}
