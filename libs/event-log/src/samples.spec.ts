import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { eventDefinitions, historyOf } from '@front-door/case-flow'
import { anEvent } from '../testing/events.js'
import type { OpenEvent } from './log.js'
import { childEvent } from './reader.js'

type Sample = Omit<OpenEvent, 'position' | 'prints'>

/** The open part of events as they stood in a log, one of every type and version there ever was. Nothing is taken out. */
const samples = JSON.parse(
  readFileSync(join(import.meta.dirname, '../testing/samples/stored-events.json'), 'utf8'),
) as readonly Sample[]

describe('every event that was ever stored', () => {
  it.each(samples.map((sample) => [`${sample.type}, version ${sample.schema}`, sample] as const))(
    '%s, is read in the shape of today, and folds',
    (_, sample) => {
      const event = childEvent({ ...anEvent(), ...sample, position: 1, prints: {} })
      expect(event).toMatchObject({ type: sample.type, id: sample.id, occurredAt: sample.occurredAt })
      expect(historyOf(event.child, [event]).version).toBe(1)
    },
  )

  it('has a sample of each version, so that a new one cannot forget those before it', () => {
    const stored = new Set(samples.map(({ type, schema }) => `${type} ${schema}`))
    const versions = eventDefinitions.flatMap(({ type, version }) =>
      Array.from({ length: version }, (_, index) => `${type} ${index + 1}`),
    )
    expect(versions.filter((each) => !stored.has(each))).toEqual([])
  })
})
