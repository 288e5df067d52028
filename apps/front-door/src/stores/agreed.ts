import { readFileSync } from 'node:fs'
import { addCalendars, englandAndWales2028 } from '@front-door/calendar'
import { type Agreed, codes } from '@front-door/case-flow'
import { type Policy, addVersions, defaultPolicy } from '@front-door/policy'
import { BadSettings } from '../settings/setting.js'

/** The policy and the calendar that ship, with the council's own versions after them. Throws `BadSettings`. */
export function agreedFrom(files: {
  readonly policy?: string | undefined
  readonly calendar?: string | undefined
}): Agreed {
  const policies = added(files.policy, defaultPolicy, addVersions)
  const calendars = added(files.calendar, englandAndWales2028, addCalendars)
  const problems = [...policies.problems, ...unknownAgencies(policies.versions), ...calendars.problems]
  if (problems.length > 0) throw new BadSettings(problems)
  return { policies: policies.versions, calendars: calendars.versions }
}

/** The policy names agencies by their codes, which it does not know itself. */
function unknownAgencies(versions: readonly Policy[]): readonly string[] {
  const known = codes.agency.codes.map(({ code }) => code).join(', ')
  return versions.flatMap(({ version, agencies }) =>
    Object.entries(agencies)
      .filter(([, agency]) => !codes.agency.has(agency))
      .map(([team, agency]) => `Policy version ${version}: ${team} is ${agency}, which is none of ${known}.`),
  )
}

interface Versions<V> {
  readonly versions: readonly V[]
  readonly problems: readonly string[]
}

function added<V>(file: string | undefined, shipped: V, add: (shipped: V, own: unknown) => Versions<V>): Versions<V> {
  if (!file) return { versions: [shipped], problems: [] }
  try {
    return add(shipped, JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    const why = error instanceof Error ? error.message : 'unknown'
    return { versions: [shipped], problems: [`${file} cannot be read: ${why}`] }
  }
}
