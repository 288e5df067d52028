import type { Member } from '../family/member.js'

const LETTERS = 'ABCDEFGHJKLMNPQRTUVWXYZ'

/** A unique pupil number with the right check letter, from the child's number in this run. */
export function upnOf({ number }: Member): string {
  const digits = `301${String(number).padStart(9, '0')}`
  const sum = [...digits].reduce((total, digit, index) => total + Number(digit) * (index + 2), 0)
  return LETTERS.charAt(sum % LETTERS.length) + digits
}

/** An NHS number of those that begin with 999, which are given to nobody. */
export function nhsNumberOf({ number }: Member): string {
  return `999${String(number).padStart(7, '0')}`
}
