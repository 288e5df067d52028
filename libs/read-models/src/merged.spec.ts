import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { type FreshEvent, eventsOf } from '@front-door/case-flow'
import type { StoredEvent } from '@front-door/event-log'
import { everything } from '../testing/contract.js'
import { council } from '../testing/council.js'
import { ROWS, compare, projector, rebuild } from './index.js'

const reason = 'They are cousins, not the same child.'

describe('the rows of two records that were merged by mistake', () => {
  let here: Awaited<ReturnType<typeof council>>

  /**
   * Both with a contact and a referral, which have rows in many tables; one merged into the other, and that taken in.
   */
  beforeEach(async () => {
    here = await council()
    for (const child of ['A1', 'B2']) {
      await here.do(child, 'register-person', { givenName: 'Robin', birthDate: '2015-03-04' })
      await here.do(child, 'receive-contact', { source: '6', concern: 'A door was broken.' })
      await here.do(child, 'receive-referral', { source: '6', concern: 'Shouting was heard.' })
      const [referral] = (await here.histories.current(child)).history.state.referrals
      const decision = { outcome: 'NFA', reason: 'Nothing was found.' } as const
      await here.do(child, 'decide-referral', { referral: referral?.id ?? '', ...decision })
    }
    await here.do('A1', 'merge-person', { into: 'B2', reason: 'Same.' })
    await takeIn(await after(0))
  })
  afterEach(() => here.close())

  type Page = readonly StoredEvent[]
  const after = async (position: number): Promise<Page> => {
    const pages: Page[] = []
    for await (const page of here.log.readAll(position)) pages.push(page)
    return pages.flat()
  }
  const takeIn = async (page: Page) => projector(here).take(page, page.at(-1)?.position ?? 0)

  /** Takes the merge back in the records in this order, and tells what was recorded of it. */
  async function parted(...records: readonly string[]): Promise<Page> {
    const end = await here.log.end()
    const children = await Promise.all(
      records.map(async (child) => {
        const { history } = await here.histories.current(child)
        const event = eventsOf(history).find((each) => each.type === 'PersonMerged' && each.child === child)?.id ?? ''
        return { child, input: { event, withdrawn: true, reason } }
      }),
    )
    await here.together('correct-decision', children, 'team-manager')
    return after(end)
  }

  const referralsOf = async () =>
    (await here.rows.db.selectFrom('episode').select('child').orderBy('child').execute()).map(({ child }) => child)

  for (const order of [
    ['A1', 'B2'],
    ['B2', 'A1'],
  ])
    for (const pages of ['one page', 'two pages'])
      it(`are those of each when it is taken back, ${order.join(' before ')}, in ${pages}`, async () => {
        expect(await referralsOf()).toEqual(['B2', 'B2'])
        const page = await parted(...order)
        expect(page.map(({ stream }) => stream)).toEqual(order.map((child) => `child-${child}`))
        if (pages === 'one page') await takeIn(page)
        else for (const event of page) await takeIn([event])
        expect(await referralsOf()).toEqual(['A1', 'B2'])
        expect(await here.rows.checkpoint(ROWS)).toBe(await here.log.end())
        expect(await compare(here, here.rows)).toMatchObject({ differing: [], behind: [] })
        const kept = await everything(here.rows)
        await rebuild(here, { folder: here.folder })
        expect(await everything(here.rows)).toEqual(kept)
      })

  it('stand in one record only, where an earlier log holds half of a withdrawal', async () => {
    const { history } = await here.histories.current('A1')
    const event = eventsOf(history).find(({ type }) => type === 'PersonMerged')?.id ?? ''
    const half: FreshEvent = {
      ...{ id: 'half', child: 'A1', type: 'DecisionCorrected', version: 1, cause: 'half' },
      ...{ occurredAt: '2026-06-01', recordedAt: '2026-06-01T12:00:00.000Z' },
      worker: { id: 'kim.day', role: 'team-manager', team: 'MASH' },
      data: { event, withdrawn: true },
      words: { reason },
    }
    const end = await here.log.end()
    await here.recorder.recall('A1', history.version, [half], 'half', '')
    await takeIn(await after(end))
    expect(await referralsOf()).toEqual(['A1', 'B2'])
    expect(await compare(here, here.rows)).toMatchObject({ differing: [], behind: [] })
  })
})
