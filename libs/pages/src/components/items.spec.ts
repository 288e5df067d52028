import { describe, expect, it } from '@jest/globals'
import { Story } from '../../../case-flow/testing/story.js'
import { itemInWords } from './items.js'

describe('an item in words', () => {
  type Source = '6' | '2A'
  const contactAt = (story: Story, at: string, source: Source) =>
    story.do('receive-contact', { source, concern: 'Heard.' }, { at, now: '2025-06-10T10:00:00.000Z' })
  const told = (...contacts: readonly (readonly [string, Source])[]) => {
    const story = new Story()
    for (const [at, source] of contacts) contactAt(story, at, source)
    const { state } = story.history()
    return state.contacts.map(({ id }) => itemInWords(state, id))
  }

  it('is told by its day, where it is the only one of its kind then', () => {
    expect(told(['2025-06-03T10:15+01:00', '6'], ['2025-06-04T10:15+01:00', '6'])).toEqual([
      'contact of 3 June 2025',
      'contact of 4 June 2025',
    ])
  })

  it('is told by its time, where that is known, and by who told of it, where there are several on a day', () => {
    expect(told(['2025-06-03T10:15+01:00', '6'], ['2025-06-03T14:05+01:00', '2A'], ['2025-06-03', '2A'])).toEqual([
      'contact of 3 June 2025 at 10:15am, police',
      expect.stringMatching(/^contact of 3 June 2025 at 2:05pm, .*school/),
      expect.stringMatching(/^contact of 3 June 2025, .*school/),
    ])
  })

  it('is nothing where there is no such item', () => {
    expect(itemInWords(new Story().history().state, 'none')).toBeUndefined()
  })
})
