import type { SignedIn } from '@front-door/identity'
import { seenInList } from '@front-door/identity'
import type { Asked, CaseSeen, Cell, Figures, Kpi } from '@front-door/performance'
import { everyPage } from '../tables/every-page.js'
import { type Showing, aboutCase } from './cases-page.js'

/** Every case of a figure as a file, read page by page. */
export function casesBook(figures: Figures, kpi: Kpi, asked: Asked, showing: Showing, reader: SignedIn) {
  return {
    title: `Cases of ${kpi.name} ${asked.from} to ${asked.to}`,
    notes: [kpi.definition, 'Of a record that is restricted to named people only the place is kept.'],
    tables: [
      {
        title: `What makes up: ${kpi.name}`,
        notes: [],
        columns: columns.map(([name, words]) => ({ name, words, kind: 'text' as const })),
        rows: rowsOf(figures, kpi, asked, showing, reader),
      },
    ],
  }
}

const columns = [
  ['child', 'Child'],
  ['kind', 'What'],
  ['item', 'Item'],
  ['referral', 'Referral'],
  ['day', 'Day'],
  ['standing', 'Standing'],
  ['why', 'Why'],
  ['days', 'Working days'],
  ['worker', 'Worker'],
] as const

async function* rowsOf(
  figures: Figures,
  kpi: Kpi,
  asked: Asked,
  { standing, group, worker }: Showing,
  reader: SignedIn,
): AsyncGenerator<readonly Cell[]> {
  const every = everyPage(async (paging) => {
    const { cases, next } = await figures.cases(kpi.id, asked, { standing, group, worker, ...paging })
    return { rows: cases, ...(next === undefined ? {} : { next }) }
  })
  for await (const rows of every)
    for (const row of seenInList(reader, rows, aboutCase))
      yield 'restricted' in row ? ['Restricted record', ...columns.slice(1).map(() => null)] : cellsOf(row)
}

const cellsOf = ({ child, kind, item, referral, day, standing, because, days, worker }: CaseSeen): readonly Cell[] => [
  ...[child, kind, item, referral, day, standing, because, days, worker],
]
