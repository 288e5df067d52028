import { type EventLog, historiesFrom, openLog } from '@front-door/event-log'
import { type RowStore, openRowsOf } from '@front-door/read-models'
import { type Source, countFigures, deriveRows, feedIn, signalsIn } from '@front-door/performance'
import type { FrontDoorSettings } from '../settings/settings.js'
import { agreedFrom } from '../stores/agreed.js'
import { populationsFrom } from '../stores/populations.js'

export type WhereFigures = Pick<FrontDoorSettings, 'data' | 'policy' | 'calendar' | 'population'>

/** Where the rows of a question come from: the live ones, once they are up with the log, or others. */
export type Live = (log: EventLog, rows: RowStore, derive: () => Promise<RowStore>) => ReturnType<Source['live']>

/** The figures of a data folder. They are counted without a key: nothing that is counted is sealed. */
export async function openFigures(where: WhereFigures, live: Live) {
  const { data, policy, calendar, population } = where
  const agreed = agreedFrom({ policy, calendar })
  const populations = populationsFrom(population)
  const log = openLog(data)
  const rows = await openRowsOf(log, data)
  const histories = () => historiesFrom(log).every()
  let own: Promise<RowStore> | undefined
  const derived = () => (own ??= deriveRows(histories(), agreed, undefined))
  const standing = () => live(log, rows, derived)
  const figures = countFigures({
    ...{ agreed, populations, histories },
    live: standing,
    end: () => log.end(),
    since: (position) => log.readOpen(position),
    now: () => new Date().toISOString(),
  })
  return {
    figures,
    signals: signalsIn(async () => (await standing()).rows),
    feed: feedIn(async () => (await standing()).rows),
    close: async () => {
      await figures.close()
      await (await own)?.close()
      await rows.close()
      await log.close()
    },
  }
}
