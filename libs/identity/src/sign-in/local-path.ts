/** An address that no page of ours has, to tell whether a path leads away from it. */
const HERE = 'http://front-door.invalid'
const LONGEST = 2_000
/** Going back to these after sign-in would be a circle, or would sign out again. */
const NEVER = /^\/(sign-in|sign-out|signed-out|session)(\/|$)/

/**
 * Where to go after sign-in: what was asked for, if that is a path of this site, and the front page otherwise. A link
 * to our sign-in must not be able to lead on to somebody else's site.
 */
export function localPath(asked: unknown): string {
  if (typeof asked !== 'string' || asked.length > LONGEST) return '/'
  if (!asked.startsWith('/') || /[\\\p{C}]/u.test(asked) || !URL.canParse(asked, HERE)) return '/'
  const { origin, pathname, search, hash } = new URL(asked, HERE)
  const path = pathname + search + hash
  return origin === HERE && !path.startsWith('//') && !NEVER.test(pathname) ? path : '/'
}
