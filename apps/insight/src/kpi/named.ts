import { Problem } from '@front-door/door'
import { type Kpi, kpiOf } from '@front-door/performance'

/** The figure an address names. */
export function named(id: string): Kpi {
  const kpi = kpiOf(id)
  if (!kpi) throw new Problem('not-found', `There is no figure called ${id.slice(0, 60)}. See the list of all figures.`)
  return kpi
}
