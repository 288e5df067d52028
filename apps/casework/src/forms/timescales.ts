import { type Child, type Clock, clocksOf } from '@front-door/case-flow'
import { today } from '@front-door/door'
import type { Choice } from '@front-door/pages'
import { policyOn } from '@front-door/policy'
import type { Parts } from '../parts.js'

/** The timescales that may have been missed for a child, in words: those that were late; where none was, all there are. */
export function timescalesOf(child: Child, parts: Parts): readonly Choice[] {
  const { agreed, clock } = parts
  const late = clocksOf(child, clock(), agreed).filter(isLate)
  const words = new Map<string, string>(late.map((one) => [one.clock, one.words]))
  const all = Object.entries(policyOn(agreed.policies, today(parts)).timescales)
  const offered = words.size > 0 ? [...words] : all.map(([id, timescale]) => [id, timescale.words] as const)
  return offered.map(([value, text]) => ({ value, text }))
}

function isLate({ state }: Clock): boolean {
  return state === 'missed' || state === 'overdue'
}
