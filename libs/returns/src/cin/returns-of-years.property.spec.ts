import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { Imported, fileWith } from '../../testing/importing.js'
import { childSaying, oneEpisode } from '../../testing/one-episode.js'
import { returnOf } from '../../testing/writing.js'

const RUNS = { numRuns: 100 }
const SECONDS = 60_000

const referenceDate = fc.constantFrom('2024-12-31', '2025-03-31', '2026-03-31')
const referenceDates = fc.tuple(referenceDate, referenceDate, referenceDate, referenceDate).map((all) => all.toSorted())
const bare = (child: string) => `<Message><Children>${child}</Children></Message>`

describe('returns that say otherwise of the same episode', () => {
  it(
    'add nothing when they are read again, in whatever order',
    async () => {
      const four = fc.tuple(oneEpisode, oneEpisode, oneEpisode, oneEpisode)
      const order = fc.array(fc.nat(3), { maxLength: 8 })
      const header = fc.option(referenceDates, { freq: 4 })
      await fc.assert(
        fc.asyncProperty(four, header, order, fc.boolean(), async (all, dates, again, opensWords) => {
          const imported = new Imported(opensWords)
          const files = all.map((said, at) => {
            const child = childSaying(said)
            return fileWith(dates ? returnOf(child, dates[at]) : bare(child), `said-${at}.xml`)
          })
          for (const file of files) await imported.add(file)
          for (const at of [...again, 3, 2, 1, 0]) expect((await imported.add(files[at] ?? '')).events).toEqual([])
        }),
        RUNS,
      )
    },
    SECONDS,
  )

  it(
    'leave what the later one says known, or say that it differs',
    async () => {
      await fc.assert(
        fc.asyncProperty(oneEpisode, oneEpisode, async (earlier, later) => {
          const imported = new Imported()
          await imported.take(returnOf(childSaying(earlier), '2025-03-31'))
          const { lines } = await imported.take(returnOf(childSaying(later), '2026-03-31'))
          const { referrals, protectionPlans } = imported.history('T1').state
          const [{ closedAt, closureReason } = {}] = referrals
          const [{ category, latestCategory } = {}] = protectionPlans
          const known = { ...imported.identity('T1'), closedOn: closedAt, closure: closureReason, category }
          for (const entry of ['upn', 'formerUpn', 'closedOn', 'closure', 'category'] as const)
            if (later[entry] !== undefined) expect([entry, known[entry]]).toEqual([entry, later[entry]])
          const says = `Latest category of abuse: ${later.latestCategory} in the file`
          if (later.latestCategory !== undefined && latestCategory !== later.latestCategory)
            expect(lines).toContainEqual(expect.objectContaining({ says: expect.stringContaining(says) }))
        }),
        RUNS,
      )
    },
    SECONDS,
  )
})
