/** What was used most recently, up to a limit of weight. What was not used for longest is let go of first. */
export interface Recent<Key, Value> {
  get(key: Key): Value | undefined
  set(key: Key, value: Value): void
  delete(key: Key): void
  clear(): void
}

/**
 * Where there is too much, a tenth is let go of at once: in a map, finding the first key takes longer the more keys
 * were taken from its front.
 */
const KEPT_SHARE = 0.9

export function mostRecent<Key, Value>(limit: number, weigh: (value: Value) => number = () => 1): Recent<Key, Value> {
  const kept = new Map<Key, Value>()
  let weight = 0
  const remove = (key: Key) => {
    const value = kept.get(key)
    if (value !== undefined && kept.delete(key)) weight -= weigh(value)
    return value
  }
  const lighten = () => {
    for (const [oldest] of kept) {
      if (weight <= limit * KEPT_SHARE) break
      remove(oldest)
    }
  }
  return {
    get(key) {
      const value = kept.get(key)
      // A map keeps its keys in the order they were put in: the one used goes to the end.
      if (value !== undefined && kept.delete(key)) kept.set(key, value)
      return value
    },
    set(key, value) {
      remove(key)
      kept.set(key, value)
      weight += weigh(value)
      if (weight > limit) lighten()
    },
    delete: remove,
    clear() {
      kept.clear()
      weight = 0
    },
  }
}
