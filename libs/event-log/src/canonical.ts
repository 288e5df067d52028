/**
 * JSON in one written form (after RFC 8785): keys sorted by their UTF-16 units, no white space, `undefined` entries
 * left out. The same content always gives the same text, so it can be hashed. Throws `TypeError` for what JSON cannot
 * say.
 */
export function canonical(value: unknown): string {
  // What is in order as it stands is the rule, and one native call is several times faster.
  return isInOrder(value) ? JSON.stringify(value) : written(value)
}

function isInOrder(value: unknown): boolean {
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return true
  if (typeof value === 'number') return Number.isFinite(value)
  if (Array.isArray(value)) return value.every(isInOrder)
  return isRecord(value) && hasKeysInOrder(value)
}

function hasKeysInOrder(record: Readonly<Record<string, unknown>>): boolean {
  let before = ''
  for (const name in record) {
    if (name < before || !isInOrder(record[name])) return false
    before = name
  }
  return true
}

function written(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(written).join(',')}]`
  if (isRecord(value)) return `{${entriesOf(value).join(',')}}`
  if (isInOrder(value)) return JSON.stringify(value)
  throw new TypeError(`${String(value)} cannot be written as JSON.`)
}

function entriesOf(record: Readonly<Record<string, unknown>>): readonly string[] {
  const names = Object.keys(record).filter((name) => record[name] !== undefined)
  return names.sort().map((name) => `${JSON.stringify(name)}:${written(record[name])}`)
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return Object.prototype.toString.call(value) === '[object Object]'
}
