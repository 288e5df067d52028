import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { ChildEvent } from '@front-door/case-flow'
import { childEvent } from './reader.js'
import { anEvent } from '../testing/events.js'
import { merged } from './merged.js'

const event = (child: string, version: number, recordedAt: string): ChildEvent =>
  childEvent({ ...anEvent({ id: `${child}-${version}`, recordedAt }), stream: `child-${child}`, version, position: 1 })

const record = (child: string) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { maxLength: 8 })
    .map((minutes) => minutes.map((minute, index) => event(child, index + 1, `2025-06-02T08:0${minute}:00.000Z`)))

describe('the events of merged records', () => {
  it('are all there once, those of each record in its own order', () => {
    fc.assert(
      fc.property(record('A'), record('B'), record('C'), (a, b, c) => {
        const all = merged([a, b, c])
        for (const [child, own] of Object.entries({ A: a, B: b, C: c }))
          expect(all.filter((each) => each.child === child)).toEqual(own)
        expect(all).toHaveLength(a.length + b.length + c.length)
      }),
    )
  })

  it('come first from the first record where they were recorded at the same time', () => {
    const [a, b] = [event('A', 1, '2025-06-02T08:00:00.000Z'), event('B', 1, '2025-06-02T08:00:00.000Z')]
    expect(merged([[a], [b]])).toEqual([a, b])
  })

  it('are in order of when they were recorded where each record is', () => {
    const sorted = (child: string) =>
      record(child).map((events) => [...events].sort((one, other) => (one.recordedAt < other.recordedAt ? -1 : 1)))
    fc.assert(
      fc.property(sorted('A'), sorted('B'), (a, b) => {
        const times = merged([a, b]).map(({ recordedAt }) => recordedAt)
        expect(times).toEqual([...times].sort())
      }),
    )
  })
})
