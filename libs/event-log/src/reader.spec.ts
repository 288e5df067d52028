import { describe, expect, it } from '@jest/globals'
import type { EventDefinition } from '@front-door/case-flow'
import { anEvent } from '../testing/events.js'
import { type OpenEvent, UnreadableEvent } from './log.js'
import { childEvent, childOf, streamOf, upcast } from './reader.js'

const stored = (differing: Partial<OpenEvent>): OpenEvent => ({
  ...anEvent({ data: { about: 'assessment-1', alone: true }, said: ['seen'] }),
  stream: 'child-A1',
  version: 3,
  position: 17,
  ...differing,
})

describe('reading an event', () => {
  it('gives it as the fold reads it', () => {
    const event = stored({ id: 'e-1', cause: 'c-1' })
    expect(childEvent(event)).toEqual({
      id: 'e-1',
      child: 'A1',
      occurredAt: event.occurredAt,
      recordedAt: event.recordedAt,
      worker: event.worker,
      cause: 'c-1',
      type: 'ChildSeen',
      version: 1,
      data: { about: 'assessment-1', alone: true },
      said: ['seen'],
      prints: event.prints,
    })
  })

  it.each([
    [{ type: 'HoroscopeCast' }, 'HoroscopeCast) cannot be read: nothing here knows this type of event.'],
    [{ schema: 2 }, 'ChildSeen) cannot be read: it is version 2 of its type; here 1 is known.'],
    [{ schema: 0 }, 'ChildSeen) cannot be read: nothing here reads version 0 of its type.'],
    [{ data: { about: 'assessment-1', alone: 'yes' } }, 'ChildSeen) cannot be read: its field alone does not fit.'],
    [{ data: { alone: true } }, 'ChildSeen) cannot be read: its field about does not fit.'],
    [{ data: { about: 'a', mood: 'good' } }, 'ChildSeen) cannot be read: its field mood does not fit.'],
  ])('stops at what it cannot read, and names it: %o', (differing, says) => {
    expect(() => childEvent(stored(differing))).toThrow(`The event at position 17 (child-A1, version 3, ${says}`)
    expect(() => childEvent(stored(differing))).toThrow(UnreadableEvent)
  })

  it('stops at the event of another kind of stream', () => {
    expect(() => childEvent(stored({ stream: 'review-1' }))).toThrow('its stream is not that of a child.')
  })

  it('knows a child’s stream by its name', () => {
    expect(streamOf('A1')).toBe('child-A1')
    expect(childOf('child-A1')).toBe('A1')
  })
})

describe('reading an event of an earlier version', () => {
  /** Called a mood at first, then a feeling, then one of several. */
  const definition: EventDefinition = {
    type: 'FeelingNoted',
    version: 3,
    fields: {},
    upcasts: {
      1: ({ mood, ...rest }) => ({ ...rest, feeling: mood }),
      2: ({ feeling, ...rest }) => ({ ...rest, feelings: [feeling] }),
    },
  }
  const noted = (schema: number, data: OpenEvent['data']) => stored({ type: 'FeelingNoted', schema, data })

  it('brings its data up to today’s shape, version by version', () => {
    const today = { about: 'a', feelings: ['calm'] }
    expect(upcast(definition, noted(1, { about: 'a', mood: 'calm' }))).toEqual(today)
    expect(upcast(definition, noted(2, { about: 'a', feeling: 'calm' }))).toEqual(today)
    expect(upcast(definition, noted(3, today))).toEqual(today)
  })

  it('leaves what is stored as it was', () => {
    const old = noted(1, { mood: 'calm' })
    upcast(definition, old)
    expect(old.data).toEqual({ mood: 'calm' })
  })

  it('stops at a version that nothing reads', () => {
    expect(() => upcast({ ...definition, upcasts: {} }, noted(2, {}))).toThrow('nothing here reads version 2')
    expect(() => upcast(definition, noted(4, {}))).toThrow('it is version 4 of its type; here 3 is known')
  })
})
