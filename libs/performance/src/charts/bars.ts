import { type Measure, type Shown, shownInWords } from '../publication/measure.js'
import { scale } from './scale.js'
import { type About, OURS, TEXT, element, line, picture, widthOf, words, wrapped } from './svg.js'

export interface Bar {
  readonly label: string
  readonly value: Shown
  /** Said after the value: `86.4% of contacts`. */
  readonly note?: string | undefined
}

export interface Bars extends About {
  readonly measure: Measure
  readonly bars: readonly Bar[]
}

const WIDTH = 760
const LABELS = 250
const LEAST = 200
const LINE = TEXT + 4

/** A breakdown as bars: the longest first, what has no value last. */
export function barChart({ bars, ...rest }: Bars): string {
  return barsInOrder({ ...rest, bars: [...bars].sort(longestFirst) })
}

/** Bars in the order given, each with its label before it and its value after it. They begin at zero. */
export function barsInOrder({ measure, bars, ...about }: Bars): string {
  const ends = bars.map((bar) => endOf(bar, measure))
  const longest = Math.max(...bars.map(lengthOf), 0)
  const reach = reachOf(bars, ends, longest)
  const x = scale([0, longest], LABELS, LABELS + reach)
  const width = Math.max(WIDTH, ...bars.map((bar, index) => x(lengthOf(bar)) + roomFor(ends[index])))
  let top = 8
  const drawn = bars.map((bar, index) => {
    const label = wrapped(bar.label, LABELS - 12)
    const height = Math.max(label.length, 1) * LINE + 8
    const middle = top + height / 2
    const first = middle - ((label.length - 1) * LINE) / 2 + TEXT / 3
    const end = x(lengthOf(bar))
    top += height
    return [
      ...label.map((part, at) => words(LABELS - 10, first + at * LINE, part, { 'text-anchor': 'end' })),
      element('rect', { x: LABELS, y: middle - 10, width: end - LABELS, height: 20, fill: OURS }),
      words(end + 6, middle + TEXT / 3, ends[index] ?? ''),
    ].join('')
  })
  const size = { width, height: top + 8 }
  return picture(about, barsInWords({ measure, bars }), size, ...drawn, line(LABELS, 4, LABELS, top + 4))
}

/** How long the longest bar may be, so that what is said after each bar has its room: never so short that bars tell nothing. */
function reachOf(bars: readonly Bar[], ends: readonly string[], longest: number): number {
  const most = bars.map((bar, index) => {
    const part = longest > 0 ? lengthOf(bar) / longest : 0
    return part > 0 ? (WIDTH - LABELS - roomFor(ends[index])) / part : WIDTH - LABELS
  })
  return Math.max(LEAST, Math.min(...most, WIDTH - LABELS))
}

const roomFor = (end = '') => widthOf(end) + 12

const lengthOf = ({ value }: Bar) => (typeof value === 'number' ? value : 0)

/** What the bars show, said. */
export function barsInWords({ measure, bars }: Omit<Bars, keyof About>): string {
  return bars.length === 0
    ? 'There is nothing to show.'
    : `${bars.map((bar) => `${bar.label}: ${endOf(bar, measure)}`).join('; ')}.`
}

function endOf({ value, note }: Bar, measure: Measure): string {
  return shownInWords(value, measure) + (note ? `, ${note}` : '')
}

function longestFirst(a: Bar, b: Bar): number {
  const size = ({ value }: Bar) => (typeof value === 'number' ? value : value === 'c' ? -1 : -2)
  return size(b) - size(a) || (a.label < b.label ? -1 : 1)
}
