/**
 * The function, its answers remembered by its argument: for texts that come again and again. All is forgotten when
 * there are too many, so a log of any length takes the same memory.
 */
export function remembered<Key, Value>(find: (key: Key) => Value, most = 50_000): (key: Key) => Value {
  const known = new Map<Key, Value>()
  return (key) => {
    const value = known.get(key)
    if (value !== undefined) return value
    if (known.size >= most) known.clear()
    const found = find(key)
    known.set(key, found)
    return found
  }
}
