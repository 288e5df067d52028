import type { Listener } from './parse.js'

/** One element: its name, the line it starts on, its own text (trimmed) and the elements within it. */
export interface Entry {
  readonly name: string
  readonly line: number
  readonly text: string
  readonly within: readonly Entry[]
}

interface Growing extends Entry {
  text: string
  readonly within: Growing[]
}

/** Gathers each element of these names, with everything in it, and hands it over when it ends. Keeps nothing else. */
export function gathering(names: readonly string[], found: (entry: Entry) => void): Listener {
  const open: Growing[] = []
  return {
    open(name, { line }) {
      const parent = open.at(-1)
      if (!parent && !names.includes(name)) return
      const entry: Growing = { name, line, text: '', within: [] }
      parent?.within.push(entry)
      open.push(entry)
    },
    text(text) {
      const entry = open.at(-1)
      if (entry) entry.text += text
    },
    close() {
      const entry = open.pop()
      if (!entry) return
      entry.text = entry.text.trim()
      if (open.length === 0) found(entry)
    },
  }
}

/** Everything within an entry, at any depth, in the order of the file. */
export function everythingIn(entry: Entry): readonly Entry[] {
  return entry.within.flatMap((each) => [each, ...everythingIn(each)])
}

/** Whether there is no text in it at all. */
export function isEmpty(entry: Entry): boolean {
  return entry.text === '' && entry.within.every(isEmpty)
}
