import { folded } from '../folded.js'

export type NameLikeness = 'same' | 'known by' | 'begins' | 'family' | 'given' | 'none'

export interface Names {
  readonly givenName?: string | null | undefined
  readonly familyName?: string | null | undefined
}

/** How alike two names are. `words` are all words the other is known by, other names among them. */
export function likenessOfNames(wanted: Names, known: Names, words: readonly string[]): NameLikeness {
  const [given, family] = [wordsOf(wanted.givenName), wordsOf(wanted.familyName)]
  const [knownGiven, knownFamily] = [wordsOf(known.givenName), wordsOf(known.familyName)]
  const alike = { given: same(given, knownGiven), family: same(family, knownFamily) }
  const isWhole = given.length > 0 && family.length > 0
  if (isWhole && alike.given && alike.family) return 'same'
  if (isWhole && [...given, ...family].every((word) => words.includes(word))) return 'known by'
  if (isWhole && [...given, ...family].every((word) => words.some((each) => each.startsWith(word)))) return 'begins'
  if (family.length > 0 && (alike.family || family.every((word) => words.includes(word)))) return 'family'
  if (given.length > 0 && (alike.given || given.every((word) => words.includes(word)))) return 'given'
  return 'none'
}

export function wordsOf(name: string | null | undefined): readonly string[] {
  return folded(name ?? '')
    .split(' ')
    .filter(Boolean)
}

const same = (one: readonly string[], other: readonly string[]) => one.length > 0 && one.join(' ') === other.join(' ')
