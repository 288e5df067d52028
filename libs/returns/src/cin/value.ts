import { type Day, isDay } from '@front-door/calendar'
import { codes } from '@front-door/case-flow'
import type { Entry } from './xml/entry.js'

/** Something in the file that is not as it should be. Holds no name, no UPN and no date of birth or death. */
export interface Problem {
  /** The line of the file it stands on. */
  readonly line: number
  readonly element: string
  readonly says: string
  /** It is recorded all the same. */
  readonly kept?: boolean
}

/**
 * What a text means, or nothing where it cannot be understood. `note` tells what is odd about one that is kept, in the
 * words that follow the element in a sentence.
 */
export type Reading<V> = (text: string, note: (says: string) => void) => V | undefined

/** A day. Some exports write it as a time at midnight. */
export const aDay: Reading<Day> = (text) => {
  const day = text.replace(/T00:00(:00(\.0+)?)?$/, '')
  return isDay(day) ? day : undefined
}

export const aYesNo: Reading<boolean> = (text) => {
  if (/^(true|1|y|yes)$/i.test(text)) return true
  return /^(false|0|n|no)$/i.test(text) ? false : undefined
}

export const aCount: Reading<number> = (text) => (/^\d{1,3}$/.test(text) ? Number(text) : undefined)

/** A code that a return may hold: not one by which the record says that the return had none. */
export function aCode<C extends string>(list: codes.CodeList<C>): Reading<C> {
  const given = codes.entered(list)
  return (text) => {
    const code = text.toUpperCase()
    return given.has(code) ? code : undefined
  }
}

/** Elements whose values identify the child, by what the report calls them. Their values are never told. */
const identifying: Readonly<Record<string, string>> = {
  LAchildID: 'the LAchildID',
  UPN: 'the UPN',
  FormerUPN: 'the former UPN',
  PersonBirthDate: 'the date of birth',
  ExpectedPersonBirthDate: 'the expected date of birth',
  PersonDeathDate: 'the date of death',
}

/** The value of the one entry of that name among these, if it is there and can be understood. */
export function value<V>(
  among: readonly Entry[],
  name: string,
  reading: Reading<V>,
  problems: Problem[],
): V | undefined {
  const [entry, ...others] = among.filter((each) => each.name === name && each.text !== '')
  if (!entry) return undefined
  for (const { line, text } of others)
    if (text !== entry.text)
      problems.push({ line, element: name, says: `${named(name)} is given more than once. The first is kept.` })
  return understood(entry, reading, problems)
}

/** The values of all entries of these names, each once, in the order of the file. */
export function values<V>(
  among: readonly Entry[],
  names: readonly string[],
  reading: Reading<V>,
  problems: Problem[],
): readonly V[] {
  const found: V[] = []
  for (const entry of among.filter((each) => names.includes(each.name) && each.text !== '' && !each.within.length)) {
    const one = understood(entry, reading, problems)
    if (one === undefined) continue
    const { line, name: element } = entry
    if (found.includes(one)) problems.push({ line, element, says: `${shown(entry)} is given twice. It is kept once.` })
    else found.push(one)
  }
  return found
}

function understood<V>(entry: Entry, reading: Reading<V>, problems: Problem[]): V | undefined {
  const { line, name: element } = entry
  const read = reading(entry.text, (says) =>
    problems.push({ line, element, says: `${shown(entry)} ${says}`, kept: true }),
  )
  if (read === undefined)
    problems.push({ line, element, says: `${shown(entry)} cannot be understood, so it is not recorded.` })
  return read
}

function named(element: string): string {
  const words = identifying[element] ?? element
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** The element with its value; without it where it might identify somebody. A code or a date does not. */
function shown({ name, text }: Entry): string {
  if (name in identifying) return named(name)
  const harmless = /^[A-Za-z0-9.]{1,5}$/.test(text) || /^\d{1,4}([-/.])\d{1,2}\1\d{1,4}(T[\d:.]*)?$/.test(text)
  return harmless ? `${name} ${text}` : `${name}, with a value that is not shown here,`
}
