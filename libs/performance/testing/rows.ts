import { englandAndWales2028 } from '@front-door/calendar'
import { identityOf } from '@front-door/case-flow'
import { defaultPolicy } from '@front-door/policy'
import { type FigureTables, type RowStore, type Rows, openRows, rowsOf } from '@front-door/read-models'
import { type Step, Story } from '../../case-flow/testing/story.js'

const agreed = { policies: [defaultPolicy], calendars: [englandAndWales2028] }

/** A row store in memory, with the rows of what is told of each child. */
export async function storeOf(told: Readonly<Record<string, readonly Step[]>>): Promise<RowStore> {
  const store = await openRows(':memory:')
  await store.replace(
    'rows',
    1,
    Object.entries(told).map(([child, steps]) => ({ child, rows: rowsOfStory(child, steps) })),
  )
  return store
}

function rowsOfStory(child: string, steps: readonly Step[]): Rows {
  const story = new Story(child)
  for (const step of steps) step(story)
  const rows = rowsOf(
    story.history(),
    identityOf([], () => undefined),
    agreed,
  )
  // Every story counts its ids from one: here they are told apart by child.
  return JSON.parse(JSON.stringify(rows).replaceAll('"id-', `"${child}-`)) as Rows
}

type Decision = FigureTables['decision']

/** Decisions as rows, each with what is said of it and otherwise an ordinary one. */
export async function decided(store: RowStore, ...decisions: readonly (Partial<Decision> & { child: string })[]) {
  const ordinary = {
    type: 'ReferralDecided',
    outcome: 'NFA',
    day: '2026-06-02',
    worker: 'sam',
    role: 'screening-social-worker',
    team: 'MASH',
    reason: null,
  }
  for (const [index, decision] of decisions.entries())
    await store.db
      .insertInto('decision')
      .values({
        ...ordinary,
        event: `event-${index}`,
        item: `referral-${index}`,
        referral: `referral-${index}`,
        recorded_at: `2026-06-02T09:00:00.${String(index).padStart(3, '0')}Z`,
        ...decision,
      })
      .execute()
}
