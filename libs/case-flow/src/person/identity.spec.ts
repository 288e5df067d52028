import { describe, expect, it } from '@jest/globals'
import { contact, registered, unborn } from '../../testing/steps.js'
import { type Step, given } from '../../testing/story.js'
import { eventsOf, identityOf } from '../index.js'

const identity = (...steps: readonly Step[]) => {
  const { story } = given(...steps)
  return identityOf(eventsOf(story.history()), ({ id }) => story.fresh.find((event) => event.id === id)?.words)
}

describe('who a child is', () => {
  it('is what was last recorded', () => {
    const renamed: Step = (s) =>
      void s.do('correct-person-details', { familyName: 'Sample', reason: 'The school told us.' })
    expect(identity(registered, contact(), renamed)).toEqual({ givenName: 'Robin', familyName: 'Sample' })
  })

  it('follows a correction of the entry itself', () => {
    const slip: Step = (s) =>
      void s.do('correct-decision', {
        event: s.eventId('PersonRegistered'),
        changed: { givenName: 'Robyn' },
        reason: 'A slip.',
      })
    expect(identity(registered, slip)).toEqual({ givenName: 'Robyn', familyName: 'Example' })
  })

  it('is without a name that was emptied, or that somebody took back, and as it was before where another entry told it', () => {
    const on =
      (type: string, rest: object): Step =>
      (s) =>
        void s.do('correct-decision', { event: s.eventId(type), reason: 'Another child.', ...rest })
    const renamed: Step = (s) => void s.do('correct-person-details', { givenName: 'Bo', reason: 'The school told us.' })
    expect(identity(registered, on('PersonRegistered', { changed: { givenName: null } }))).toEqual({
      familyName: 'Example',
    })
    expect(identity(registered, renamed, on('PersonRegistered', { changed: { givenName: null } }))).toMatchObject({
      givenName: 'Bo',
    })
    expect(identity(registered, renamed, on('PersonDetailsCorrected', { changed: { givenName: null } }))).toMatchObject(
      { givenName: 'Robin' },
    )
    expect(identity(registered, renamed, on('PersonDetailsCorrected', { withdrawn: true }))).toMatchObject({
      givenName: 'Robin',
    })
  })

  it('is the family name alone before birth, and nothing where nothing can be read', () => {
    expect(identity(unborn)).toEqual({ familyName: 'Example' })
    expect(identityOf(eventsOf(given(registered).story.history()), () => undefined)).toEqual({})
  })
})
