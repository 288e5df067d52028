import { type Child, type ItemKind, findItem } from '@front-door/case-flow'

/** Another child whom the same contact was about, and the item of that child's that corresponds. */
export interface Together {
  readonly child: string
  readonly item: string
}

type Known = (child: string) => Promise<Child>

/** The children whom the same contact was about, where the thing is at the same stage for them: one act can be about all. */
export async function togetherWith(
  child: Child,
  about: string | undefined,
  known: Known,
): Promise<readonly Together[]> {
  const found = about === undefined ? undefined : findItem(child, about)
  const contact = found && contactOf(child, found)
  if (!found || !contact) return []
  // What is recorded about a restricted child is recorded on its own page, by who may open that.
  const all = await Promise.all((contact.together ?? []).map(known))
  const others = all.filter(({ person }) => person.restrictedTo === undefined)
  return others.flatMap((other) => {
    const same = other.contacts.find(
      ({ openedAt, together }) => openedAt === contact.openedAt && together?.includes(child.id),
    )
    const item = same && itemOf(other, found.kind, same.id)
    return item && item.stage === found.item.stage ? [{ child: other.id, item: item.id }] : []
  })
}

function contactOf(child: Child, { kind, item }: NonNullable<ReturnType<typeof findItem>>) {
  const id = kind === 'referral' ? child.referrals.find((each) => each.id === item.id)?.contact : item.id
  return kind === 'contact' || kind === 'referral' ? child.contacts.find((contact) => contact.id === id) : undefined
}

function itemOf(child: Child, kind: ItemKind, contact: string) {
  if (kind === 'contact') return child.contacts.find(({ id }) => id === contact)
  return child.referrals.find((referral) => referral.contact === contact)
}
