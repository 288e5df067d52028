import { flow, isActName } from '@front-door/case-flow'
import type { Draft, Drafts } from '@front-door/door'
import { childName } from '@front-door/pages'
import { registeredAs, toldIn } from '../contact/told.js'

/** A form that somebody has begun and not recorded. */
export interface Unfinished {
  readonly form: string
  /** Where it goes on, as it was left. */
  readonly href: string
  /** "Record a contact". */
  readonly what: string
  /**
   * Whom it is about: a registered child by id, another by the name that was typed, which stands on this page alone.
   */
  readonly about: readonly string[]
  /** When something was typed last, UTC. */
  readonly at: string
}

/** The worker's unfinished forms, the latest first. */
export function unfinished(drafts: Drafts, worker: string): readonly Unfinished[] {
  return drafts.of(worker).map(({ form, path, typed, at }) => ({
    ...{ form, ...whatIs({ path, typed }), at: new Date(at).toISOString() },
    href: `${path}${path.includes('?') ? '&' : '?'}form=${encodeURIComponent(form)}`,
  }))
}

const intakes: Readonly<Record<string, keyof typeof flow>> = {
  '/contacts/new': 'receive-contact',
  '/consultations/new': 'give-consultation',
}

function whatIs({ path: address, typed }: Draft): Pick<Unfinished, 'what' | 'about'> {
  const [path = ''] = address.split('?')
  const intake = intakes[path]
  if (intake) return { what: flow[intake].act.label, about: childrenOn(typed) }
  const [, child, act = ''] =
    /^\/children\/([A-Za-z0-9]+)\/acts\/([a-z0-9-]+)$/.exec(path) ??
    /^\/requests\/([A-Za-z0-9]+)\/[^/]+\/([a-z0-9-]+)$/.exec(path) ??
    []
  return { what: isActName(act) ? flow[act].act.label : 'A form', about: child ? [`child ${child}`] : [] }
}

/** The children on a form of an intake, as far as something was told of each. */
function childrenOn(typed: Draft['typed']): readonly string[] {
  return toldIn(typed).children.flatMap((told) => {
    const registered = registeredAs(told)
    if (registered !== undefined) return [`child ${registered}`]
    const [givenName, familyName] = [told.person['givenName'], told.person['familyName']].map(nameIn)
    return givenName || familyName
      ? [childName({ ...(givenName ? { givenName } : {}), ...(familyName ? { familyName } : {}) }, 'living')]
      : []
  })
}

const nameIn = (typed: unknown): string => (typeof typed === 'string' ? typed.trim().slice(0, 100) : '')
