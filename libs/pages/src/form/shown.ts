import type { Entries } from './asking.js'

/** The texts that stand in a field: what was typed, else its value. */
export function shownTexts(name: string, typed: Entries | undefined, value: unknown): readonly string[] {
  const shown = typed ? typed[name] : value
  return (Array.isArray(shown) ? shown : [shown]).filter(isPlain).map(String)
}

export function shownText(name: string, typed: Entries | undefined, value: unknown): string {
  return shownTexts(name, typed, value).join(', ')
}

function isPlain(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value)
}
