import { type Measure, type Shown, shownInWords } from '../publication/measure.js'
import { plane } from './plane.js'
import { type Mark, lineThrough, mark } from './points.js'
import { apart } from './scale.js'
import { type About, INK, OURS, TEXT, element, picture, widthOf, words } from './svg.js'

/** Whose values they are. Each has a dash and a mark of its own. */
export type Whose = 'council' | 'neighbours' | 'england'

export interface Series {
  readonly whose: Whose
  readonly name: string
  /** One for each period. What is not available, or suppressed, is a gap. */
  readonly values: readonly Shown[]
}

export interface Trend extends About {
  readonly measure: Measure
  readonly periods: readonly string[]
  readonly series: readonly Series[]
}

interface Look {
  readonly stroke: string
  readonly 'stroke-width': number
  readonly 'stroke-dasharray'?: string
  readonly shape: Mark
}

const looks: Readonly<Record<Whose, Look>> = {
  council: { stroke: OURS, 'stroke-width': 3, shape: 'circle' },
  neighbours: { stroke: INK, 'stroke-width': 2, 'stroke-dasharray': '9 5', shape: 'square' },
  england: { stroke: INK, 'stroke-width': 2, 'stroke-dasharray': '2 4', shape: 'triangle' },
}

const SIZE = { width: 760, height: 340 }
/** More periods than this are described by where they began, ended and turned; the table beside the chart has them all. */
const FEW = 6

/** How a figure moved over the periods, with whom it is compared. Named beside the ends of the lines: there is no key to look up. */
export function trendChart({ measure, periods, series, ...about }: Trend): string {
  const names = series.map(({ name, values }) => (values.some(isNumber) ? name : `${name}: not available`))
  const space = plane(
    { ...SIZE, beside: Math.max(...names.map(widthOf), 0) + 32 },
    periods,
    series.flatMap(({ values }) => values.filter(isNumber)),
    measure,
  )
  const ends = series.map(({ values }) => values.findLast(isNumber))
  const places = apart(
    ends.map((end) => (end === undefined ? space.bottom : space.y(end))),
    TEXT + 4,
    space.bottom,
  )
  const lines = series.map(({ whose, values }) => {
    const { shape, ...ink } = looks[whose]
    const marks = values.map((value, index) =>
      isNumber(value) ? mark(shape, space.x(index), space.y(value), 4.5) : '',
    )
    return lineThrough(values, space, ink) + element('g', { fill: ink.stroke }, ...marks)
  })
  const labels = series.map(({ whose }, index) => {
    const place = places[index] ?? space.bottom
    const sign = element('g', { fill: looks[whose].stroke }, mark(looks[whose].shape, space.right + 18, place, 4.5))
    return sign + words(space.right + 28, place + TEXT / 3, names[index] ?? '')
  })
  return picture(about, trendInWords({ measure, periods, series }), SIZE, space.axes, ...lines.reverse(), ...labels)
}

/** What the lines show, said. */
export function trendInWords({ measure, periods, series }: Omit<Trend, keyof About>): string {
  const said = (value: Shown | undefined, index: number) =>
    `${shownInWords(value ?? null, measure)} in ${periods[index] ?? ''}`
  return series
    .map(({ name, values }) => {
      if (!values.some(isNumber)) return `${name}: not available.`
      if (periods.length <= FEW) return `${name}: ${periods.map((_, index) => said(values[index], index)).join(', ')}.`
      const known = values.flatMap((value, index) => (isNumber(value) ? [{ value, index }] : []))
      const inOrder = [...known].sort((a, b) => a.value - b.value || a.index - b.index)
      const told = (point: (typeof known)[number] | undefined) => (point ? said(point.value, point.index) : '')
      const gaps = values.length - known.length
      return (
        `${name}: from ${told(known[0])} to ${told(known.at(-1))}, ` +
        `lowest ${told(inOrder[0])}, highest ${told(inOrder.at(-1))}` +
        `${gaps > 0 ? `, not available or suppressed in ${gaps} of ${values.length}` : ''}.`
      )
    })
    .join(' ')
}

function isNumber(value: Shown): value is number {
  return typeof value === 'number'
}
