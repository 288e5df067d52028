import { Readable } from 'node:stream'
import { StreamableFile } from '@nestjs/common'
import { Problem } from '@front-door/door'
import { type Book, ODS, TooLongForASheet, XLSX, csvOf, odsOf, xlsxOf } from '@front-door/performance'

/** The files that what is shown can be had as, and what people call them. */
export const files = { csv: 'CSV', xlsx: 'Excel', ods: 'OpenDocument' } as const
export type FileKind = keyof typeof files

/** Where what a page shows can be had as a file. */
export function filesAt(path: string, query: Readonly<Record<string, string>>) {
  return Object.entries(files).map(([as, text]) => ({
    text,
    href: `${path}/file?${new URLSearchParams({ ...query, as })}`,
  }))
}

export function fileKindIn(as: unknown): FileKind {
  if (typeof as === 'string' && Object.hasOwn(files, as)) return as as FileKind
  throw notOneOf('as', Object.keys(files))
}

/** Which of the tables of a page is asked for: the first unless told. */
export function partIn<P extends string>(of: unknown, parts: readonly [P, ...P[]]): P {
  const part = of === undefined ? parts[0] : parts.find((each) => each === of)
  if (part) return part
  throw notOneOf('of', parts)
}

/** Something else was asked for than there is. */
export function notOneOf(field: string, known: readonly string[]): Problem {
  const message = `Ask for ${known.join(', ')}.`
  return new Problem('invalid', message, [{ field, rule: 'one-of', message }])
}

/** The tables of a page as a file. A CSV file holds one table: the first. */
export async function handOut(as: FileKind, book: Book): Promise<StreamableFile> {
  const named = `${book.title.replaceAll(/[^A-Za-z0-9 .-]+/g, '').trim()}.${as}`
  const disposition = `attachment; filename="${named}"`
  const [first] = book.tables
  if (as === 'csv' && first)
    return new StreamableFile(Readable.from(csvOf(first, { bom: true })), {
      type: 'text/csv; charset=utf-8',
      disposition,
    })
  try {
    if (as === 'ods') return new StreamableFile(await odsOf(book), { type: ODS, disposition })
    return new StreamableFile(await xlsxOf(book), { type: XLSX, disposition })
  } catch (error) {
    if (error instanceof TooLongForASheet) throw new Problem('invalid', error.message)
    throw error
  }
}
