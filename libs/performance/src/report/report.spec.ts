import { describe, expect, it } from '@jest/globals'
import { caseChanges } from './case-change.js'
import { changesSince } from './change.js'
import type { ReportEvent } from './events.js'
import { UnreadableEvent } from '@front-door/event-log'
import { periodOfStream, reportEvent, streamOfReport } from './read.js'
import { evolve, unwritten } from './report.js'

const worker = { id: 'nat.frost', role: 'performance-analyst', team: 'Performance' }
const figures = [
  { id: 're-referrals', numerator: 20, denominator: 100, value: 20 },
  { id: 'unallocated', numerator: 3, denominator: 50, value: 3 },
  { id: 'icpc-15wd', numerator: 0, denominator: 0, value: null },
]
const written = (words: string, tolerance?: number): ReportEvent => ({
  type: 'CommentaryWritten',
  recordedAt: '2026-07-03T09:00:00.000Z',
  worker,
  data: { kpi: 're-referrals', words, tolerance },
})
const published: ReportEvent = {
  type: 'ReportPublished',
  recordedAt: '2026-07-03T10:00:00.000Z',
  worker,
  data: { position: 1_204, knownAt: '2026-07-03T09:59:59.000Z', figures },
}
const report = (...events: ReportEvent[]) => events.reduce(evolve, unwritten('2026-06-01', '2026-06-30'))

describe('a report', () => {
  it('keeps with every edition what was said when it was published, whatever is said later', () => {
    const { editions, commentary, version } = report(
      written('Fewer.'),
      published,
      written('More, in truth.'),
      published,
    )
    expect(editions.map(({ number, commentary: said }) => [number, said['re-referrals']?.words])).toEqual([
      [1, 'Fewer.'],
      [2, 'More, in truth.'],
    ])
    expect(commentary['re-referrals']?.words).toBe('More, in truth.')
    expect(version).toBe(4)
  })

  it('tells the figures that have changed since an edition, by how much, and whether that is tolerable', () => {
    const [edition] = report(written('Fewer.', 1.5), published).editions
    if (!edition) throw new Error('It was published.')
    expect(changesSince(edition, figures)).toEqual([])
    const now = [
      { id: 're-referrals', numerator: 21, denominator: 100, value: 21 },
      { id: 'unallocated', numerator: 4, denominator: 50, value: 4 },
      { id: 'icpc-15wd', numerator: 1, denominator: 1, value: 100 },
    ]
    expect(changesSince(edition, now).map(({ id, by, judged }) => [id, by, judged])).toEqual([
      ['re-referrals', 1, 'within'],
      ['unallocated', 1, 'changed'],
      ['icpc-15wd', null, 'changed'],
    ])
    const far = [{ id: 're-referrals', numerator: 22, denominator: 100, value: 22 }]
    expect(changesSince(edition, far).map(({ judged }) => judged)).toEqual(['beyond'])
    const gone = [{ id: 're-referrals', numerator: null, denominator: null, value: null, unavailable: 'Gone.' }]
    expect(changesSince(edition, gone).map(({ judged }) => judged)).toEqual(['beyond'])
  })
})

describe('an event of a report', () => {
  const stored = {
    ...{ stream: 'report-2026-06-01-2026-06-30', version: 1, position: 9, id: 'e', schema: 1, worker },
    ...{
      occurredAt: '2026-07-03T10:00:00.000Z',
      recordedAt: '2026-07-03T10:00:00.000Z',
      cause: 'c',
      said: [],
      prints: {},
    },
  }

  it('is read from the stream of its period', () => {
    expect(periodOfStream(streamOfReport({ from: '2026-06-01', to: '2026-06-30' }))).toEqual({
      from: '2026-06-01',
      to: '2026-06-30',
    })
    expect(periodOfStream('child-A1')).toBeUndefined()
    expect(reportEvent({ ...stored, type: 'ReportPublished', data: published.data })).toEqual({
      type: 'ReportPublished',
      data: published.data,
      recordedAt: stored.recordedAt,
      worker,
    })
  })

  it.each([
    ['ReportPublished', { position: 1, knownAt: 'x', figures: [{ id: 1 }] }],
    ['CommentaryWritten', { kpi: 're-referrals' }],
    ['ReportBurnt', {}],
  ])('stops the reader where %s does not fit', (type, data) => {
    expect(() => reportEvent({ ...stored, type, data })).toThrow(UnreadableEvent)
  })
})

describe('two looks at the same cases', () => {
  const each = async function* (...rows: readonly (readonly [string, 'counted' | 'not counted' | 'left out'])[]) {
    for (const [item, standing] of rows) yield { child: 'A1', item, standing }
  }

  it('differ where something counts otherwise, is new, or is gone', async () => {
    const before = each(['a', 'counted'], ['b', 'not counted'], ['c', 'left out'])
    const now = each(['d', 'counted'], ['c', 'counted'], ['b', 'not counted'])
    expect(await caseChanges(before, now)).toEqual([
      { child: 'A1', item: 'd', before: undefined, now: 'counted' },
      { child: 'A1', item: 'c', before: 'left out', now: 'counted' },
      { child: 'A1', item: 'a', before: 'counted', now: undefined },
    ])
  })
})
