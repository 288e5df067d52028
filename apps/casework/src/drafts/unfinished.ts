import { flow, isActName } from '@front-door/case-flow'
import { type Drafts } from '@front-door/door'

/** A form that somebody has begun and not recorded. */
export interface Unfinished {
  readonly form: string
  /** Where it goes on, as it was left. */
  readonly href: string
  /** "Record a contact"; of a registered child with the id, never a name. */
  readonly what: string
  readonly child?: string
  /** When something was typed last, UTC. */
  readonly at: string
}

/** The worker's unfinished forms, the latest first. */
export function unfinished(drafts: Drafts, worker: string): readonly Unfinished[] {
  return drafts.of(worker).map(({ form, path, at }) => ({
    ...{ form, ...whatIsAt(path), at: new Date(at).toISOString() },
    href: `${path}${path.includes('?') ? '&' : '?'}form=${encodeURIComponent(form)}`,
  }))
}

const intakes: Readonly<Record<string, keyof typeof flow>> = {
  '/contacts/new': 'receive-contact',
  '/consultations/new': 'give-consultation',
}

function whatIsAt(address: string): Pick<Unfinished, 'what' | 'child'> {
  const [path = ''] = address.split('?')
  const intake = intakes[path]
  if (intake) return { what: flow[intake].act.label }
  const [, child, act = ''] = /^\/children\/([A-Za-z0-9]+)\/acts\/([a-z0-9-]+)$/.exec(path) ?? []
  return { what: isActName(act) ? flow[act].act.label : 'A form', ...(child ? { child } : {}) }
}
