import { type Seed, partOf, seeded } from './seeded.js'

/** The ids of one family's commands and of what they record: the same again for the same seed, whatever runs beside. */
export interface Ids {
  /** The id of the family's next command. Until the next is asked for, `newId` gives the ids of what it records. */
  nextCommand(): string
  newId(): string
}

/**
 * Every command has a sequence of its own, so that deciding one twice, or finding that it was recorded before, changes
 * the id of nothing that follows.
 */
export function idsFrom(seed: Seed): Ids {
  let commands = 0
  let word = seeded(seed)
  const newId = () => uuid(word(), word(), word(), word())
  return {
    newId,
    nextCommand() {
      commands += 1
      word = seeded(partOf(seed, 0, commands))
      return newId()
    },
  }
}

/** Version 8: a UUID made in a way of one's own (RFC 9562). */
function uuid(a: number, b: number, c: number, d: number): string {
  const [one, two, three, four] = [hex(a), hex(b), hex(c), hex(d)]
  const variant = '89ab'.charAt(c & 3)
  return `${one}-${two.slice(0, 4)}-8${two.slice(5)}-${variant}${three.slice(1, 4)}-${three.slice(4)}${four}`
}

const hex = (word: number) => word.toString(16).padStart(8, '0')

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * The ids of the children of one invented council: S, four letters or digits of the run and the number of the child.
 * Ids that the program gives begin with F, so that nobody takes one for the other.
 */
export function childIdsOf(seed: Seed): (number: number) => string {
  const run = [0, 5, 10, 15].map((shift) => LETTERS.charAt((seed[2] >>> shift) & 31)).join('')
  return (number) => `S${run}${String(number).padStart(6, '0')}`
}
