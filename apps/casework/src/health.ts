import type { Lag } from '@front-door/feed'

/** So many failures in a row are no passing trouble. */
const PASSING = 3

/**
 * How the rows keep up, and whether somebody has to look: `failing` where they fail again and again, `degraded` where
 * they keep up but for records that cannot be read.
 */
export function healthOf({ at, end, standing, failed, setAside }: Omit<Lag, 'consumer' | 'error'>) {
  const status = failed >= PASSING ? 'failing' : setAside > 0 ? 'degraded' : 'ok'
  return { status, log: { end }, rows: { standing, behind: end - at, setAside } } as const
}
