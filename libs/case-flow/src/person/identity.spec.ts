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

  it('is the family name alone before birth, and nothing where nothing can be read', () => {
    expect(identity(unborn)).toEqual({ familyName: 'Example' })
    expect(identityOf(eventsOf(given(registered).story.history()), () => undefined)).toEqual({})
  })
})
