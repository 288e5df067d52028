import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { localPath } from './local-path.js'

describe('where to go after sign-in', () => {
  it.each(['/', '/children/A1', '/children?name=x&page=2', '/children/A1#trail', '/sign-ins', '/a//b'])(
    'may be the page that was asked for: %s',
    (path) => expect(localPath(path)).toBe(path),
  )

  it.each([
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '/.//evil.example',
    '/x/..//evil.example',
    'https://evil.example',
    'https:evil.example',
    'javascript:alert(1)',
    'evil.example',
    ' /children',
    '',
    `/${'a'.repeat(2_000)}`,
    undefined,
    ['/children'],
  ])('is the front page where another place was asked for: %j', (path) => expect(localPath(path)).toBe('/'))

  it.each(['/sign-in', '/sign-in/callback?code=x', '/sign-out', '/signed-out', '/session', '/x/../sign-in'])(
    'is the front page where it would go round in a circle: %s',
    (path) => expect(localPath(path)).toBe('/'),
  )

  it('is on this site, whatever was asked for', () => {
    const part = fc.constantFrom('/', '\\', '.', '..', ':', '@', '%2f', '%5c', '?', '#', 'https:', 'evil.example', '\t')
    const asked = fc.oneof(
      fc.string(),
      fc.webUrl(),
      fc.array(part).map((parts) => `/${parts.join('')}`),
    )
    fc.assert(
      fc.property(asked, (path) => {
        const { origin } = new URL(localPath(path), 'https://front-door.example')
        expect(origin).toBe('https://front-door.example')
      }),
      { numRuns: 2_000 },
    )
  })
})
