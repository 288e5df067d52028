const LETTERS = 'ABCDEFGHJKLMNPQRTUVWXYZ'

/**
 * Whether a UPN's check letter is right: each of characters 2 to 13 times its place, summed, modulo 23. Only where
 * they are all digits; a temporary UPN ends in a letter and has no check. Source: CIN census, rule 1510.
 */
export function hasRightCheckLetter(upn: string): boolean {
  const digits = upn.slice(1)
  if (!/^\d{12}$/.test(digits)) return true
  const sum = [...digits].reduce((total, digit, index) => total + Number(digit) * (index + 2), 0)
  return LETTERS[sum % 23] === upn[0]
}
