import { dayOf, inWords, momentInWords, momentOf } from '@front-door/calendar'
import {
  type Asked,
  BadAsked,
  type Dimension,
  type Figure,
  csvOf,
  dimensionIds,
  instantOf,
  kpiOf,
  lastFinancialYear,
  periodInWords,
  settings,
} from '@front-door/performance'
import { orDerived } from '../figures/live.js'
import { openFigures } from '../figures/record.js'
import { refuseWithout } from '../stores/record.js'
import type { CliCommand, Given } from './command.js'
import { BadUse, DONE, type Io } from './io.js'
import { figuresTable, valueInWords } from './kpis-shown.js'

export const kpisCommand: CliCommand = {
  usage:
    'kpis [--from DAY] [--to DAY] [--ids ID,ID] [--by WHAT] [--as-known-at DATE] [--settings ID=VALUE,ID=VALUE] [--csv]',
  about: `The figures of a period, both days counted; of the last financial year unless told. Broken down by one of ${dimensionIds.join(', ')}. With --as-known-at, as the record stood then; with --settings, a rehearsal (docs/figures.md).`,
  words: 0,
  options: {
    from: { type: 'string' },
    to: { type: 'string' },
    ids: { type: 'string' },
    by: { type: 'string' },
    'as-known-at': { type: 'string' },
    settings: { type: 'string' },
    csv: { type: 'boolean' },
  },
  async run(given, io) {
    if (given.json && given.options['csv']) throw new BadUse('Ask for --json or for --csv, not for both.')
    const asked = askedBy(given)
    refuseWithout(given.settings)
    const { figures, close } = await openFigures(given.settings, orDerived(io.progress))
    try {
      await tell(await figures.figures(asked), asked, given, io)
      return DONE
    } catch (error) {
      if (error instanceof BadAsked) throw new BadUse(error.message)
      throw error
    } finally {
      await close()
    }
  },
}

function askedBy({ options }: Given): Asked {
  const { from, to, ids, by, 'as-known-at': asKnownAt, settings: chosen } = options as Options
  if ((from === undefined) !== (to === undefined)) throw new BadUse('Give both --from and --to, or neither.')
  const year = lastFinancialYear(dayOf(momentOf(new Date().toISOString())))
  return {
    from: from ?? year.from,
    to: to ?? year.to,
    ...(ids === undefined ? {} : { ids: ids.split(',').map((id) => id.trim()) }),
    ...(by === undefined ? {} : { by: by as Dimension }),
    ...(asKnownAt === undefined ? {} : { asKnownAt }),
    ...(chosen === undefined ? {} : { settings: Object.fromEntries(chosen.split(',').map(pairIn)) }),
  }
}

interface Options {
  readonly from?: string
  readonly to?: string
  readonly ids?: string
  readonly by?: string
  readonly 'as-known-at'?: string
  readonly settings?: string
}

function pairIn(text: string): readonly [string, string] {
  const [id = '', ...value] = text.split('=')
  if (value.length === 0) throw new BadUse(`Write --settings as ID=VALUE, with commas between. It is ${text}.`)
  return [id, value.join('=')]
}

async function tell(all: readonly Figure[], asked: Asked, { json, options }: Given, { out }: Io): Promise<void> {
  if (json) return out(JSON.stringify(all))
  if (options['csv'] === true) {
    for await (const part of csvOf(figuresTable(all))) out(part)
    return
  }
  out([heading(asked, all), ...all.map(inWordsOf)].join('\n'))
}

function heading(asked: Asked, all: readonly Figure[]): string {
  const instant = asked.asKnownAt === undefined ? undefined : instantOf(asked.asKnownAt)
  const chosen = Object.entries(asked.settings ?? {}).map(
    ([id, value]) => `REHEARSAL: ${settings[id as keyof typeof settings].words}: ${value}`,
  )
  return [
    periodInWords(asked),
    ...(instant ? [`as known on ${momentInWords(momentOf(instant))}`] : []),
    ...chosen,
    ...new Set(all.flatMap(({ note }) => note ?? [])),
    '',
  ].join('\n')
}

function inWordsOf(figure: Figure): string {
  const { id, on, numerator, denominator, unavailable, groups = [], breakdown } = figure
  const parts = denominator === null || numerator === null ? '' : `  (${numerator} of ${denominator})`
  const when = on ? `  at the end of ${inWords(on)}` : ''
  return [
    `${valueInWords(figure).padStart(12)}  ${kpiOf(id)?.name ?? id}${parts}${when}  [${id}]${unavailable ? `\n${' '.repeat(14)}${unavailable}` : ''}`,
    ...Object.entries(groups.length > 0 ? {} : (breakdown ?? {})).map(
      ([code, count]) => `${String(count).padStart(18)}  ${code}`,
    ),
    ...groups.map((group) => `${valueInWords({ ...figure, ...group }).padStart(18)}  ${group.name}`),
  ].join('\n')
}
