import { addMonths } from '@front-door/calendar'
import {
  type Child,
  type Item,
  itemKinds,
  itemsOf,
  openCase,
  stageNames,
  undecidedReferral,
} from '@front-door/case-flow'
import { childShown, codeLabel, itemInWords } from '@front-door/pages'
import { codes } from '@front-door/case-flow'
import { logLook, today, workerNames } from '@front-door/door'
import { type Policy, mayDo } from '@front-door/policy'
import { type KnownChild, ReadChild } from '../children/read-child.js'
import type { Looking } from './at.js'
import type { Intake } from './intake.js'

/** A registered child as the form shows it to somebody: by name only to those who may search, and never a restricted one. */
export interface RegisteredChild {
  readonly id: string
  readonly name: string
  readonly age?: string
  readonly born?: string
  /** Where the record is; only for those who may read it. */
  readonly href?: string
  /** What is open about the child, and whose it is. */
  readonly open?: string
  /** What happened in the last 12 months, the latest first. Not there where the reader may not read it. */
  readonly history?: readonly string[]
}

/** A registered child, as this worker may see it. Every look is in the log of reads before anything is shown. */
export async function registeredChild(id: string, intake: Intake, looking: Looking): Promise<RegisteredChild> {
  const { parts, queries, worker, policy } = looking
  const known = await queries.execute(new ReadChild(id))
  const { state } = known.history
  const sees = (permission: string) => mayDo(policy, worker.role, permission)
  if (!sees('find-children')) return { id, name: 'Registered child' }
  if (state.person.restrictedTo) return { id, name: 'Restricted record' }
  await logLook(looking, { what: 'contact-form', child: id })
  const { name, age, born } = childShown(state, known.identity, { on: today(parts) })
  return {
    id,
    name,
    ...(age ? { age: lowerFirst(age) } : {}),
    born: lowerFirst(born),
    ...(sees('read-trail') ? inTheRecord(known, intake, looking) : {}),
  }
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)

function inTheRecord({ history: { state } }: KnownChild, intake: Intake, { parts, policy }: Looking) {
  const open = openInWords(state, intake, workerNames(parts))
  return {
    href: `/children/${state.id}`,
    history: recentItems(state, addMonths(today(parts), -policy.thresholds.historyMonths), policy),
    ...(open ? { open } : {}),
  }
}

function openInWords(child: Child, { whereOpen }: Intake, nameOf: (worker: string) => string): string | undefined {
  const open = openCase(child)
  if (open?.allocated) return `This child has an open case with ${nameOf(open.allocated.to)}${whereOpen}.`
  if (open) return 'This child has an open case that nobody is allocated to yet.'
  if (undecidedReferral(child)) return 'A referral about this child is waiting for a decision.'
  return undefined
}

/** "Contact of 3 March 2026, decided: No further action". */
function recentItems(child: Child, from: string, { words }: Policy): readonly string[] {
  return itemKinds
    .flatMap((kind) => (itemsOf(child, kind) as readonly Item[]).map((item) => ({ kind, item })))
    .filter(({ item }) => item.since >= from || !['decided', 'closed', 'ended', 'given', 'held'].includes(item.stage))
    .toSorted((a, b) => b.item.openedAt.localeCompare(a.item.openedAt))
    .map(({ item }) => {
      const outcome = outcomeOf(child, item.id, words)
      const what = itemInWords(child, item.id) ?? ''
      return `${what.charAt(0).toUpperCase()}${what.slice(1)}, ${stageNames[item.stage] ?? item.stage}${outcome ? `: ${outcome}` : ''}`
    })
}

function outcomeOf(
  { contacts, referrals, assessments }: Child,
  id: string,
  words: Policy['words'],
): string | undefined {
  const of = <T extends { readonly id: string }>(items: readonly T[]) => items.find((item) => item.id === id)
  const [contact, referral, assessment] = [of(contacts), of(referrals), of(assessments)]
  if (contact?.outcome) return codeLabel(codes.contactOutcome, contact.outcome, words)
  if (referral?.outcome) return codeLabel(codes.referralOutcome, referral.outcome, words)
  if (assessment?.outcome) return codeLabel(codes.assessmentOutcome, assessment.outcome, words)
  return undefined
}
