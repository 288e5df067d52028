import type { Lag } from '@front-door/feed'
import { plural } from '@front-door/pages'

/** How far the lists are behind the record; nothing where they keep up. */
export function behindInWords({ at, end, standing }: Pick<Lag, 'at' | 'end' | 'standing'>): string | undefined {
  if (at >= end) return undefined
  const behind = `Lists are ${plural(end - at, 'change')} behind.`
  return standing === 'stopped' ? `${behind} They have stopped: tell whoever looks after the system.` : behind
}
