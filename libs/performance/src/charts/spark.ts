import type { Measure, Shown } from '../publication/measure.js'
import { lineThrough, mark } from './points.js'
import { scale } from './scale.js'
import { type About, OURS, element, picture } from './svg.js'
import { trendInWords } from './trend.js'

export interface Spark extends About {
  readonly measure: Measure
  readonly periods: readonly string[]
  readonly values: readonly Shown[]
}

const SIZE = { width: 140, height: 32 }

/** A figure's movement at the size of a word, for the cell of a table beside the figure itself. */
export function sparkLine({ measure, periods, values, ...about }: Spark): string {
  const known = values.flatMap((value, index) => (typeof value === 'number' ? [{ value, index }] : []))
  const numbers = known.map(({ value }) => value)
  const x = scale([0, Math.max(values.length - 1, 1)], 6, SIZE.width - 6)
  const y = scale([Math.min(...numbers, Infinity), Math.max(...numbers, -Infinity)], SIZE.height - 6, 6)
  const last = known.at(-1)
  return picture(
    about,
    trendInWords({ measure, periods, series: [{ whose: 'council', name: about.title, values }] }),
    SIZE,
    lineThrough(values, { x, y }, { stroke: OURS, 'stroke-width': 2 }),
    last ? element('g', { fill: OURS }, mark('circle', x(last.index), y(last.value), 4)) : '',
  )
}
