import { today } from '@front-door/door'
import type { Reader, RestrictedRow } from '@front-door/identity'
import { mayDo, policyOn } from '@front-door/policy'
import type { Parts } from '../parts.js'

/** A restricted record in a list, and where the reader opens it in an emergency, if they may. */
export type RestrictedFound = RestrictedRow & { readonly emergency?: string }

export type WayIn = (row: RestrictedRow) => RestrictedFound

/** Shows somebody who may open a restricted record in an emergency where that is done. */
export function wayInFor({ role }: Reader, parts: Parts): WayIn {
  const may = mayDo(policyOn(parts.agreed.policies, today(parts)), role, 'open-in-emergency')
  return (row) => (may ? { ...row, emergency: `/children/${row.child}/emergency` } : row)
}
