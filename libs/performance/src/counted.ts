import { type Instant, dayOf, momentOf } from '@front-door/calendar'
import type { Agreed, History } from '@front-door/case-flow'
import type { RowStore } from '@front-door/read-models'
import { BadAsked, instantOf, wrongIn, wrongInPaging } from './asked.js'
import type { Populations } from './benchmarks/population.js'
import { besideCatalogue, catalogue, kpiOf } from './catalogue/catalogue.js'
import type { Kpi } from './catalogue/kpi.js'
import { type Ground, askingOf } from './counting/asking.js'
import { beginningsOf } from './counting/beginning.js'
import { casePage, tallyOf, totals } from './counting/case-page.js'
import { type Wanted, figure } from './counting/figure.js'
import type { Asked, CasePage, Figure, Figures, Stood } from './figures.js'
import { type Period, stepsIn } from './periods/periods.js'
import { deriveRows } from './rows/derive.js'
import { positionsOf } from './rows/positions.js'
import { recent } from './rows/recent.js'
import { storesOf } from './rows/stores.js'
import { derivingAgain, rehearsed } from './settings/rehearsed.js'
import { type Chosen, otherThanAgreed } from './settings/settings.js'

/** What figures are counted from. */
export interface Source {
  /** The rows as the record stands now, and how far in the log they have come. Rejects where they are not up with it. */
  live(): Promise<{ readonly rows: RowStore; readonly position: number }>
  /** The position of the last event of the log. */
  end(): Promise<number>
  /** What was recorded after a position of the log. */
  since(position: number): AsyncIterable<readonly { readonly recordedAt: Instant }[]>
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

interface Circumstances extends Pick<Ground, 'calendars' | 'today'> {
  /** The instant as whose knowledge it is asked, where that is past. */
  readonly known: Instant | undefined
  /** What is chosen for which the rows are derived again. */
  readonly again: Chosen
  readonly agreed: Agreed
}

/** Rows derived for a question about another time or policy are kept for the next one like it. */
const STORES = 2
const ANSWERS = 500
/** How often the rows are looked at while nothing is being recorded; on a log that never rests, that may be never. */
const LOOKS = 20

/** Figures, counted where they are asked for. */
export function countFigures(source: Source): Figures & { close(): Promise<void> } {
  const derived = storesOf(STORES)
  const answers = recent<Promise<unknown>>(ANSWERS)
  const positionOf = positionsOf(source)

  /** Puts a question to the rows as they stand, or to rows derived for it. The same question is answered once. */
  const ask = async <T>(asked: Asked, what: unknown, count: (ground: Ground) => Promise<T>): Promise<T> => {
    const { known, again, agreed, ...ground } = circumstances(asked)
    const standing = ({ db }: RowStore) =>
      db.transaction().execute(async (then) => count({ ...ground, db: then, begins: await beginningsOf(then) }))
    const answered = (key: string, work: () => Promise<T>) =>
      answers.of(`${key} ${ground.today} ${JSON.stringify([asked, what])}`, work) as Promise<T>
    if (known === undefined && Object.keys(again).length === 0) {
      const { rows, position } = await source.live()
      return answered(String(position), () => standing(rows))
    }
    const { key, make } = await derivation({ known, again, agreed })
    return answered(key, () => derived.use(key, make, standing))
  }

  /** The rows of another time or policy: what they are kept under, and how they are made. */
  const derivation = async ({ known, again, agreed }: Pick<Circumstances, 'known' | 'again' | 'agreed'>) => ({
    key: JSON.stringify([await positionOf(known), known, again]),
    make: (read?: (events: number) => void) => deriveRows(source.histories(), agreed, known, read),
  })

  /** When it is asked of, and what is agreed then: as it is, or as rehearsed. */
  const circumstances = (asked: Asked): Circumstances => {
    const wrong = wrongIn(asked)
    if (wrong.length > 0) throw new BadAsked(wrong)
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
    { from, to }: Period = asked,
    known: Pick<Wanted, 'whole' | 'alone'> = {},
  ): Promise<Figure> => {
    const chosen = otherThanAgreed(asked.settings)
    const { by, asKnownAt } = asked
    const counted = await figure(ground, { kpi, by, chosen, from, to, ...known }, source.populations)
    const rehearsal = Object.fromEntries(Object.entries(chosen).filter(([id]) => dependsOn(kpi, id)))
    return {
      ...counted,
      ...(Object.keys(rehearsal).length > 0 ? { rehearsal } : {}),
      ...(asKnownAt === undefined ? {} : { asKnownAt }),
    }
  }

  const all = (ground: Ground, asked: Asked) => inTurn(wantedBy(asked), (kpi) => one(ground, asked, kpi))

  /** A figure and how many cases there are of each standing: whoever sees it may open its cases next. */
  const withTotals = ({ from, to, by, asKnownAt, settings }: Asked, kpi: Kpi) => {
    const asked = { from, to, by, asKnownAt, settings }
    return ask(asked, ['totals', kpi.id], async (ground) => {
      const counted = await totals(askingOf(ground, asked, settings ?? {}), kpi)
      return { figure: await one(ground, asked, kpi, asked, { whole: tallyOf(counted.totals) }), ...counted }
    })
  }

  const figures = async (asked: Asked) => {
    const [kpi, ...others] = wantedBy(asked)
    if (kpi && others.length === 0) return [(await withTotals(asked, kpi)).figure]
    return ask(asked, 'figures', (ground) => all(ground, asked))
  }

  /** Rows that hold all there is, and nothing that was recorded since: then the instant and the position are theirs. */
  const stood = async (asked: Asked): Promise<Stood | undefined> => {
    const position = await source.end()
    const knownAt = source.now()
    const { calendars } = source.agreed
    const today = dayOf(momentOf(knownAt))
    const { rows } = await source.live()
    const found = await rows.db.transaction().execute(async (db) => {
      const begins = await beginningsOf(db)
      return (await source.end()) === position ? all({ db, calendars, today, begins }, asked) : undefined
    })
    return found && { position, knownAt, figures: found }
  }

  return {
    figures,

    standing: async (period) => {
      for (let look = 0; look < LOOKS; look++) {
        const found = await stood(period)
        if (found) return found
      }
      const [knownAt, position] = [source.now(), await source.end()]
      return { position, knownAt, figures: await figures({ ...period, asKnownAt: knownAt }) }
    },

    prepare: async (asked) => {
      const { known, again, agreed } = circumstances(asked)
      if (known === undefined) return { ready: true }
      const { key, make } = await derivation({ known, again, agreed })
      const begun = await derived.begin(key, make)
      return begun === 'ready' ? { ready: true } : { ready: false, read: begun.read, of: await source.end() }
    },

    cases: async (id, asked, paging) => {
      const kpi = known(id)
      const wrong = wrongInPaging(paging)
      if (wrong.length > 0) throw new BadAsked(wrong)
      const whole = await withTotals(asked, kpi)
      const page = await ask(asked, ['cases', id, paging], (ground) =>
        casePage(askingOf(ground, asked, asked.settings ?? {}), kpi, asked.by, paging),
      )
      return { ...whole, ...page } satisfies CasePage
    },

    series: (id, asked, step) => {
      const kpi = known(id)
      return ask(asked, ['series', id, step], (ground) =>
        inTurn(stepsIn(asked, step), (period) => one(ground, asked, kpi, period, { alone: true })),
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
