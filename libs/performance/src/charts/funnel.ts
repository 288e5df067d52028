import { type Shown, shownInWords } from '../publication/measure.js'
import { type Bar, barsInOrder } from './bars.js'
import type { About } from './svg.js'

export interface FunnelStep {
  readonly label: string
  readonly value: Shown
  /** The share, 0 to 100, of the step it is counted of; left out for the first. */
  readonly share?: { readonly value: Shown; readonly of: string } | undefined
}

export interface Funnel extends About {
  readonly steps: readonly FunnelStep[]
}

/** How many went on at each step, and what share that is of the step it is counted of. */
export function funnelChart({ steps, ...about }: Funnel): string {
  return barsInOrder({ ...about, measure: 'count', bars: steps.map(barOf) })
}

function barOf({ label, value, share }: FunnelStep): Bar {
  if (!share) return { label, value }
  const said = shownInWords(share.value, 'percent')
  return {
    label,
    value,
    note: typeof share.value === 'number' ? `${said} of ${share.of}` : `share of ${share.of} ${said}`,
  }
}
