import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { type FreshEvent, type History, type Identity, type NewEvent } from '@front-door/case-flow'
import { asRecorded, eventsOf, identityOf, noHistory, remember } from '@front-door/case-flow'
import { afterAll } from '@jest/globals'
import { type ReportLine, importWorker, readCin, whatIsNew } from '../src/index.js'

export const sample = (name: string) => join(import.meta.dirname, '..', 'samples', name)

/** Children's histories in memory. Without `opensWords` an import is not told who a known child is. */
export class Imported {
  readonly histories = new Map<string, History>()
  private readonly words = new Map<string, FreshEvent['words']>()
  private imports = 0

  constructor(private readonly opensWords = true) {}

  history(child: string): History {
    return this.histories.get(child) ?? noHistory(child)
  }

  /** Imports a file as the program does: each child in turn, on what is known of it by then. */
  async add(file: string, recordedAt = '2026-11-20T10:00:00.000Z') {
    const lines: ReportLine[] = []
    const events: FreshEvent[] = []
    const cause = `import-${++this.imports}`
    for await (const child of readCin(file)) {
      const before = this.history(child.id ?? '')
      const identity = this.opensWords ? this.identity(child.id ?? '') : undefined
      const context = { recordedAt, worker: importWorker(child.from), cause, file: basename(file), identity }
      const news = whatIsNew(child, before, context)
      lines.push(...news.lines)
      events.push(...news.events)
      this.remember(...news.events)
    }
    return { lines, events }
  }

  /** Imports a return with this content. */
  async take(content: string, recordedAt?: string) {
    return this.add(fileWith(content), recordedAt)
  }

  remember(...events: readonly FreshEvent[]): void {
    for (const event of events) {
      this.words.set(event.id, event.words)
      this.histories.set(event.child, remember(this.history(event.child), asRecorded(event)))
    }
  }

  /** As when the key of a child is destroyed. */
  forgetWords(child: string): void {
    for (const { id } of eventsOf(this.history(child))) this.words.delete(id)
  }

  /** Who a child is, in words, as last recorded; nothing for one not known here. */
  identity(child: string): Identity | undefined {
    const history = this.histories.get(child)
    return history && identityOf(eventsOf(history), ({ id }) => this.words.get(id))
  }
}

const folder = mkdtempSync(join(tmpdir(), 'cin-'))
let files = 0
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A file with this content, gone when the tests have run. */
export function fileWith(content: string | Uint8Array, name = `return-${++files}.xml`): string {
  const file = join(folder, name)
  writeFileSync(file, content)
  return file
}

let acts = 0

/** What somebody here recorded, as the program would have. */
export function recordedHere(child: string, occurredAt: string, { type, version, data, words }: NewEvent): FreshEvent {
  const worker = { id: 'sam', role: 'social-worker', team: 'MASH' } as const
  const act = `act-${++acts}`
  const recordedAt = '2026-11-20T12:00:00.000Z'
  return { id: `${act}-event`, child, occurredAt, recordedAt, worker, cause: act, type, version, data, words }
}
