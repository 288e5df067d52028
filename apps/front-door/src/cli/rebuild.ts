import { type Compared, type RebuildProgress, compare, openRows, rebuild, rowsFile } from '@front-door/read-models'
import { deriveInThreads } from '../rebuilding/deriving.js'
import { openRecord, refuseWithout } from '../stores/record.js'
import type { CliCommand } from './command.js'
import { DONE, FOUND, type Io } from './io.js'
import { everySecond } from './progress.js'

export const rebuildCommand: CliCommand = {
  usage: 'rebuild [--compare]',
  about:
    'Derives all lists, searches and figures anew from the log and puts them in the place of those in use, at once and while the server runs. Stopped at any moment, it goes on with that when it is called again. With --compare nothing is changed: it says whether those in use are what the log gives. A child whose record cannot be read is set aside and named, and stands in none of them. Exit code 1, with the children, where one is set aside, and with --compare also with the tables that differ.',
  words: 0,
  options: { compare: { type: 'boolean', default: false } },
  async run({ options, settings, json }, io) {
    refuseWithout(settings)
    const { data, masterKey, policy, calendar } = settings
    const where = { data, masterKey, policy, calendar }
    const record = openRecord(where)
    const deriving = deriveInThreads(where)
    const rows = await openRows(rowsFile(data))
    try {
      const started = Date.now()
      const tick = everySecond(io.progress)
      if (options['compare']) {
        const onProgress = ({ events, of }: Pick<RebuildProgress, 'events' | 'of'>) =>
          tick(() => `${events} of ${of} events compared`)
        return tell(await compare(record, rows, { deriving, onProgress }), secondsSince(started), json, io)
      }
      const onProgress = (progress: RebuildProgress) => tick(() => inProgress(progress))
      const { events, read, setAside } = await rebuild(record, { folder: data, deriving, onProgress })
      const seconds = secondsSince(started)
      const summary = `Rows derived anew from ${events} events${goneOn(events, read)}, in ${seconds.toFixed(1)} s.`
      io.out(json ? JSON.stringify({ events, read, seconds, setAside }) : [...named(setAside), summary].join('\n'))
      return setAside.length === 0 ? DONE : FOUND
    } finally {
      await rows.close()
      await deriving.close()
      await record.close()
    }
  },
}

const secondsSince = (started: number) => (Date.now() - started) / 1_000

const goneOn = (events: number, read: number) =>
  read < events ? `, ${events - read} of them before it was stopped` : ''

function inProgress({ events, of, perSecond, secondsLeft }: RebuildProgress): string {
  return `${events} of ${of} events, ${Math.round(perSecond)} a second, ${Math.ceil(secondsLeft)} s left to read`
}

const named = (setAside: Compared['setAside']) => setAside.map(({ child, why }) => `SET ASIDE  child ${child}: ${why}`)

function tell(compared: Compared, seconds: number, json: boolean, { out }: Io) {
  const { children, events, differing, behind, setAside } = compared
  const equal = differing.length === 0 && behind.length === 0
  const lines = [
    ...named(setAside),
    ...differing.map(({ child, tables }) => `DIFFERS  child ${child}: ${tables.join(', ')}`),
    ...behind.map((child) => `BEHIND  child ${child}: has events that nobody takes in. Start the server, or rebuild`),
    `Rows of ${children} children derived anew from ${events} events in ${seconds.toFixed(1)} s: ` +
      (equal ? 'all as they are in use' : `${differing.length} differ, ${behind.length} are behind`) +
      (setAside.length > 0 ? `; ${setAside.length} set aside.` : '.'),
  ]
  out(json ? JSON.stringify({ equal, children, events, differing, behind, setAside, seconds }) : lines.join('\n'))
  return equal && setAside.length === 0 ? DONE : FOUND
}
