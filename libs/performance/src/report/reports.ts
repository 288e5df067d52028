import { randomUUID } from 'node:crypto'
import type { Instant } from '@front-door/calendar'
import { type EventLog, type StoredEvent, WrongVersion, appendPlain } from '@front-door/event-log'
import type { Insight } from '../insight.js'
import type { Period } from '../periods/periods.js'
import type { ReportEvent } from './events.js'
import { figureThen } from './figure-then.js'
import { SCHEMA, periodOfStream, reportEvent, streamOfReport } from './read.js'
import { type Report, evolve, unwritten } from './report.js'

/** Who writes or publishes, and the id under which it is recorded once. */
export interface Author {
  readonly worker: { readonly id: string; readonly role: string; readonly team: string }
  readonly command: string
}

/** The reports of a council: each a stream of its own in the log, beside the children's. */
export interface Reports {
  /** Those that have been begun, the latest period first. */
  all(): Promise<readonly Report[]>
  of(period: Period): Promise<Report>
  /** Writes what is said beside a figure. What was written before stays in what was published with it. */
  write(period: Period, kpi: string, words: string, tolerance: number | undefined, author: Author): Promise<Report>
  /** Counts every figure of the period as the record stands now, and keeps them with what is said beside them. */
  publish(period: Period, author: Author): Promise<Report>
}

interface Office {
  readonly log: EventLog
  readonly figures: Pick<Insight, 'standing'>
  readonly clock: () => Instant
}

export function reportsOn({ log, figures, clock }: Office): Reports {
  const read = async (period: Period): Promise<{ report: Report; last: StoredEvent | undefined }> => {
    const stored = await log.readStream(streamOfReport(period))
    const report = stored.map(reportEvent).reduce(evolve, unwritten(period.from, period.to))
    return { report, last: stored.at(-1) }
  }

  /** Others may write beside: then it is written after what they wrote. */
  const record = async (
    period: Period,
    { worker, command }: Author,
    happened: Pick<ReportEvent, 'type' | 'data'>,
  ): Promise<Report> => {
    const recordedAt = clock()
    const plain = { ...happened, id: randomUUID(), schema: SCHEMA, occurredAt: recordedAt, recordedAt, worker }
    for (;;) {
      const { last } = await read(period)
      try {
        const id = { id: command, fingerprint: happened.type }
        await appendPlain(log, id, streamOfReport(period), last, [{ ...plain, cause: command }])
        return (await read(period)).report
      } catch (error) {
        if (!(error instanceof WrongVersion)) throw error
      }
    }
  }

  return {
    async all() {
      const reports: Report[] = []
      for await (const page of log.streams())
        for (const period of page.map(periodOfStream)) if (period) reports.push((await read(period)).report)
      return reports.toSorted((one, other) => (one.to < other.to ? 1 : one.to > other.to ? -1 : 0))
    },
    of: async (period) => (await read(period)).report,
    write: (period, kpi, words, tolerance, author) =>
      record(period, author, { type: 'CommentaryWritten', data: { kpi, words, tolerance } }),
    async publish(period, author) {
      // Of what is recorded while they are counted, none is in them: so the same can be counted again.
      const { position, knownAt, figures: counted } = await figures.standing(period)
      const data = { position, knownAt, figures: counted.map(figureThen) }
      return record(period, author, { type: 'ReportPublished', data })
    },
  }
}
