import qs from 'qs'
import type { Entries } from './asking.js'

/** The parser of form bodies: `children[0][person][upn]` becomes nested entries. Bounded in depth and number. */
export function parsePosted(text: string): Entries {
  return qs.parse(text, { depth: 5, parameterLimit: 1000, arrayLimit: 100, ignoreQueryPrefix: false })
}
