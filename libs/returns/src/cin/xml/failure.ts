/** Why a file was refused: not well-formed, a DOCTYPE, an encoding not read here, not a CIN return, or not to be opened. */
export type CinFailure = 'malformed' | 'doctype' | 'encoding' | 'not-a-return' | 'unreadable'

/**
 * A file that cannot be imported, and where it goes wrong. Nothing of such a file is to be written. Line and column
 * count from 1; both are 0 where the file could not be opened. The sentence holds no value from the file.
 */
export class CinFileError extends Error {
  constructor(
    readonly kind: CinFailure,
    readonly file: string,
    readonly line: number,
    readonly column: number,
    readonly says: string,
  ) {
    super(line > 0 ? `${file}, line ${line}, column ${column}: ${says}` : `${file}: ${says}`)
  }
}
