/** What was used lately, up to a limit of weight. What has not been used for long is let go of first. */
export interface Recent<Key, Value> {
  get(key: Key): Value | undefined
  set(key: Key, value: Value): void
  delete(key: Key): void
  clear(): void
}

interface Entry<Value> {
  value: Value
  weight: number
  /** Since it was put in, or last looked at to be let go of. */
  used: boolean
}

/** Where there is too much, a tenth is let go of at once: to find the first key of a map anew each time takes long. */
const KEPT_SHARE = 0.9

/**
 * What was used gets a second chance when its turn to go has come ("clock"). To be used costs nothing then: a map that
 * kept its keys in the order of their use would be written to with every look.
 */
export function mostRecent<Key, Value>(limit: number, weigh: (value: Value) => number = () => 1): Recent<Key, Value> {
  const kept = new Map<Key, Entry<Value>>()
  let weight = 0
  const remove = (key: Key) => {
    const entry = kept.get(key)
    if (entry && kept.delete(key)) weight -= entry.weight
    return entry
  }
  const lighten = () => {
    for (const [key, entry] of kept) {
      if (weight <= limit * KEPT_SHARE) break
      remove(key)
      if (entry.used) put(key, entry.value, entry.weight)
    }
  }
  const put = (key: Key, value: Value, heavy: number) => {
    kept.set(key, { value, weight: heavy, used: false })
    weight += heavy
  }
  return {
    get(key) {
      const entry = kept.get(key)
      if (!entry) return undefined
      entry.used = true
      return entry.value
    },
    set(key, value) {
      const entry = kept.get(key)
      const heavy = weigh(value)
      if (entry) {
        weight += heavy - entry.weight
        entry.value = value
        entry.weight = heavy
        entry.used = true
      } else put(key, value, heavy)
      if (weight > limit) lighten()
    },
    delete: remove,
    clear() {
      kept.clear()
      weight = 0
    },
  }
}
