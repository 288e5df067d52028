import { type Day, type Limit, isDay } from '@front-door/calendar'

/** The roles of the front door. What each may do is in the policy; what each may see is decided in one place too. */
export const roles = [
  'business-support',
  'screening-social-worker',
  'social-worker',
  'early-help-co-ordinator',
  'edt',
  'partner',
  'team-manager',
  'performance-analyst',
  'reviewer',
  'administrator',
] as const
export type Role = (typeof roles)[number]

/** Every clock the front door keeps. */
export const timescaleIds = [
  'contactDecision',
  'priorityRed',
  'priorityAmber',
  'priorityGreen',
  'informationReply',
  'referralDecision',
  'referrerInformed',
  'allocation',
  'childSeen',
  'assessmentReview10',
  'assessmentReview20',
  'assessment',
  'assessmentFromReferral',
  'conference',
  'transferInConference',
  'childSeenSection47',
  'protectionPlanFirstReview',
  'protectionPlanReview',
  'protectionVisit',
  'cinPlanReview',
  'cinVisit',
  'stepDownAnswer',
] as const
export type TimescaleId = (typeof timescaleIds)[number]

export interface Timescale {
  readonly words: string
  readonly limit: Limit
  /** Whether the limit is in law or statutory guidance, or local practice. */
  readonly basis: 'statutory' | 'local'
  readonly source: string
}

/** One version of what a council has agreed. A decision is judged by the version in force on its day. */
export interface Policy {
  readonly version: string
  readonly effective: Day
  readonly timescales: Readonly<Record<TimescaleId, Timescale>>
  readonly thresholds: Readonly<{
    /** Recorded more than this many hours after it happened counts as late entry. */
    lateEntryHours: number
    /** How far back the history in front of a decision goes. */
    historyMonths: number
    /** For how many hours a restricted record stays open to somebody who opened it in an emergency. */
    emergencyHours: number
    /** A contact said to have been received more than this many days before it is recorded is asked about once more. */
    longAgoDays: number
  }>
  /** For each act, and each kind of reading: the roles that may. What is not named here nobody may do. */
  readonly may: Readonly<Record<string, readonly Role[]>>
  /** Which agency a team of partners is: the name of the team, as the sign-in says it, and the code of the agency. */
  readonly agencies: Readonly<Record<string, string>>
  /** The council's own words for a code: `contactOutcome.EH_REFERRAL` to `Family Help`. */
  readonly words: Readonly<Record<string, string>>
}

/** The version in force on a day: the latest whose effective date has come, or the first of all. */
export function policyOn(versions: readonly Policy[], day: Day): Policy {
  const inForce = versions.findLast((version) => version.effective <= day) ?? versions[0]
  if (!inForce) throw new Error('No policy is configured.')
  return inForce
}

/** Whether somebody in this role may do it under this policy. Deny by default. */
export function mayDo(policy: Policy, role: string, what: string): boolean {
  const who: readonly string[] = (Object.hasOwn(policy.may, what) && policy.may[what]) || []
  return who.includes(role)
}

/** The agency that somebody from a partner answers for; nobody in the council's own teams, or in a team not named, has one. */
export function agencyOf(policy: Policy, { role, team }: { readonly role: string; readonly team: string }) {
  return role === 'partner' && Object.hasOwn(policy.agencies, team) ? policy.agencies[team] : undefined
}

/**
 * Adds a council's own versions to the default. Each version is written as what it changes in the one before it:
 * `[{ "version": "2027", "effective": "2027-04-01", "timescales": { "allocation": { "limit": { "workingDays": 2 } } } }]`.
 * Gives every problem as a sentence; versions are only used when there is none.
 */
export function addVersions(
  base: Policy,
  written: unknown,
): { versions: readonly Policy[]; problems: readonly string[] } {
  if (!Array.isArray(written)) return { versions: [base], problems: ['The policy must be a list of versions.'] }
  const versions = [base]
  const problems: string[] = []
  for (const entry of written as Record<string, unknown>[]) {
    const before = versions.at(-1) ?? base
    problems.push(...problemsOf(entry, before))
    versions.push(merge(before as unknown as Record<string, unknown>, entry) as unknown as Policy)
  }
  return problems.length > 0 ? { versions: [base], problems } : { versions, problems }
}

function problemsOf(entry: Record<string, unknown>, before: Policy): string[] {
  const name = `Policy version ${String(entry['version'])}`
  const problems: string[] = []
  if (typeof entry['version'] !== 'string') problems.push('Each policy version needs a version name.')
  if (!isDay(entry['effective']) || entry['effective'] <= before.effective)
    problems.push(
      `${name}: effective must be a day after ${before.effective}, the effective day of the version before.`,
    )
  for (const key of Object.keys(entry))
    if (!['version', 'effective', 'timescales', 'thresholds', 'may', 'agencies', 'words'].includes(key))
      problems.push(`${name}: ${key} is not part of a policy.`)
  for (const [id, timescale] of Object.entries((entry['timescales'] ?? {}) as Record<string, Partial<Timescale>>)) {
    if (!(timescaleIds as readonly string[]).includes(id)) problems.push(`${name}: there is no timescale called ${id}.`)
    if (timescale.limit && !isLimit(timescale.limit))
      problems.push(`${name}: ${id}.limit must be one of workingDays, days, months or hours, above 0.`)
  }
  for (const [what, value] of Object.entries((entry['thresholds'] ?? {}) as Record<string, unknown>)) {
    if (!(what in before.thresholds)) problems.push(`${name}: there is no threshold called ${what}.`)
    if (!Number.isInteger(value) || Number(value) <= 0)
      problems.push(`${name}: thresholds.${what} must be a whole number above 0.`)
  }
  for (const [what, who] of Object.entries((entry['may'] ?? {}) as Record<string, unknown>)) {
    if (!(what in before.may)) problems.push(`${name}: there is no act called ${what}.`)
    if (!Array.isArray(who) || who.some((role) => !(roles as readonly unknown[]).includes(role)))
      problems.push(`${name}: may.${what} must be a list of roles, each one of ${roles.join(', ')}.`)
  }
  const agencies: unknown = entry['agencies'] ?? {}
  if (!isObject(agencies) || Object.values(agencies).some((agency) => typeof agency !== 'string'))
    problems.push(`${name}: agencies must give the code of an agency for each team.`)
  return problems
}

function isLimit(limit: object): limit is Limit {
  const [entry, ...more] = Object.entries(limit) as [string, unknown][]
  if (!entry || more.length > 0) return false
  return (
    ['workingDays', 'days', 'months', 'hours'].includes(entry[0]) && Number.isInteger(entry[1]) && Number(entry[1]) > 0
  )
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Objects are merged; a limit and every plain value are replaced whole. */
function merge(before: Record<string, unknown>, change: Record<string, unknown>): Record<string, unknown> {
  const merged = { ...before }
  for (const [key, value] of Object.entries(change)) {
    const old = before[key]
    const both = [old, value].every(isObject)
    merged[key] =
      both && key !== 'limit' ? merge(old as Record<string, unknown>, value as Record<string, unknown>) : value
  }
  return merged
}
