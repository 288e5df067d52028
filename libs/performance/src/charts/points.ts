import type { Shown } from '../publication/measure.js'
import type { Plane } from './plane.js'
import { element } from './svg.js'

/** Shapes that are told apart without colour. */
export type Mark = 'circle' | 'square' | 'triangle' | 'diamond'

const shapes: Readonly<Record<Mark, (x: number, y: number, r: number) => string>> = {
  circle: (x, y, r) => element('circle', { cx: x, cy: y, r }),
  square: (x, y, r) => element('rect', { x: x - r, y: y - r, width: 2 * r, height: 2 * r }),
  triangle: (x, y, r) => path(`M${at(x, y - 1.2 * r)}L${at(x + 1.2 * r, y + r)}L${at(x - 1.2 * r, y + r)}Z`),
  diamond: (x, y, r) =>
    path(`M${at(x, y - 1.4 * r)}L${at(x + 1.4 * r, y)}L${at(x, y + 1.4 * r)}L${at(x - 1.4 * r, y)}Z`),
}

export function mark(shape: Mark, x: number, y: number, size: number): string {
  return shapes[shape](x, y, size)
}

/** A line through the values, broken where there is none. */
export function lineThrough(values: readonly Shown[], { x, y }: Pick<Plane, 'x' | 'y'>, attributes: Ink): string {
  const stretches = values.reduce<string[]>((drawn, value, index) => {
    if (typeof value !== 'number') return [...drawn, '']
    const last = drawn.at(-1) ?? ''
    return [...drawn.slice(0, -1), `${last}${last ? 'L' : 'M'}${at(x(index), y(value))}`]
  }, [])
  return element('path', { d: stretches.join(''), fill: 'none', 'stroke-linejoin': 'round', ...attributes })
}

interface Ink {
  readonly stroke: string
  readonly 'stroke-width': number
  readonly 'stroke-dasharray'?: string | undefined
}

const path = (d: string) => element('path', { d })
const at = (x: number, y: number) => `${Number(x.toFixed(2))},${Number(y.toFixed(2))}`
