import { Problem } from '@front-door/door'

/** The version of If-Match: the ETag with which the child was read. `*`, or none, expects nothing. */
export function versionExpected(ifMatch: string | undefined): number | undefined {
  if (ifMatch === undefined || ifMatch.trim() === '*') return undefined
  const version = /^"(\d{1,9})"$/.exec(ifMatch.trim())?.[1]
  if (version !== undefined) return Number(version)
  const message = 'Send the ETag as it came when you read the child, like "12", or *.'
  throw new Problem('invalid', message, [{ field: 'If-Match', rule: 'etag', message }])
}
