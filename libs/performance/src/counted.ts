import { type Instant, dayOf, momentOf } from '@front-door/calendar'
import type { Agreed, History } from '@front-door/case-flow'
import type { RowStore } from '@front-door/read-models'
import { BadAsked, instantOf, wrongIn, wrongInPaging } from './asked.js'
import type { Populations } from './benchmarks/population.js'
import { besideCatalogue, catalogue, kpiOf } from './catalogue/catalogue.js'
import type { Kpi } from './catalogue/kpi.js'
import { type Ground, askingOf } from './counting/asking.js'
import { casePage, tallyOf, totals } from './counting/case-page.js'
import { figure } from './counting/figure.js'
import type { Tally } from './counting/tally.js'
import type { Asked, CasePage, Figure, Figures } from './figures.js'
import { type Period, stepsIn } from './periods/periods.js'
import { deriveRows } from './rows/derive.js'
import { recent } from './rows/recent.js'
import { storesOf } from './rows/stores.js'
import { derivingAgain, rehearsed } from './settings/rehearsed.js'
import { otherThanAgreed } from './settings/settings.js'

/** What figures are counted from. */
export interface Source {
  /** The rows as the record stands now, and how far in the log they have come. Rejects where they are not up with it. */
  live(): Promise<{ readonly rows: RowStore; readonly position: number }>
  /** The position of the last event of the log. */
  end(): Promise<number>
  histories(): AsyncIterable<History>
  readonly agreed: Agreed
  readonly populations: Populations
  readonly now: () => Instant
}

/** The rows do not hold yet what was recorded: figures counted from them would be wrong. */
export class RowsBehind extends Error {
  constructor(readonly behind: number) {
    super(`The figures are being derived: ${behind} events are still to come. Try again in a moment.`)
  }
}

/** Rows derived for a question about another time or policy are kept for the next one like it. */
const STORES = 2
const ANSWERS = 500

/** Figures, counted where they are asked for. */
export function countFigures(source: Source): Figures & { close(): Promise<void> } {
  const derived = storesOf(STORES)
  const answers = recent<Promise<unknown>>(ANSWERS)

  /** Puts a question to the rows as they stand, or to rows derived for it. The same question is answered once. */
  const ask = async <T>(asked: Asked, what: unknown, count: (ground: Ground) => Promise<T>): Promise<T> => {
    const wrong = wrongIn(asked)
    if (wrong.length > 0) throw new BadAsked(wrong)
    const { known, again, agreed, ...ground } = circumstances(asked)
    const standing = ({ db }: RowStore) => db.transaction().execute((then) => count({ ...ground, db: then }))
    const answered = (key: string, work: () => Promise<T>) =>
      answers.of(`${key} ${ground.today} ${JSON.stringify([asked, what])}`, work) as Promise<T>
    if (known === undefined && Object.keys(again).length === 0) {
      const { rows, position } = await source.live()
      return answered(String(position), () => standing(rows))
    }
    const key = JSON.stringify([await source.end(), known, again])
    const derive = () => deriveRows(source.histories(), agreed, known)
    return answered(key, () => derived.use(key, derive, standing))
  }

  /** When it is asked of, and what is agreed then: as it is, or as rehearsed. */
  const circumstances = (asked: Asked) => {
    const now = source.now()
    const instant = asked.asKnownAt === undefined ? undefined : instantOf(asked.asKnownAt)
    const known = instant !== undefined && instant < now ? instant : undefined
    const again = derivingAgain(otherThanAgreed(asked.settings))
    const agreed = rehearsed(source.agreed, again)
    return { known, again, agreed, calendars: agreed.calendars, today: dayOf(momentOf(known ?? now)) }
  }

  const one = async (
    ground: Ground,
    asked: Asked,
    kpi: Kpi,
    period: Period = asked,
    whole?: Tally,
  ): Promise<Figure> => {
    const chosen = otherThanAgreed(asked.settings)
    const { by, asKnownAt } = asked
    const counted = await figure(
      ground,
      { kpi, by, chosen, whole, from: period.from, to: period.to },
      source.populations,
    )
    const rehearsal = Object.fromEntries(Object.entries(chosen).filter(([id]) => dependsOn(kpi, id)))
    return {
      ...counted,
      ...(Object.keys(rehearsal).length > 0 ? { rehearsal } : {}),
      ...(asKnownAt === undefined ? {} : { asKnownAt }),
    }
  }

  return {
    figures: (asked) => ask(asked, 'figures', (ground) => inTurn(wantedBy(asked), (kpi) => one(ground, asked, kpi))),

    cases: async (id, asked, paging) => {
      const kpi = known(id)
      const wrong = wrongInPaging(paging)
      if (wrong.length > 0) throw new BadAsked(wrong)
      const whole = await ask(asked, ['totals', id], async (ground) => {
        const counted = await totals(askingOf(ground, asked, asked.settings ?? {}), kpi)
        return { figure: await one(ground, asked, kpi, asked, tallyOf(counted.totals)), ...counted }
      })
      const page = await ask(asked, ['cases', id, paging], (ground) =>
        casePage(askingOf(ground, asked, asked.settings ?? {}), kpi, asked.by, paging),
      )
      return { ...whole, ...page } satisfies CasePage
    },

    series: (id, asked, step) => {
      const kpi = known(id)
      return ask(asked, ['series', id, step], (ground) =>
        inTurn(stepsIn(asked, step), (period) => one(ground, asked, kpi, period)),
      )
    },

    close: () => derived.close(),
  }
}

/** Of the catalogue, what was asked for, in its own order. */
const wantedBy = ({ ids }: Asked): readonly Kpi[] =>
  ids === undefined ? catalogue : [...catalogue, ...besideCatalogue].filter(({ id }) => ids.includes(id))

function known(id: string): Kpi {
  const kpi = kpiOf(id)
  if (kpi) return kpi
  throw new BadAsked([{ field: 'id', rule: 'known', message: `There is no figure called ${id.slice(0, 40)}.` }])
}

const dependsOn = ({ settings }: Kpi, id: string) => (settings as readonly string[]).includes(id)

async function inTurn<A, B>(all: readonly A[], each: (one: A) => Promise<B>): Promise<readonly B[]> {
  const done: B[] = []
  for (const one of all) done.push(await each(one))
  return done
}
