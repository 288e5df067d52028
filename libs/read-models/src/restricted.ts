import type { Child } from '@front-door/case-flow'

/** Whom a record is restricted to, as a row keeps it: an id of a worker holds no comma. */
export function restrictedTo({ restrictedTo: workers }: Child['person']): string | null {
  return workers ? workers.join(',') : null
}

/** Of a row, the child and whom the record is restricted to: what decides who may see it. */
export function aboutRow(row: { readonly child: string; readonly restricted_to: string | null }): {
  readonly child: string
  readonly restrictedTo?: readonly string[]
} {
  const { child, restricted_to: workers } = row
  return workers === null ? { child } : { child, restrictedTo: workers.split(',').filter(Boolean) }
}
