/** One attempt for all who ask at once. A failed one is forgotten: the next who asks tries again. */
export function shared<T>(attempt: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => {
    made ??= attempt().catch((error: unknown) => {
      made = undefined
      throw error
    })
    return made
  }
}
