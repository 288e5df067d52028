import { type Moment, isBefore } from '@front-door/calendar'
import type { ChildTable, ContactTable, WorkTable } from '@front-door/read-models'

type Shown = Readonly<Record<string, unknown>>

/** Rows in the words of the API: camel case, yes and no as such, nothing where there is nothing. */
function shown(row: object): Shown {
  const entries = Object.entries(row).filter(([, value]) => value !== null)
  return Object.fromEntries(
    entries.map(([name, value]) => [
      name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
      value as unknown,
    ]),
  )
}

export function childShown({ restricted_to: _, ...row }: ChildTable): Shown {
  return shown(row)
}

export function contactShown(row: ContactTable & { restricted_to: string | null }): Shown {
  const { received_day: _, restricted_to: __, ...rest } = row
  return { ...shown(rest), domesticAbuse: row.domestic_abuse === 1, outOfHours: row.out_of_hours === 1 }
}

export function workShown(found: WorkTable & { restricted_to: string | null }, now: Moment): Shown {
  const { restricted_to: _, ...row } = found
  return {
    ...shown(row),
    domesticAbuse: row.domestic_abuse === 1,
    outOfHours: row.out_of_hours === 1,
    overdue: row.due !== null && isBefore(row.due, now),
    missing: row.missing === '' ? [] : row.missing.split(','),
  }
}
