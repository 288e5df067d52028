/** Where a command writes: its answer on standard output, how it gets on on standard error. */
export interface Io {
  readonly out: (text: string) => void
  readonly progress: (text: string) => void
}

/** The exit codes: done; it found what it looks for (a broken chain, a difference); bad use or bad input. */
export const DONE = 0
export const FOUND = 1
export const BAD = 2
export type ExitCode = typeof DONE | typeof FOUND | typeof BAD

/** The command was not used as it is meant to be, or what it was given cannot be used. A sentence says what to do. */
export class BadUse extends Error {}

export const console: Io = {
  out: (text) => void process.stdout.write(text.endsWith('\n') ? text : `${text}\n`),
  progress: (text) => void process.stderr.write(`${text}\n`),
}
