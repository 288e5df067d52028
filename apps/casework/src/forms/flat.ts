import type { Entries } from '@front-door/pages'

/** What a browser posted, as the names and values of hidden inputs: nothing of it is lost on the page that checks it. */
export function flat(typed: Entries, at = ''): readonly { readonly name: string; readonly value: string }[] {
  return Object.entries(typed).flatMap(([key, value]) => {
    const name = at === '' ? key : `${at}[${key}]`
    if (Array.isArray(value))
      return value.flatMap((one: unknown, index) =>
        isEntries(one) ? flat(one, `${name}[${index}]`) : [{ name: `${name}[]`, value: String(one) }],
      )
    if (isEntries(value)) return flat(value, name)
    return [{ name, value: String(value) }]
  })
}

const isEntries = (value: unknown): value is Entries =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
