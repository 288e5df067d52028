import { isDay } from '@front-door/calendar'
import { type OpenEvent, UnreadableEvent } from '@front-door/event-log'
import type { Period } from '../periods/periods.js'
import type { ReportEvent } from './events.js'

const PREFIX = 'report-'
/** The version of the shapes that are read and written here. */
export const SCHEMA = 1

/** Every report is a stream of its own: `report-2026-04-01-2026-06-30`. */
export const streamOfReport = ({ from, to }: Period): string => `${PREFIX}${from}-${to}`

/** The period of a stream that is a report's. */
export function periodOfStream(stream: string): Period | undefined {
  const [, from, to] = /^report-(\d{4}-\d\d-\d\d)-(\d{4}-\d\d-\d\d)$/.exec(stream) ?? []
  return isDay(from) && isDay(to) ? { from, to } : undefined
}

/** An event of a report as it is read. Throws `UnreadableEvent` where it is none, or its data does not fit. */
export function reportEvent(stored: OpenEvent): ReportEvent {
  const { stream, type, schema, data, recordedAt, worker } = stored
  if (!periodOfStream(stream)) throw new UnreadableEvent(stored, 'nothing here knows this kind of stream')
  if (schema !== SCHEMA) throw new UnreadableEvent(stored, `it is version ${schema} of its type; here 1 is known`)
  if (type === 'CommentaryWritten' && isCommentary(data)) return { type, data, recordedAt, worker }
  if (type === 'ReportPublished' && isPublication(data)) return { type, data, recordedAt, worker }
  throw new UnreadableEvent(stored, 'nothing here knows this type of event, or its data does not fit')
}

type Data = Readonly<Record<string, unknown>>

function isCommentary(data: Data): data is Data & Extract<ReportEvent, { type: 'CommentaryWritten' }>['data'] {
  const { kpi, words, tolerance } = data
  return typeof kpi === 'string' && typeof words === 'string' && (tolerance === undefined || isNumber(tolerance))
}

function isPublication(data: Data): data is Data & Extract<ReportEvent, { type: 'ReportPublished' }>['data'] {
  const { position, knownAt, figures } = data
  return isNumber(position) && typeof knownAt === 'string' && Array.isArray(figures) && figures.every(isFigure)
}

function isFigure(figure: unknown): boolean {
  const { id, numerator, denominator, value } = (figure ?? {}) as Data
  return typeof id === 'string' && [numerator, denominator, value].every((each) => each === null || isNumber(each))
}

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)
