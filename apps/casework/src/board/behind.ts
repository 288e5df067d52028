import type { Lag } from '@front-door/feed'
import { plural } from '@front-door/pages'

/** How far the lists are behind the record, and what holds them up; nothing where they keep up. */
export function behindInWords({ at, end, failed }: Pick<Lag, 'at' | 'end' | 'failed'>): string | undefined {
  if (at >= end) return undefined
  const behind = `Lists are ${plural(end - at, 'change')} behind.`
  return failed === 0
    ? behind
    : `${behind} What changed cannot be taken in just now, and is tried again: tell whoever looks after the system.`
}
