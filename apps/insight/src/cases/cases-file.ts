import type { SignedIn } from '@front-door/identity'
import type { Asked, CaseSeen, Cell, Figures, Kpi } from '@front-door/performance'
import { ONLY_THE_PLACE, childrenListed } from '../tables/children-listed.js'
import { type Showing, aboutCase } from './cases-page.js'

/** Every case of a figure as a file, read page by page. */
export function casesBook(figures: Figures, kpi: Kpi, asked: Asked, showing: Showing, reader: SignedIn) {
  return {
    title: `Cases of ${kpi.name} ${asked.from} to ${asked.to}`,
    notes: [kpi.definition, ONLY_THE_PLACE],
    tables: [
      {
        title: `What makes up: ${kpi.name}`,
        notes: [],
        columns,
        rows: rowsOf(figures, kpi, asked, showing, reader),
      },
    ],
  }
}

const columns = [
  { name: 'child', words: 'Child', kind: 'text' },
  { name: 'kind', words: 'What', kind: 'text' },
  { name: 'item', words: 'Item', kind: 'text' },
  { name: 'referral', words: 'Referral', kind: 'text' },
  { name: 'day', words: 'Day', kind: 'text' },
  { name: 'standing', words: 'Standing', kind: 'text' },
  { name: 'why', words: 'Why', kind: 'text' },
  { name: 'days', words: 'Working days', kind: 'text' },
  { name: 'worker', words: 'Worker', kind: 'text' },
] as const

function rowsOf(figures: Figures, kpi: Kpi, asked: Asked, { standing, group, worker }: Showing, reader: SignedIn) {
  return childrenListed({
    ...{ reader, about: aboutCase, columns, cells: cellsOf },
    async read(paging) {
      const { cases, next } = await figures.cases(kpi.id, asked, { standing, group, worker, ...paging })
      return { rows: cases, ...(next === undefined ? {} : { next }) }
    },
  })
}

const cellsOf = ({ child, kind, item, referral, day, standing, because, days, worker }: CaseSeen): readonly Cell[] => [
  ...[child, kind, item, referral, day, standing, because, days, worker],
]
