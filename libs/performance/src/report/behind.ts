import type { CaseSeen } from '../figures.js'
import type { Insight } from '../insight.js'
import type { Period } from '../periods/periods.js'
import type { LateEntry } from '../signals/late-entries.js'
import { type CaseChange, caseChanges } from './case-change.js'

/** One thing that a figure counts otherwise than when it was published, and what was recorded about the child since. */
export interface Behind extends CaseChange {
  readonly restrictedTo?: readonly string[] | undefined
  readonly entries: readonly LateEntry[]
}

const AT_ONCE = 1_000

/** Why a figure has changed since it was published: every case that counts otherwise, with the late and corrected entries behind it. */
export async function behindTheChange(
  insight: Insight,
  id: string,
  period: Period,
  knownAt: string,
): Promise<readonly Behind[]> {
  const restricted = new Map<string, readonly string[]>()
  const cases = async function* (asKnownAt?: string) {
    const asked = { from: period.from, to: period.to, ...(asKnownAt ? { asKnownAt } : {}) }
    for (let after: string | undefined, more = true; more; more = after !== undefined) {
      const page = await insight.cases(id, asked, { limit: AT_ONCE, ...(after ? { after } : {}) })
      for (const row of page.cases) {
        if (row.restrictedTo) restricted.set(row.child, row.restrictedTo)
        yield standingOf(row)
      }
      after = page.next
    }
  }
  const changes = await caseChanges(cases(knownAt), cases())
  const children = [...new Set(changes.map(({ child }) => child))]
  const entries = await insight.lateEntries({ children, after: knownAt })
  return changes.map((change) => ({
    ...change,
    restrictedTo: restricted.get(change.child),
    entries: entries.filter(({ child }) => child === change.child),
  }))
}

const standingOf = ({ child, item, standing }: CaseSeen) => ({ child, item, standing })
