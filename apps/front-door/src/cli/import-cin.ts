import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { type History, type Identity, eventsOf, identityOf } from '@front-door/case-flow'
import type { Recorder } from '@front-door/event-log'
import {
  type CinChild,
  type CinHeader,
  type ImportContext,
  type ReportLine,
  importWorker,
  readCin,
  whatIsNew,
} from '@front-door/returns'
import type { Record } from '../stores/record.js'

/** What became of a file. */
export interface Imported {
  children: number
  episodes: number
  events: number
  /** Children with at least one event, and with nothing new. */
  changed: number
  unchanged: number
  notImported: number
  contradictions: number
}

/** Commits are shared by as many children as this. */
const AT_ONCE = 64

/**
 * Imports one checked file, child by child in bounded memory. A child whose episodes stand in several blocks is
 * written block by block, in the order of the file. Breaking off loses nothing: importing again adds what is missing.
 */
export async function importFile(
  file: string,
  header: CinHeader,
  record: Record,
  report: (line: ReportLine) => void,
): Promise<Imported> {
  const context = { recordedAt: new Date().toISOString(), worker: importWorker(header), file: basename(file) }
  const imported: Imported = {
    children: 0,
    episodes: 0,
    events: 0,
    changed: 0,
    unchanged: 0,
    notImported: 0,
    contradictions: 0,
  }
  let batch: CinChild[] = []
  const write = async () => {
    const told = await Promise.all(batch.map((child) => importChild(child, context, record)))
    for (const [index, { lines, events }] of told.entries()) {
      tally(imported, batch[index], lines, events)
      for (const line of lines) report(line)
    }
    batch = []
  }
  for await (const child of readCin(file)) {
    if (batch.length === AT_ONCE || batch.some(({ id }) => id === child.id)) await write()
    batch.push(child)
  }
  await write()
  return imported
}

interface Told {
  readonly lines: readonly ReportLine[]
  readonly events: number
}

/** Somebody may record something about the child meanwhile: then what is new is worked out again. */
async function importChild(
  child: CinChild,
  context: Omit<ImportContext, 'cause'>,
  { histories, recorder }: Record,
): Promise<Told> {
  const cause = causeOf(child, context)
  for (;;) {
    const { history } = await histories.current(child.id ?? '')
    const identity = history.version > 0 ? await identityIn(history, recorder) : undefined
    const { events, lines } = whatIsNew(child, history, { ...context, cause, ...(identity ? { identity } : {}) })
    if (child.id === undefined || events.length === 0) return { lines, events: 0 }
    const fingerprint = digest(events.map(({ id }) => id).join())
    const written = await recorder.recall(
      child.id,
      history.version,
      events,
      `${cause}-${fingerprint.slice(0, 12)}`,
      fingerprint,
    )
    if (written.outcome === 'recorded') return { lines, events: events.length }
  }
}

/** Who the child is known to be, in words: so that a changed UPN is noticed. */
async function identityIn(history: History, recorder: Recorder): Promise<Identity> {
  const events = eventsOf(history).filter(({ child }) => child === history.child)
  const words = await recorder.words(events)
  return identityOf(events, ({ id }) => words.get(id))
}

/** What is written from one place in one file has one cause. */
function causeOf({ id = '', line, from }: CinChild, { file }: Omit<ImportContext, 'cause'>): string {
  return `cin-${digest(`${file} ${from.year ?? ''} ${line} ${id}`).slice(0, 24)}`
}

const digest = (text: string) => createHash('sha256').update(text).digest('hex')

function tally(imported: Imported, child: CinChild | undefined, lines: readonly ReportLine[], events: number): void {
  imported.children += 1
  imported.episodes += child?.episodes.length ?? 0
  imported.events += events
  imported.contradictions += lines.reduce((sum, { contradictions = [] }) => sum + contradictions.length, 0)
  if (events > 0) imported.changed += 1
  else if (child?.id === undefined) imported.notImported += 1
  else imported.unchanged += 1
}
