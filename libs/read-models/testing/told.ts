import { type EventType, type Identity, eventsOf, noHistory } from '@front-door/case-flow'
import { type Step, Story } from '../../case-flow/testing/story.js'
import { registered } from '../../case-flow/testing/steps.js'
import { type Rows, rowsOf } from '../src/index.js'
import { agreed } from './council.js'

/** A story of a registered child, told act by act, and the rows that follow from it. */
export function told(...steps: readonly Step[]) {
  const story = new Story()
  for (const step of [registered, ...steps]) step(story)
  return { story, rows: rowsIn(story) }
}

export function rowsIn(story: Story, child = story.child, identity: Identity = {}): Rows {
  return rowsOf(story.histories.get(child) ?? noHistory(child), identity, agreed)
}

/** It is half past nine on that day in London (half past ten in summer). */
export const on =
  (day: string): Step =>
  (story) => {
    story.now = `${day}T09:30:00.000Z`
  }

/** A referral without further action, received and decided on that day. */
export const referredOn =
  (day: string): Step =>
  (story) => {
    on(day)(story)
    story.do('receive-referral', { source: '2A', concern: 'Bruises.', need: 'N1' })
    story.do('decide-referral', { referral: story.the('referral'), outcome: 'NFA', reason: 'Nothing was found.' })
  }

/** A referral received on that day and accepted at once for assessment. */
export const openedOn =
  (day: string): Step =>
  (story) => {
    on(day)(story)
    story.do('receive-referral', { source: '6', concern: 'Shouting.', need: 'N1' })
    story.do('decide-referral', { referral: story.the('referral'), outcome: 'ASSESSMENT', reason: 'To be assessed.' })
  }

/** What one event should have said, or that it should not be there. */
export const corrected =
  (type: string, to: { readonly changed: Readonly<Record<string, unknown>> } | { readonly withdrawn: true }): Step =>
  (story) =>
    void story.do('correct-decision', { event: story.eventId(type), reason: 'A slip.', ...to }, { as: 'team-manager' })

/** An event as an import of a census return brings it. */
export const recalled =
  (type: EventType, occurredAt: string, data: Readonly<Record<string, unknown>>): Step =>
  (story) => {
    const id = `recalled-${eventsOf(story.history()).length + 1}`
    const worker = { id: 'cin-census', role: 'import', team: 'LA 301' } as const
    const recordedAt = '2025-05-01T10:00:00.000Z'
    story.recall({
      id,
      child: story.child,
      type,
      version: 1,
      occurredAt,
      recordedAt,
      worker,
      cause: id,
      data,
      words: {},
    })
  }
