import type { Instant } from '@front-door/calendar'
import type { Worker } from '@front-door/case-flow'
import type { FigureThen } from './figure-then.js'

interface Envelope {
  readonly recordedAt: Instant
  readonly worker: Pick<Worker, 'id' | 'team'> & { readonly role: string }
}

/** Somebody said what a figure means, in words that are not about any child. */
export interface CommentaryWritten extends Envelope {
  readonly type: 'CommentaryWritten'
  readonly data: { readonly kpi: string; readonly words: string; readonly tolerance?: number | undefined }
}

/** The figures of the period as the record stood at `knownAt`, when the log had come to `position`. */
export interface ReportPublished extends Envelope {
  readonly type: 'ReportPublished'
  readonly data: {
    readonly position: number
    readonly knownAt: Instant
    readonly figures: readonly FigureThen[]
  }
}

export type ReportEvent = CommentaryWritten | ReportPublished
