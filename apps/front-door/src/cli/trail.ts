import { userInfo } from 'node:os'
import { join } from 'node:path'
import { addDays, isDay, millisOf, momentInWords, momentOf, readMoment } from '@front-door/calendar'
import {
  type Identity,
  type TrailLine,
  asKnownAt,
  definitionOf,
  eventsOf,
  factsInWords,
  identityOf,
  trailOf,
} from '@front-door/case-flow'
import { openReads } from '@front-door/identity'
import { openRecord, refuseWithout } from '../stores/record.js'
import type { CliCommand } from './command.js'
import { BadUse, DONE } from './io.js'

export const trailCommand: CliCommand = {
  usage: 'trail CHILD [--as-known-at DATE]',
  about: "A child's decision trail, oldest first: who, what, when it happened, when it was recorded, and why.",
  words: 1,
  options: { 'as-known-at': { type: 'string' } },
  async run({ words: [child], options, settings, json }, io) {
    if (!child) throw new BadUse('Name the child whose trail to read, by id: front-door trail CHILD')
    const knownAt = instantOf(options['as-known-at'])
    refuseWithout(settings)
    const record = openRecord(settings)
    try {
      const { history: whole } = await record.histories.current(child)
      const history = knownAt ? asKnownAt(whole, knownAt) : whole
      if (history.version === 0)
        throw new BadUse(
          whole.version > 0 ? `Nothing was recorded about ${child} until after that.` : `There is no child ${child}.`,
        )
      const events = eventsOf(history)
      await logReading(settings.data, child)
      const opened = await record.recorder.words(events)
      const lines = trailOf(history, ({ id }) => opened.get(id), record.agreed)
      const identity = identityOf(
        events.filter((event) => event.child === child),
        ({ id }) => opened.get(id),
      )
      if (json)
        io.out(
          JSON.stringify({
            child,
            version: history.version,
            ...(knownAt ? { asKnownAt: knownAt } : {}),
            identity,
            lines,
          }),
        )
      else io.out([heading(child, identity, knownAt), ...lines.map(inWords)].join('\n\n'))
      return DONE
    } finally {
      await record.close()
    }
  },
}

/** It is in the log of reads before it is shown, under the name by which the operating system knows who asks. */
async function logReading(data: string, child: string): Promise<void> {
  const reads = openReads(join(data, 'reads.db'))
  try {
    const at = new Date().toISOString()
    await reads.append({ at, worker: operator(), role: 'administrator', team: 'Command line', what: 'trail', child })
  } finally {
    await reads.close()
  }
}

function operator(): string {
  try {
    return userInfo().username.replaceAll(/[^A-Za-z0-9._@-]/g, '-')
  } catch {
    // In a container a user may have a number and no name.
    return `user-${process.getuid?.() ?? 'unknown'}`
  }
}

function instantOf(date: string | boolean | undefined): string | undefined {
  if (date === undefined) return undefined
  const moment = readMoment(date)
  if (!moment)
    throw new BadUse(`--as-known-at must be a day like 2026-03-03, or a day and time. It is ${String(date)}.`)
  return new Date(isDay(moment) ? millisOf(addDays(moment, 1)) - 1 : millisOf(moment)).toISOString()
}

function heading(child: string, { givenName = '', familyName = '' }: Identity, knownAt: string | undefined): string {
  const name = `${givenName} ${familyName}`.trim() || 'name not known'
  return `${child}  ${name}${knownAt ? `  as known on ${momentInWords(momentOf(knownAt))}` : ''}`
}

function inWords({
  name,
  type,
  event,
  occurredAt,
  recordedAt,
  late,
  worker,
  data,
  said,
  words,
  ...line
}: TrailLine): string {
  const recorded = momentInWords(momentOf(recordedAt))
  const merged = line.mergedFrom ? `  (from the record ${line.mergedFrom})` : ''
  return [
    `${momentInWords(occurredAt)}  ${name}${late ? '  LATE ENTRY' : ''}${merged}`,
    `  by ${worker.id}, ${worker.role}${worker.team ? `, ${worker.team}` : ''}; recorded ${recorded}; event ${event}`,
    ...factsInWords(type, data).map(({ label, text }) => `    ${label}: ${text}`),
    ...said.map(
      (field) => `    ${definitionOf(type)?.fields[field]?.label ?? field}: ${words ? words[field] : '(erased)'}`,
    ),
    ...line.corrections.map(
      ({ event: by, withdrawn }) => `    ${withdrawn ? 'TAKEN BACK' : 'CORRECTED'} by event ${by}`,
    ),
  ].join('\n')
}
