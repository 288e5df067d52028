import { SaxesParser } from 'saxes'
import { type Progress, UNDECODABLE, textOf } from './decode.js'
import { type CinFailure, CinFileError } from './failure.js'

/** Where the parser stands: the line, and how many characters of it were read. Both count from 1. */
export interface Place {
  readonly line: number
  readonly column: number
}

/** What is told of each tag and text as the file is passed through. Names come without a namespace prefix. */
export interface Listener {
  open(name: string, place: Place): void
  text(text: string): void
  close(): void
}

/** No entry of a return comes near this many characters; without a limit one that never ends would fill the memory. */
const LONGEST = 1_000_000

/**
 * Passes a file through the parser, piece by piece; after each piece the listener has been told of all it held. Nothing
 * is kept of what has passed. Throws `CinFileError` where the file is not well-formed XML or has a DOCTYPE.
 */
export async function* passed(file: string, listener: Listener, onProgress?: Progress): AsyncGenerator<void> {
  const parser = new SaxesParser()
  const refuse = (kind: CinFailure, says: string): never => {
    throw new CinFileError(kind, file, parser.line, Math.max(parser.column, 1), says)
  }
  let lastHeard = 0
  const hear = (what: () => void) => {
    lastHeard = parser.position
    what()
  }
  parser.on('error', (error) => refuse('malformed', sentence(error.message)))
  parser.on('doctype', () => refuse('doctype', 'A DOCTYPE is not read: take it out of the file.'))
  parser.on('opentag', ({ name }) => hear(() => listener.open(localName(name), parser)))
  parser.on('closetag', () => hear(() => listener.close()))
  parser.on('text', (text) => hear(() => listener.text(text)))
  parser.on('cdata', (text) => hear(() => listener.text(text)))

  for await (const text of textOf(file, onProgress)) {
    const broken = text.indexOf(UNDECODABLE)
    parser.write(broken < 0 ? text : text.slice(0, broken))
    if (broken >= 0) refuse('encoding', 'What follows is not UTF-8: save the file as UTF-8, or declare its encoding.')
    if (parser.position - lastHeard > LONGEST)
      refuse('malformed', 'What begins before here is longer than any entry of a return.')
    yield
  }
  parser.close()
  yield
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

/** The parser's words, without the place they begin with, as a sentence. */
function sentence(message: string): string {
  const says = message.replace(/^\d+:\d+: /, '').replace(/\.$/, '')
  return `${says.charAt(0).toUpperCase()}${says.slice(1)}.`
}
