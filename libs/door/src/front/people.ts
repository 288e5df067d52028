import { dayOf, momentOf } from '@front-door/calendar'
import type { DoorParts } from '../parts.js'

/** The people who work here by name, where the name is known. */
export function workerNames({ staff }: DoorParts): (id: string) => string {
  return (id) => staff.nameOf(id) ?? id
}

/** The day in London. */
export const today = ({ clock }: DoorParts) => dayOf(momentOf(clock()))
