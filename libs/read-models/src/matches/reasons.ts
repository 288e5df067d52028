import type { DateLikeness } from './dates.js'
import type { NameLikeness } from './names.js'

export type Ground = 'NHS number' | 'UPN' | 'unborn' | readonly [NameLikeness, DateLikeness]

/** Why two records may be of one child, the strongest ground first. Any other likeness is not told: it would mislead. */
const reasons: readonly (readonly [Ground, string])[] = [
  ['NHS number', 'Same NHS number'],
  ['UPN', 'Same UPN'],
  [['same', 'same'], 'Same name and date of birth'],
  [['known by', 'same'], 'Known by this name, and same date of birth'],
  [['begins', 'same'], 'Name begins the same, and same date of birth'],
  [['same', 'swapped'], 'Same name; day and month of birth the other way round'],
  [['same', 'one digit'], 'Same name; one digit of the date of birth differs'],
  [['known by', 'swapped'], 'Known by this name; day and month of birth the other way round'],
  [['known by', 'one digit'], 'Known by this name; one digit of the date of birth differs'],
  [['family', 'same'], 'Same date of birth and family name'],
  ['unborn', 'Same family name; was expected around this date of birth'],
  [['given', 'same'], 'Same date of birth and given name'],
  [['same', 'unknown'], 'Same name; the date of birth is not known of both'],
  [['known by', 'unknown'], 'Known by this name; the date of birth is not known of both'],
  [['begins', 'unknown'], 'Name begins the same; the date of birth is not known of both'],
]

const byGround = new Map(reasons.map(([ground, words], rank) => [String(ground), { rank, words }]))

/** The reason in words and how strong it is, 0 the strongest. Nothing where it is no reason. */
export function reasonFor(ground: Ground): { readonly rank: number; readonly words: string } | undefined {
  return byGround.get(String(ground))
}
