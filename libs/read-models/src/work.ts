import { type Child, type Item, type ItemKind, type Referral, itemsOf } from '@front-door/case-flow'

/** The stages in which somebody still has to do something. */
const underWay: Partial<Record<ItemKind, readonly string[]>> = {
  contact: ['received', 'screening'],
  request: ['asked'],
  referral: ['received', 'screening', 'open'],
  assessment: ['started', 'returned', 'completed'],
  section47: ['started', 'awaiting-conference'],
  protectionPlan: ['open'],
  cinPlan: ['open'],
  stepDown: ['proposed'],
  earlyHelp: ['open'],
}

/** A thing under way, the contact or referral it belongs to, and the referral whose worker has it. */
export interface Work {
  readonly item: Item
  readonly kind: ItemKind
  readonly matter: Child['contacts'][number] | Referral | undefined
  readonly referral: Referral | undefined
}

export function workOf(child: Child): readonly Work[] {
  return (Object.keys(underWay) as ItemKind[]).flatMap((kind) =>
    (itemsOf(child, kind) as readonly (Item & { referral?: string; about?: string })[])
      .filter((item) => underWay[kind]?.includes(item.stage))
      .map((item) => {
        const belongsTo = item.referral ?? item.about ?? item.id
        const referral = child.referrals.find(({ id }) => id === belongsTo)
        return { item, kind, referral, matter: referral ?? child.contacts.find(({ id }) => id === belongsTo) }
      }),
  )
}
