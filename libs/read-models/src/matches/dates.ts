export type DateLikeness = 'same' | 'swapped' | 'one digit' | 'unknown' | 'other'

/** How alike two dates of birth are: people swap day and month, and hit one wrong key. */
export function likenessOfDates(one: string | null | undefined, other: string | null | undefined): DateLikeness {
  if (!one || !other) return 'unknown'
  if (one === other) return 'same'
  if (swapped(one) === other) return 'swapped'
  return differing(one, other) === 1 ? 'one digit' : 'other'
}

function swapped(day: string): string {
  const [year, month, date] = day.split('-')
  return `${year}-${date}-${month}`
}

function differing(one: string, other: string): number {
  return [...one].filter((character, place) => character !== other[place]).length
}
