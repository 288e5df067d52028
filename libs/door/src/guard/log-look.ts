import type { SignedIn } from '@front-door/identity'
import type { DoorParts } from '../parts.js'

/** Who looks, and in answer to which request. */
export interface Looker {
  readonly parts: Pick<DoorParts, 'reads' | 'clock'>
  readonly worker: SignedIn
  readonly request: string
}

/** A reading within a page that is about more than one child: of a child by id, or how many a search has found. Never what was typed. */
export async function logLook(
  { parts, worker, request }: Looker,
  look: { what: string; child?: string; search?: { results: number; fields: readonly string[] } },
): Promise<void> {
  const { id, role, team } = worker
  await parts.reads.append({ at: parts.clock(), worker: id, role, team, requestId: request, ...look })
}
