import { type Day, addMonths, ageOn, millisOf } from '@front-door/calendar'
import type { Child, ChildEvent, ChildId, EventType, History, InputOfAct } from '@front-door/case-flow'
import { DAY, type WorkingTime } from '../time/working-time.js'

type Details = InputOfAct<'register-person'>

/** One child of an invented family: who the child is, and what is recorded so far. */
export interface Member {
  readonly id: ChildId
  readonly number: number
  readonly givenName: string
  readonly sex: 'F' | 'M'
  readonly ethnicity: NonNullable<Details['ethnicity']>
  readonly disabilities: NonNullable<Details['disabilities']>
  readonly born: Day
  /** When the birth was expected, of a child who is not yet born when the family comes to notice. */
  readonly expected: Day | undefined
  history: History
}

interface Timed {
  readonly hours: WorkingTime
}

const state = (member: Member): Child => member.history.state

export const isUnborn = (member: Member) => state(member).person.stage === 'unborn'
export const isAlive = (member: Member) => state(member).person.stage !== 'died'
export const isKnown = (member: Member) => state(member).person.stage !== 'unregistered'

export function ageAt({ hours }: Timed, { born }: Member, at: number): number {
  return ageOn(born, hours.dayOf(at))
}

/** Somebody the front door is there for: a child who lives, or is expected, and is not yet 18 for some time. */
export function isAChild(timed: Timed, member: Member, at: number): boolean {
  return isAlive(member) && ageAt(timed, member, at + 90 * DAY) < 18
}

/** When the child turns 18. */
export function comesOfAge({ hours }: Timed, { born }: Member): number {
  return hours.midnight(addMonths(born, 18 * 12))
}

/** Whether it was seen by now that this is another record of a child who had one. */
export const isMerged = (member: Member) => state(member).person.stage === 'merged'

/** When the last of the child's cases closed, if one did: a referral does not come while a case is open. */
export function lastClosing(member: Member): number {
  return Math.max(0, ...state(member).referrals.flatMap(({ closedAt }) => (closedAt ? millisOf(closedAt) : [])))
}

export const openReferral = (member: Member) => state(member).referrals.find(({ stage }) => stage === 'open')
export const undecidedReferral = (member: Member) =>
  state(member).referrals.find(({ stage }) => stage === 'received' || stage === 'screening')
export const isBusy = (member: Member) => (openReferral(member) ?? undecidedReferral(member)) !== undefined

export const lastContact = (member: Member) => state(member).contacts.at(-1)
export const contactOf = (member: Member, id: string | undefined) =>
  state(member).contacts.find((each) => each.id === id)
export const referralOf = (member: Member, id: string | undefined) =>
  state(member).referrals.find((each) => each.id === id)
export const openAssessment = (member: Member) => state(member).assessments.find(({ stage }) => stage !== 'authorised')
export const openEnquiry = (member: Member) => state(member).section47s.find(({ stage }) => stage !== 'ended')
export const openProtectionPlan = (member: Member) =>
  state(member).protectionPlans.find(({ stage }) => stage === 'open')
export const openCinPlan = (member: Member) => state(member).cinPlans.find(({ stage }) => stage === 'open')
export const openStepDown = (member: Member) => state(member).stepDowns.find(({ stage }) => stage === 'proposed')
export const openEarlyHelp = (member: Member) => state(member).earlyHelp.find(({ stage }) => stage === 'open')

/** When the latest of these began, or that time if it is later: nothing about them is told as earlier. */
export function atLeastFrom(at: number, items: readonly ({ readonly openedAt: string } | undefined)[]): number {
  return Math.max(at, ...items.flatMap((item) => (item ? [millisOf(item.openedAt)] : [])))
}

/** What may not be open when a case closes. */
export const isUnfinished = (member: Member) =>
  [openAssessment, openEnquiry, openProtectionPlan, openCinPlan, openStepDown].some(
    (open) => open(member) !== undefined,
  )

/** The latest event of a type, of the last few. */
export function lastEvent(member: Member, type?: EventType): ChildEvent | undefined {
  let link = member.history.latest
  for (let looked = 0; link && looked < 12; looked++, link = link.before)
    if (!type || link.event.type === type) return link.event
  return undefined
}
