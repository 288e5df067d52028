import { type Conversion, cellOf } from '@front-door/performance'
import type { WholeTable } from '../tables/table-shown.js'

export function conversionTable(steps: readonly Conversion[]): WholeTable {
  return {
    title: 'How many went on at each step',
    notes: ['Children who came in last have had less time to go on.', ...(steps[0]?.note ? [steps[0].note] : [])],
    columns: [
      { name: 'step', words: 'Step', kind: 'text' },
      { name: 'count', words: 'Count', kind: 'count' },
      { name: 'share', words: 'Share', kind: 'percent' },
      { name: 'of', words: 'Of', kind: 'text' },
    ],
    rows: steps.map(({ name, count, share }) => [
      ...[name, cellOf(count)],
      share === undefined ? null : cellOf(share.value),
      share?.name ?? null,
    ]),
  }
}
