import type { Fields } from '@front-door/case-flow'

/** What stands in the address. Said twice, it is a list. */
export type Asking = Readonly<Record<string, string | readonly string[] | undefined>>

/**
 * What the address says the act is about goes with the form unseen: a thing in the record, an entry of its trail,
 * another record. Nothing else: a link from somebody else must not answer a question that whoever decides never sees.
 */
export function fixedBy(all: Fields, asking: Asking): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(all).flatMap(([name, { kind, many }]) => {
      const told = once(asking[name])
      const names = name === 'event' || kind === 'reference' || (kind === 'child' && !many)
      return told !== undefined && names ? [[name, told]] : []
    }),
  )
}

export function once(told: string | readonly string[] | undefined): string | undefined {
  return typeof told === 'string' ? told : undefined
}
