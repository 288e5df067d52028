import { type Measure, shownInWords } from '../publication/measure.js'
import { type Scale, roundValues, scale } from './scale.js'
import { TEXT, line, widthOf, words } from './svg.js'

/** Where values stand against periods: the part of a chart that a line is drawn in. */
export interface Plane {
  readonly x: Scale
  readonly y: Scale
  readonly right: number
  readonly bottom: number
  /** The axes with their words, and a faint line across at each round value. */
  readonly axes: string
}

const TOP = 20
const UNDER = 44

/** A plane for as many periods as there are names, holding all these values. It begins at zero unless told otherwise. */
export function plane(
  size: { readonly width: number; readonly height: number; readonly beside: number },
  periods: readonly string[],
  values: readonly number[],
  measure: Measure,
  from: 'zero' | 'lowest' = 'zero',
): Plane {
  const lowest = from === 'zero' ? 0 : Math.min(...values, Infinity)
  const marks = roundValues(Number.isFinite(lowest) ? lowest : 0, Math.max(...values, 0))
  const names = marks.map((mark) => markInWords(mark, measure))
  const left = Math.max(...names.map(widthOf)) + 18
  const right = size.width - size.beside
  const bottom = size.height - UNDER
  const x = scale([0, Math.max(periods.length - 1, 1)], left + 12, right - 12)
  const y = scale([marks[0] ?? 0, marks.at(-1) ?? 1], bottom, TOP)
  const across = marks.map(
    (mark, index) =>
      line(left, y(mark), right, y(mark), { 'stroke-opacity': index === 0 ? 1 : 0.2 }) +
      words(left - 8, y(mark) + TEXT / 3, names[index] ?? '', { 'text-anchor': 'end' }),
  )
  return { x, y, right, bottom, axes: [...across, ...below(periods, x, bottom, right)].join('') }
}

/** The names of the periods, as many as there is room for, always with the last. */
function below(periods: readonly string[], x: Scale, bottom: number, right: number): readonly string[] {
  const room = Math.max(...periods.map(widthOf)) + 16
  const every = Math.max(1, Math.ceil(room / Math.max(x(1) - x(0), 1)))
  const last = periods.length - 1
  return periods.flatMap((period, index) => {
    if ((last - index) % every !== 0) return []
    const middle = Math.min(x(index), right + 12 - widthOf(period) / 2)
    return [
      line(x(index), bottom, x(index), bottom + 6),
      words(Math.max(middle, widthOf(period) / 2), bottom + 26, period, { 'text-anchor': 'middle' }),
    ]
  })
}

/** A round value needs no more decimals than it has. */
function markInWords(mark: number, measure: Measure): string {
  return measure === 'percent' ? `${mark.toLocaleString('en-GB')}%` : shownInWords(mark, whole(mark, measure))
}

const whole = (mark: number, measure: Measure): Measure => (Number.isInteger(mark) ? 'count' : measure)
