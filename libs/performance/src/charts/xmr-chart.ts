import { type Measure, type Shown, shownInWords } from '../publication/measure.js'
import { plane } from './plane.js'
import { type Mark, lineThrough, mark } from './points.js'
import { apart } from './scale.js'
import { type About, INK, OURS, TEXT, element, line, picture, widthOf, words } from './svg.js'
import { type Xmr, type XmrPoint, xmr } from './xmr.js'

export interface XmrChart extends About {
  readonly measure: Measure
  readonly periods: readonly string[]
  /** One for each period. What is not available, or suppressed, is a gap. */
  readonly values: readonly Shown[]
}

const SIZE = { width: 760, height: 380 }
const KEY = 28

/** A figure month by month, with its mean, its natural process limits, and the points that signal a change. */
export function xmrChart({ measure, periods, values, ...about }: XmrChart): string {
  const known = values.map((value) => (value === 'c' ? null : value))
  const found = xmr(known)
  const levels = found ? levelsOf(found, measure) : []
  const space = plane(
    {
      width: SIZE.width,
      height: SIZE.height - KEY,
      beside: Math.max(...levels.map(({ name }) => widthOf(name)), 0) + 16,
    },
    periods,
    [...known.filter((value) => value !== null), ...levels.map(({ value }) => value)],
    measure,
    'lowest',
  )
  const places = apart(
    levels.map(({ value }) => space.y(value)),
    TEXT + 4,
    space.bottom,
  )
  const across = levels.map(({ value, name, dash }, index) => {
    const y = space.y(value)
    return (
      line(space.x(0) - 12, y, space.right, y, { 'stroke-width': 2, 'stroke-dasharray': dash }) +
      words(space.right + 8, (places[index] ?? y) + TEXT / 3, name)
    )
  })
  const points = (found?.points ?? known.map((value): XmrPoint => ({ value, signals: [] }))).map((point, index) => {
    const { shape, size, ink } = lookOf(point)
    const drawn = point.value === null ? '' : mark(shape, space.x(index), space.y(point.value), size)
    return element('g', { fill: ink }, drawn)
  })
  return picture(
    about,
    xmrInWords({ measure, periods, values }),
    SIZE,
    space.axes,
    ...across,
    lineThrough(known, space, { stroke: OURS, 'stroke-width': 2 }),
    ...points,
    keyOfMarks(),
  )
}

/** What the chart shows, said. */
export function xmrInWords({ measure, periods, values }: Omit<XmrChart, keyof About>): string {
  const found = xmr(values.map((value) => (value === 'c' ? null : value)))
  if (!found) return 'There are too few values to tell usual variation from a change.'
  const where = (signal: 'outside' | 'run') =>
    found.points.flatMap(({ signals }, index) => (signals.includes(signal) ? [periods[index] ?? ''] : []))
  const outside = where('outside')
  const run = where('run')
  return [
    `${levelsOf(found, measure)
      .map(({ name }) => name)
      .join(', ')}.`,
    outside.length > 0 ? `Outside the limits: ${outside.join(', ')}.` : 'No value is outside the limits.',
    run.length > 0
      ? `Eight or more in a row on one side of the mean: ${run.join(', ')}.`
      : 'No run on one side of the mean.',
  ].join(' ')
}

/** The mean and the limits. No figure of ours goes below zero, nor a per cent above 100: a limit beyond is not drawn. */
function levelsOf({ mean, lower, upper }: Xmr, measure: Measure) {
  const level = (name: string, value: number, dash?: string) => ({
    name: `${name} ${shownInWords(value, measure === 'count' ? 'ratio' : measure)}`,
    value,
    dash,
  })
  return [
    ...(measure === 'percent' && upper > 100 ? [] : [level('Upper limit', upper, '9 5')]),
    level('Mean', mean),
    ...(lower < 0 ? [] : [level('Lower limit', lower, '9 5')]),
  ]
}

interface Look {
  readonly shape: Mark
  readonly size: number
  readonly ink: string
}

const plain: Look = { shape: 'circle', size: 4, ink: OURS }
const outside: Look = { shape: 'diamond', size: 7, ink: INK }
const run: Look = { shape: 'square', size: 5, ink: INK }

function lookOf({ signals }: XmrPoint): Look {
  return signals.includes('outside') ? outside : signals.includes('run') ? run : plain
}

/** What the shapes mean, below the chart. */
function keyOfMarks(): string {
  const y = SIZE.height - 14
  const entries: readonly (readonly [Look, string])[] = [
    [plain, 'Usual variation'],
    [outside, 'Outside the limits'],
    [run, '8 or more on one side of the mean'],
  ]
  let x = 24
  const drawn = entries.map(([{ shape, size, ink }, name]) => {
    const entry = element('g', { fill: ink }, mark(shape, x, y, size)) + words(x + 14, y + TEXT / 3, name)
    x += widthOf(name) + 48
    return entry
  })
  return drawn.join('')
}
