import { createHash } from 'node:crypto'

/**
 * An id made of what it names, in the form of a UUID: the same parts give the same id, whenever and wherever. Words
 * about a child (a name, a UPN) must never be among the parts: the id stands open and could be guessed back.
 */
export function idOf(...parts: readonly (string | number)[]): string {
  const hex = createHash('sha256').update(JSON.stringify(parts)).digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-')
}
