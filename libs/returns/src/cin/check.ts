import type { Progress } from './xml/decode.js'
import { whyLeftOut } from './elements.js'
import { gathering } from './xml/entry.js'
import { CinFileError } from './xml/failure.js'
import { type CinHeader, headerIn } from './header.js'
import { type Place, passed } from './xml/parse.js'

/** A return that was passed through whole and is well-formed. */
export interface CheckedCin {
  readonly header: CinHeader
  /** How many Child blocks and CINdetails there are. */
  readonly children: number
  readonly episodes: number
  readonly leftOut: readonly LeftOut[]
}

/** An element that returns do not have, or that is not recorded, told once however often it occurs. */
export interface LeftOut {
  readonly element: string
  /** The line of the first. */
  readonly line: number
  readonly count: number
  readonly why: string
}

/**
 * Passes through a file without keeping any of it, and tells whether it can be imported: well-formed XML, and a return
 * of the CIN census (root Message, Collection CIN). Throws `CinFileError` at the first place where it is not.
 */
export async function checkCin(file: string, onProgress?: Progress): Promise<CheckedCin> {
  const tally = tallying()
  let header: CinHeader | undefined
  let place: Place = { line: 1, column: 1 }
  const refuse = (says: string): never => {
    throw new CinFileError('not-a-return', file, place.line, place.column, says)
  }
  const headers = gathering(['Header'], (entry) => {
    header ??= headerIn(entry)
    const { collection = 'CIN' } = header
    if (collection.toUpperCase() !== 'CIN')
      refuse('The header that ends here is that of another collection: only CIN is imported.')
  })
  const path: string[] = []
  const listener = {
    ...headers,
    open(name: string, at: Place) {
      place = at
      if (path.length === 0 && name !== 'Message') refuse('This is not a CIN return: its first element is not Message.')
      tally.add(name, path.at(-1), at)
      path.push(name)
      headers.open(name, at)
    },
    close() {
      path.pop()
      headers.close()
    },
  }
  for await (const _ of passed(file, listener, onProgress));
  if (!header && tally.of('Child') === 0) refuse('This is not a CIN return: it has neither a header nor children.')
  const [children, episodes] = [tally.of('Child'), tally.of('CINdetails')]
  return { header: header ?? {}, children, episodes, leftOut: tally.leftOut() }
}

/** Counts the children and episodes, and what is left out, by the element's name. */
function tallying() {
  const counts = new Map<string, number>()
  const leftOut = new Map<string, LeftOut>()
  return {
    add(element: string, parent: string | undefined, { line }: Place) {
      if (element === 'Child' || element === 'CINdetails') counts.set(element, (counts.get(element) ?? 0) + 1)
      const why = whyLeftOut(element, parent)
      if (!why) return
      const first = leftOut.get(element)
      leftOut.set(element, first ? { ...first, count: first.count + 1 } : { element, line, count: 1, why })
    },
    of: (element: string) => counts.get(element) ?? 0,
    leftOut: () => [...leftOut.values()],
  }
}
