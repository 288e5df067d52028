import { englandAndWales2028 } from '@front-door/calendar'
import { type ChildEvent, type TrailLine, trailOf } from '@front-door/case-flow'
import { defaultPolicy } from '@front-door/policy'
import { Story } from '../../case-flow/testing/story.js'

export const agreed = { policies: [defaultPolicy], calendars: [englandAndWales2028] }

/** A child with an open case: a contact entered late, a priority corrected, an assessment under way. */
export function aCase(): Story {
  const story = new Story()
  const robin = { givenName: 'Robin', familyName: 'Example', birthDate: '2019-03-04' }
  story.do('receive-contact', {
    source: '6',
    domesticAbuse: true,
    concern: 'Shouting was <heard>.\nTwice.',
    person: robin,
  })
  story.do('rate-priority', { about: story.the('contact'), priority: 'AMBER', reason: 'Second call.' })
  const late = { at: '2025-06-03T10:00', now: '2025-06-05T09:00:00.000Z' }
  story.do('decide-contact', { contact: story.the('contact'), outcome: 'CIN_REFERRAL', reason: 'Two calls.' }, late)
  story.do(
    'decide-referral',
    { referral: story.the('referral'), outcome: 'ASSESSMENT', need: 'N1', reason: 'Section 17.' },
    { now: '2025-06-05T10:00:00.000Z' },
  )
  story.do(
    'start-assessment',
    { referral: story.the('referral') },
    { as: 'social-worker', now: '2025-06-06T10:00:00.000Z' },
  )
  const changed = { priority: 'RED', reason: 'Third call.' }
  const correction = { event: story.eventId('PriorityRated'), changed, reason: 'One was overlooked.' }
  story.do('correct-decision', correction, { as: 'team-manager', now: '2025-06-06T11:00:00.000Z' })
  return story
}

/** Its trail, with the words of some events erased. */
export function trailIn(story: Story, erased: readonly string[] = []): readonly TrailLine[] {
  return trailOf(story.history(), wordsIn(story, erased), agreed)
}

export function wordsIn(story: Story, erased: readonly string[] = []) {
  const words = new Map(story.fresh.map((event) => [event.id, event.words]))
  return ({ id, type }: ChildEvent) => (erased.includes(type) ? undefined : words.get(id))
}
