import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { parse } from 'csv-parse/sync'
import { follow } from '@front-door/feed'
import { projector } from '@front-door/read-models'
import { council } from '../../../../libs/read-models/testing/council.js'
import { run } from './run.js'

let here: Awaited<ReturnType<typeof council>>
beforeAll(async () => {
  here = await council()
  for (const child of ['A1', 'B2']) {
    await here.do(child, 'register-person', {})
    await here.do(child, 'receive-referral', { source: '6', concern: 'Bruises.' })
  }
})
afterAll(() => here.close())

/** The command as it is typed: what it answers, what it says beside, and its exit code. */
async function kpis(...args: readonly string[]) {
  const [out, progress]: [string[], string[]] = [[], []]
  const io = { out: (text: string) => void out.push(text), progress: (text: string) => void progress.push(text) }
  const code = await run(['kpis', '--data', here.folder, ...args], {}, io)
  return { code, out: out.join(''), said: progress.join('\n') }
}

const june = ['--from', '2026-06-01', '--to', '2026-06-30']

describe('figures on the command line', () => {
  it('are counted from the record itself while nobody keeps the lists, and are the same once somebody does', async () => {
    const derived = await kpis(...june, '--json')
    expect([derived.code, derived.said]).toEqual([0, expect.stringContaining('4 events behind the record')])
    const following = follow(here.log, projector(here))
    await following.reached(await here.log.end())
    const live = await kpis(...june, '--json')
    await following.close()
    expect([live.code, live.said, live.out]).toEqual([0, '', derived.out])
    expect(JSON.parse(live.out)).toContainEqual({
      ...{ id: 'referrals', from: '2026-06-01', to: '2026-06-30', numerator: 2, denominator: null, value: 2 },
    })
  })

  it('are told in words, as CSV, and by parts', async () => {
    const { out } = await kpis(...june, '--ids', 'referrals,re-referrals')
    expect(out).toContain('2  Referrals  [referrals]')
    expect(out).toContain('0.0%  Re-referrals within 12 months  (0 of 2)')
    const csv = await kpis(...june, '--ids', 'referrals', '--by', 'source', '--csv')
    expect(parse(csv.out, { columns: true })).toMatchObject([
      { id: 'referrals', part: '', value: '2' },
      { id: 'referrals', part: 'group', code: '6', part_name: 'Police', value: '2' },
    ])
  })

  it('are not available of a year before the record begins, and say where it begins in the year they are asked of', async () => {
    const before = await kpis('--from', '2025-04-01', '--to', '2026-03-31', '--ids', 're-referrals')
    expect(before.out).toMatch(/not available {2}Re-referrals[^]*The record begins on 1 June 2026\./)
    const csv = await kpis('--from', '2025-04-01', '--to', '2026-03-31', '--ids', 'referrals', '--csv')
    expect(parse(csv.out, { columns: true })).toMatchObject([
      { value: '[x]', unavailable: 'The record begins on 1 June 2026.' },
    ])
    const within = await kpis('--from', '2026-04-01', '--to', '2026-06-30', '--ids', 'referrals')
    expect(within.out).toContain('The record begins on 1 June 2026: of the days before, not all is counted.')
  })

  it('say so where they are a rehearsal, or as known at another time', async () => {
    const tried = await kpis(...june, '--ids', 'referrals-decided-1wd', '--settings', 'decision-limit=3')
    expect(tried.out).toContain('REHEARSAL: Working days a decision on a referral may take: 3')
    const known = await kpis(...june, '--ids', 'referrals', '--as-known-at', '2026-05-31')
    expect(known.out).toContain('as known on 31 May 2026')
    expect(known.out).toContain('The period begins after 31 May 2026')
  })

  it('name what cannot be asked', async () => {
    for (const [args, message] of [
      [['--ids', 'nothing'], 'There is no figure called nothing.'],
      [['--from', '2026-06-01'], 'Give both --from and --to'],
      [['--settings', 'decision-limit'], 'Write --settings as ID=VALUE'],
      [['--settings', 'colour=red'], 'There is no setting called colour.'],
      [[...june, '--by', 'colour'], 'Select one of team,'],
    ] as const) {
      const { code, said } = await kpis(...args)
      expect([code, said]).toEqual([2, expect.stringContaining(message)])
    }
  })
})
