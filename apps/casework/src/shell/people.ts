import { dayOf, momentOf } from '@front-door/calendar'
import type { Parts } from '../parts.js'

/** The people who work here by name, where the name is known. */
export function workerNames({ staff }: Parts): (id: string) => string {
  const names = new Map(staff.map(({ id, name }) => [id, name]))
  return (id) => names.get(id) ?? id
}

/** The day in London. */
export const today = ({ clock }: Parts) => dayOf(momentOf(clock()))
