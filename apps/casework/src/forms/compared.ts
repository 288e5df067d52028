/** Two things side by side before something is recorded about them, and what to think of first. */
export interface Compared {
  readonly caption: string
  readonly head: readonly [string, string]
  readonly rows: readonly { readonly label: string; readonly left: string; readonly right: string }[]
  /** What speaks against it, in sentences: a question to whoever records it, no refusal. */
  readonly warnings: readonly string[]
  /** The answers that stand in the comparison, and need not be told twice. */
  readonly answers: readonly string[]
}
