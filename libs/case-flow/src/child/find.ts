import { isBefore } from '@front-door/calendar'
import type { ItemKind } from '../fields/index.js'
import type { Child, InformationRequest, Item, Referral } from './child.js'

const lists = {
  contact: 'contacts',
  consultation: 'consultations',
  request: 'requests',
  referral: 'referrals',
  assessment: 'assessments',
  discussion: 'discussions',
  section47: 'section47s',
  conference: 'conferences',
  protectionPlan: 'protectionPlans',
  cinPlan: 'cinPlans',
  stepDown: 'stepDowns',
  earlyHelp: 'earlyHelp',
} as const satisfies Record<ItemKind, keyof Child>

export const itemKinds = Object.keys(lists) as ItemKind[]

/** The items of one kind, oldest first. */
export function itemsOf<K extends ItemKind>(child: Child, kind: K): Child[(typeof lists)[K]] {
  return child[lists[kind]]
}

/** The item with this id, and its kind. */
export function findItem(child: Child, id: string): { readonly kind: ItemKind; readonly item: Item } | undefined {
  for (const kind of itemKinds) {
    for (const item of itemsOf(child, kind)) if (item.id === id) return { kind, item }
  }
  return undefined
}

export function byId<I extends Item>(items: readonly I[], id: string | undefined): I | undefined {
  return items.find((item) => item.id === id)
}

/** The case that is open: an accepted referral not yet closed. */
export function openCase(child: Child): Referral | undefined {
  return child.referrals.find((referral) => referral.stage === 'open')
}

/** A referral that has come in and is not yet decided. */
export function undecidedReferral(child: Child): Referral | undefined {
  return child.referrals.find((referral) => referral.stage === 'received' || referral.stage === 'screening')
}

/**
 * Whether an agency's answer is of use still: what was asked for a decision, until that is made; what was asked in an
 * open case, until that closes.
 */
export function isAnswerOfUse({ contacts, referrals }: Child, { about, openedAt }: InformationRequest): boolean {
  if (contacts.some(({ id, decidedAt }) => id === about && decidedAt === undefined)) return true
  const referral = referrals.find(({ id, contact }) => id === about || contact === about)
  if (!referral || referral.closedAt !== undefined) return false
  return referral.decidedAt === undefined || (referral.id === about && !isBefore(openedAt, referral.decidedAt))
}

/** The item, changed, in a new list; the same list when it is not there (an old event may name what is missing). */
export function change<I extends Item>(items: readonly I[], id: string, to: (item: I) => Partial<I>): readonly I[] {
  const index = items.findIndex((item) => item.id === id)
  const item = items[index]
  return item ? items.with(index, { ...item, ...to(item) }) : items
}
