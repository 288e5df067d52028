import type { Day } from '@front-door/calendar'
import type { CinChild } from './child.js'
import type { Progress } from './xml/decode.js'
import { type Entry, gathering } from './xml/entry.js'
import { episodeIn } from './episode.js'
import { type CinHeader, headerIn } from './header.js'
import { passed } from './xml/parse.js'
import { personIn } from './person.js'
import type { Problem } from './value.js'

/**
 * The children of a return, one at a time, in the order of the file. A child whose episodes stand in several Child
 * blocks comes once for each block. Throws `CinFileError` where the file turns out not to be well-formed: run
 * `checkCin` first, so that nothing of such a file is written.
 *
 * Of what has passed it keeps the id and the day of each episode, about 150 bytes, to tell apart those that share both.
 */
export async function* readCin(file: string, onProgress?: Progress): AsyncGenerator<CinChild> {
  let header: CinHeader = {}
  let ready: CinChild[] = []
  const ordinals = ordinalsOfFile()
  const listener = gathering(['Header', 'Child'], (entry) => {
    if (entry.name === 'Header') header = headerIn(entry)
    else ready.push(childIn(entry, header, ordinals))
  })
  for await (const _ of passed(file, listener, onProgress)) {
    const children = ready
    ready = []
    yield* children
  }
}

function childIn(entry: Entry, from: CinHeader, ordinals: (id: string, day: Day) => number): CinChild {
  const problems: Problem[] = []
  const { id, ...person } = personIn(entry, problems)
  const ordinalOf = (day: Day | undefined) => (id === undefined || day === undefined ? 0 : ordinals(id, day))
  const episodes = entry.within
    .filter(({ name }) => name === 'CINdetails')
    .map((episode) => episodeIn(episode, ordinalOf))
  return { line: entry.line, id, from, person, episodes, problems }
}

/** Counts the episodes of each child and day. */
function ordinalsOfFile(): (id: string, day: Day) => number {
  const seen = new Map<string, number>()
  return (id, day) => {
    const key = `${id} ${day}`
    const ordinal = seen.get(key) ?? 0
    seen.set(key, ordinal + 1)
    return ordinal
  }
}
