import type { Lag } from '@front-door/feed'

/** So many failures in a row are no passing trouble. */
const PASSING = 3

/** How the rows keep up, and whether somebody has to look: they have stopped, or fail again and again. */
export function healthOf({ at, end, standing, failed }: Pick<Lag, 'at' | 'end' | 'standing' | 'failed'>) {
  const status = standing === 'stopped' || failed >= PASSING ? 'failing' : 'ok'
  return { status, log: { end }, rows: { standing, behind: end - at } } as const
}
