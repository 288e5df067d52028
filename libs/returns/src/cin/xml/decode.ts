import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { TextDecoder } from 'node:util'
import { CinFileError } from './failure.js'

/** How far reading has come, in bytes. */
export type Progress = (done: { readonly bytes: number; readonly of: number }) => void

/** What stands where bytes were not of the encoding. */
export const UNDECODABLE = '\uFFFD'

const DECLARED = /^<\?xml[^>]*?\bencoding\s*=\s*["']([\w.:-]+)["']/
const UTF8 = ['utf-8', 'utf8', 'us-ascii', 'ascii']
/** Windows-1252 holds all that ISO-8859-1 does, and is what most files that declare the latter are written in. */
const LATIN = ['iso-8859-1', 'latin1', 'windows-1252', 'cp1252']

/** The text of a file, piece by piece, in the encoding its first line declares (UTF-8 unless told; a BOM is dropped). */
export async function* textOf(file: string, onProgress?: Progress): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined
  let bytes = 0
  try {
    const { size } = await stat(file)
    for await (const piece of createReadStream(file) as AsyncIterable<Buffer>) {
      decoder ??= decoderFor(file, piece)
      bytes += piece.length
      yield decoder.decode(piece, { stream: true })
      onProgress?.({ bytes, of: size })
    }
  } catch (error) {
    throw isSystemError(error) ? new CinFileError('unreadable', file, 0, 0, `Cannot be read (${error.code}).`) : error
  }
  yield decoder?.decode() ?? ''
}

function decoderFor(file: string, start: Buffer): TextDecoder {
  const declared = DECLARED.exec(start.toString('latin1', 0, 200))?.[1] ?? 'utf-8'
  const name = declared.toLowerCase()
  if (UTF8.includes(name)) return new TextDecoder('utf-8')
  if (LATIN.includes(name)) return new TextDecoder('windows-1252')
  throw new CinFileError('encoding', file, 1, 1, `The encoding ${declared} is not read here: save the file as UTF-8.`)
}

/** Told by its parts: an error of the file system is not always an `Error` of this realm. */
function isSystemError(error: unknown): error is { readonly code: string; readonly syscall: string } {
  return typeof error === 'object' && error !== null && 'syscall' in error && 'code' in error
}
