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
const LINE = TEXT + 4

/** A breakdown as bars: the longest first, what has no value last. */
export function barChart({ bars, ...rest }: Bars): string {
  return barsInOrder({ ...rest, bars: [...bars].sort(longestFirst) })
}

/** Bars in the order given, each with its label before it and its value after it. They begin at zero. */
export function barsInOrder({ measure, bars, ...about }: Bars): string {
  const ends = bars.map((bar) => endOf(bar, measure))
  const room = Math.max(...ends.map(widthOf), 0) + 12
  const longest = Math.max(...bars.map(({ value }) => (typeof value === 'number' ? value : 0)), 0)
  const x = scale([0, longest], LABELS, WIDTH - room)
  let top = 8
  const drawn = bars.map((bar, index) => {
    const label = wrapped(bar.label, LABELS - 12)
    const height = Math.max(label.length, 1) * LINE + 8
    const middle = top + height / 2
    const first = middle - ((label.length - 1) * LINE) / 2 + TEXT / 3
    const end = typeof bar.value === 'number' ? x(bar.value) : LABELS
    top += height
    return [
      ...label.map((part, at) => words(LABELS - 10, first + at * LINE, part, { 'text-anchor': 'end' })),
      element('rect', { x: LABELS, y: middle - 10, width: end - LABELS, height: 20, fill: OURS }),
      words(end + 6, middle + TEXT / 3, ends[index] ?? ''),
    ].join('')
  })
  const size = { width: WIDTH, height: top + 8 }
  return picture(about, barsInWords({ measure, bars }), size, ...drawn, line(LABELS, 4, LABELS, top + 4))
}

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
