/** A place in an ordered list, after which the next page begins: the values it is ordered by, opaque to whoever asks. */
export type PlaceValue = string | number | null

export function placeAfter(values: readonly PlaceValue[]): string {
  return Buffer.from(JSON.stringify(values), 'utf8').toString('base64url')
}

/** The values of a place, or nothing where it is not one with that many. */
export function readPlace(place: string, length: number): readonly PlaceValue[] | undefined {
  try {
    const values: unknown = JSON.parse(Buffer.from(place, 'base64url').toString('utf8'))
    return Array.isArray(values) && values.length === length && values.every(isPlaceValue) ? values : undefined
  } catch {
    return undefined
  }
}

function isPlaceValue(value: unknown): value is PlaceValue {
  return value === null || typeof value === 'string' || typeof value === 'number'
}
