import { describe, expect, it } from '@jest/globals'
import { demoStaff } from '@front-door/identity'
import type { Behind } from '@front-door/performance'
import { behindShown } from './changes-page.js'

const [reader] = demoStaff
if (!reader) throw new Error('There is staff.')

const entry = (child: string, number: number) => ({
  ...{ child, event: `${child}-${number}`, type: 'VisitMade', occurred_at: '2026-07-01' },
  ...{ recorded_at: '2026-07-02T08:00:00.000Z', worker: 'sam.field', team: 'North', corrects: null },
})
const behind = (child: string, item: string, entries: number): Behind => ({
  ...{ child, item, before: 'counted', now: 'not counted' },
  entries: Array.from({ length: entries }, (_, number) => entry(child, number)),
})
const shown = (...all: readonly Behind[]) => behindShown(all, reader, (worker) => worker)

describe('the children behind a change', () => {
  it('stand once each, with every case of theirs, and their later entries are told once', () => {
    expect(shown(behind('A1', 'one', 1), behind('B2', 'two', 0), behind('A1', 'three', 1))).toMatchObject([
      { child: { text: 'A1' }, cases: [{ was: 'counted' }, { was: 'counted' }], entries: [{}], more: [] },
      { child: { text: 'B2' }, cases: [{}], entries: [] },
    ])
  })

  it('show the first of many later entries, and the others when they are asked for', () => {
    const [row] = shown(behind('A1', 'one', 7))
    expect(row).toMatchObject({
      entries: [0, 1, 2].map((number) => ({ href: `/children/A1#event-A1-${number}` })),
      more: [3, 4, 5, 6].map((number) => ({ href: `/children/A1#event-A1-${number}` })),
    })
  })

  it('are one row where the record is restricted to others, which says nothing more', () => {
    const restricted = { ...behind('A1', 'one', 2), restrictedTo: ['somebody.else'] }
    expect(shown(restricted, { ...restricted, item: 'two' })).toEqual([
      { child: 'A1', restricted: true, name: 'Restricted record' },
    ])
  })
})
