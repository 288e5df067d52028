import { type Day, addDays, isDay, momentOf, dayOf } from '@front-door/calendar'
import { simulateInThreads } from '../simulating/simulating.js'
import type { CliCommand, Given } from './command.js'
import { BadUse, DONE } from './io.js'
import { everySecond } from './progress.js'

export const simulateCommand: CliCommand = {
  usage: 'simulate --children N --years Y [--seed S] [--until DATE]',
  about:
    'Adds an invented council: real commands, decided and recorded as people’s are, up to a day (yesterday unless told). The same numbers and seed on an empty data folder give the same events; asked again, nothing is added. Refused in production.',
  words: 0,
  options: {
    children: { type: 'string' },
    years: { type: 'string' },
    seed: { type: 'string' },
    until: { type: 'string' },
  },
  async run({ options, settings, json }, io) {
    if (settings.profile === 'production') throw new BadUse('Invented children do not belong in a record of real ones.')
    const asked = {
      children: whole(options, 'children', 1_000_000),
      years: whole(options, 'years', 20),
      seed: whole({ seed: '1', ...options }, 'seed', Number.MAX_SAFE_INTEGER),
      until: lastDay(options['until']),
    }
    const tick = everySecond(io.progress)
    const { data, masterKey, policy, calendar } = settings
    const summary = await simulateInThreads({ data, masterKey, policy, calendar }, asked, (progress) =>
      tick(() => inProgress(progress, asked.children)),
    )
    io.out(json ? JSON.stringify({ ...asked, ...summary }) : inWords(summary))
    return DONE
  },
}

function whole(options: Given['options'], name: string, most: number): number {
  const text = String(options[name] ?? '')
  const value = Number(text)
  if (/^\d+$/.test(text) && value >= 1 && value <= most) return value
  throw new BadUse(`Say --${name} as a whole number from 1 to ${most}.`)
}

function lastDay(given: string | boolean | undefined): Day {
  const yesterday = addDays(dayOf(momentOf(Date.now())), -1)
  if (given === undefined) return yesterday
  if (isDay(given) && given <= yesterday) return given
  throw new BadUse(`Say --until as a day before today: --until ${yesterday}`)
}

type Told = Awaited<ReturnType<typeof simulateInThreads>>

function inProgress(
  { children, events, eventsPerSecond }: Pick<Told, 'children' | 'events'> & { eventsPerSecond: number },
  of: number,
) {
  return `${children} of ${of} children, ${events} events, ${eventsPerSecond} a second`
}

function inWords({ children, families, added, refused, seconds, population }: Told): string {
  const tried = Object.values(refused).reduce((total, count) => total + count, 0)
  const speed = `${seconds.toFixed(1)} s (${Math.round(added / seconds)} a second)`
  return [
    `${children} children of ${families} families, ${added} events added in ${speed}.`,
    `${tried} commands were refused, as they had to be. For rates: ${population} children live in the area.`,
  ].join('\n')
}
