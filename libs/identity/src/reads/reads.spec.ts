import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import type { Read, Reads } from './reads.js'
import { openReads } from './sqlite.js'

let folder: string
let file: string
let reads: Reads

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'reads-'))
  file = join(folder, 'kept', 'reads.db')
  reads = openReads(file)
})
afterEach(async () => {
  await reads.close()
  rmSync(folder, { recursive: true })
})

const jo = { worker: 'jo.reed', role: 'screening-social-worker', team: 'Front Door' } as const
const trail = (child: string, more: Partial<Read> = {}): Read => ({
  at: '2025-06-02T09:30:00.000Z',
  ...jo,
  what: 'trail',
  child,
  ...more,
})
const search: Read = {
  at: '2025-06-02T09:31:00.000Z',
  ...jo,
  what: 'search',
  search: { results: 3, fields: ['familyName', 'birthDate'] },
}

describe('the log of reads', () => {
  it('says who looked at a child, newest first', async () => {
    await reads.append(trail('A1', { purpose: 'audit', requestId: 'req-1' }))
    await reads.append(trail('B2'))
    await reads.append(trail('A1', { worker: 'val.brook', role: 'reviewer', team: 'Peer Review' }))
    const { reads: found, next } = await reads.ofChild('A1')
    expect(found).toEqual([
      { ...trail('A1', { worker: 'val.brook', role: 'reviewer', team: 'Peer Review' }), position: 3 },
      { ...trail('A1', { purpose: 'audit', requestId: 'req-1' }), position: 1 },
    ])
    expect(next).toBeUndefined()
  })

  it('says what a worker looked at, searches too: how many were found by which fields', async () => {
    await reads.append(trail('A1'))
    await reads.append(search)
    await reads.append(trail('A1', { worker: 'val.brook', role: 'reviewer' }))
    await reads.append({ ...search, search: { results: 0, fields: [] } })
    expect((await reads.ofWorker('jo.reed')).reads).toEqual([
      { ...search, search: { results: 0, fields: [] }, position: 4 },
      { ...search, position: 2 },
      { ...trail('A1'), position: 1 },
    ])
  })

  it('knows nothing of a child nobody looked at', async () => {
    expect(await reads.ofChild('A1')).toEqual({ reads: [] })
  })

  it('gives every read once, page by page, also while more are added', async () => {
    let run = 0
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 12 }), async (count, limit) => {
        const child = `C${(run += 1)}`
        await Promise.all(Array.from({ length: count }, (_, i) => reads.append(trail(child, { requestId: `r${i}` }))))
        const seen: (string | undefined)[] = []
        let before: number | undefined
        do {
          const page = await reads.ofChild(child, before === undefined ? { limit } : { limit, before })
          expect(page.reads.length).toBeLessThanOrEqual(limit)
          seen.push(...page.reads.map(({ requestId }) => requestId))
          before = page.next
          if (before !== undefined) await reads.append(trail(child, { requestId: 'late' }))
        } while (before !== undefined)
        expect(seen).toEqual(Array.from({ length: count }, (_, i) => `r${count - 1 - i}`))
      }),
      { numRuns: 30 },
    )
  })

  it('keeps what was read when it is closed and opened again, and what was still on its way', async () => {
    await reads.append(trail('A1'))
    const onItsWay = reads.append(trail('A1', { worker: 'val.brook', role: 'reviewer' }))
    await reads.close()
    await onItsWay
    reads = openReads(file)
    expect((await reads.ofChild('A1')).reads.map(({ worker }) => worker)).toEqual(['val.brook', 'jo.reed'])
  })

  it('is on disk when it says so: another program sees the read at once', async () => {
    await reads.append(trail('A1'))
    const other = new Database(file, { readonly: true })
    expect(other.prepare('SELECT child FROM reads').pluck().all()).toEqual(['A1'])
    other.close()
  })

  it('can be read by the owner of the file alone', () => {
    for (const name of ['', '-wal', '-shm']) expect(statSync(file + name).mode & 0o777).toBe(0o600)
  })
})

describe('a read that cannot be kept', () => {
  it.each<[string, Partial<Read>]>([
    ['at', { at: 'yesterday' }],
    ['worker', { worker: 'Jo Reed' }],
    ['role', { role: 'king' as never }],
    ['team', { team: 'North\nSouth' }],
    ['what', { what: 'trail of Robin Example' }],
    ['child', { child: 'Robin Example' }],
    ['purpose', { purpose: 'Grandmother rang' as never }],
    ['purpose', { purpose: 'curiosity' as never }],
    ['requestId', { requestId: 'for Robin Example' }],
    ['search', { search: { results: 1, fields: ['Robin Example'] } }],
    ['search', { search: { results: -1, fields: [] } }],
  ])('is refused, and the error does not repeat it: %s', async (part, wrong) => {
    const error: unknown = await reads.append(trail('A1', wrong)).catch((caught: unknown) => caught)
    expect(error).toMatchObject({ name: 'ReadNotKept', message: expect.stringMatching(new RegExp(`: ${part}\\.$`)) })
    expect(String(error)).not.toMatch(/Robin|Grandmother/)
    expect((await reads.ofWorker('jo.reed')).reads).toEqual([])
  })

  it('is refused when the log is closed', async () => {
    await reads.close()
    await expect(reads.append(trail('A1'))).rejects.toThrow('does not hold this read. It is closed.')
  })

  it('is refused with all others of its turn when the disk will not take them', async () => {
    const other = new Database(file)
    other.exec('DROP TABLE reads')
    other.close()
    const answers = await Promise.allSettled([reads.append(trail('A1')), reads.append(trail('B2'))])
    for (const answer of answers)
      expect(answer).toMatchObject({ status: 'rejected', reason: { name: 'ReadNotKept', cause: expect.anything() } })
  })
})
