/** The latest answers, by what was asked: the same is not worked out twice. What failed is not kept. */
export interface Recent<V> {
  of(key: string, work: () => V): V
  clear(): Promise<void>
}

/** Keeps so many; `dropped` is told of each that is kept no longer. */
export function recent<V extends Promise<unknown>>(
  limit: number,
  dropped: (value: V) => void = () => undefined,
): Recent<V> {
  const kept = new Map<string, V>()
  return {
    of(key, work) {
      const found = kept.get(key) ?? work()
      kept.delete(key)
      kept.set(key, found)
      found.catch(() => kept.delete(key))
      for (const [oldest, value] of kept) {
        if (kept.size <= limit) break
        kept.delete(oldest)
        dropped(value)
      }
      return found
    },
    async clear() {
      const all = [...kept.values()]
      kept.clear()
      await Promise.allSettled(all)
      all.forEach(dropped)
    },
  }
}
