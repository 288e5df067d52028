import type { Instant } from '@front-door/calendar'
import type { Worker } from '@front-door/case-flow'
import type { PublishedFigure } from './published.js'

interface Envelope {
  readonly recordedAt: Instant
  readonly worker: Worker
}

/** Somebody said what a figure means, in words that are not about any child. */
export interface CommentaryWritten extends Envelope {
  readonly type: 'CommentaryWritten'
  readonly data: { readonly kpi: string; readonly words: string; readonly tolerance?: number | undefined }
}

/** The figures of the period, as they stood when the log had come so far. */
export interface ReportPublished extends Envelope {
  readonly type: 'ReportPublished'
  readonly data: { readonly position: number; readonly figures: readonly PublishedFigure[] }
}

export type ReportEvent = CommentaryWritten | ReportPublished
