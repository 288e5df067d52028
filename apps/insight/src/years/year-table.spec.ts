import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type Figure, benchmarkOf } from '@front-door/performance'
import { printed2018 } from '../../../../libs/performance/testing/seed/printed.js'
import { recordSeed } from '../../../../libs/performance/testing/seed/seed.js'
import { figuresDesk } from '../../testing/figures-desk.js'
import { rowsOn } from '../../testing/page.js'
import { yearIds } from './year-table.js'

/** A self-evaluation's column of 2017/18, beside its statistical neighbours and England in 2016/17 (needs N14). */
const printed = [
  ['re-referrals', '17.2%', '17.9%', 21.9],
  ['assessments-nfa', '33.8%', '23.0%', 27.8],
  ['assessments-45wd', '99.4%', '81.2%', 82.9],
  ['assessments-20wd', '37.2%', '27.7%', 35.2],
  // It prints 92.2 for England; what the Department for Education publishes of that year is 92.1.
  ['cp-reviews-on-time', '100.0%', '83.7%', 92.1],
  ['cp-visits-on-time', '99.1%', 'not available', null],
  ['early-help-open', '4,409', 'not available', null],
  ['early-help-started', '1,650', 'not available', null],
] as const

/** What each of them is made of, exactly. */
const madeOf = [
  ['re-referrals', 172, 1_000, 17.2],
  ['assessments-nfa', 338, 1_000, 33.8],
  ['assessments-45wd', 994, 1_000, 99.4],
  ['assessments-20wd', 372, 1_000, 37.2],
  ['cp-reviews-on-time', 100, 100, 100],
  ['cp-visits-on-time', 991, 1_000, 99.1],
  ['early-help-open', 4_409, null, 4_409],
  ['early-help-started', 1_650, null, 1_650],
]

let here: Awaited<ReturnType<typeof figuresDesk>>

beforeAll(async () => {
  here = await figuresDesk('2018-06-29T08:00:00.000Z')
  await recordSeed(here.recorder, printed2018)
}, 60_000)
afterAll(() => here.close())

async function figures(more = '') {
  const year = 'from=2017-04-01&to=2018-03-31'
  const { body } = await here.get(`/api/performance/kpis?${year}&ids=${yearIds.join()}${more}`, 'nat.frost')
  const inAnyOrder: readonly Figure[] = body
  return yearIds.map((wanted) => {
    const { id, numerator, denominator, value } = inAnyOrder.find(({ id }) => id === wanted) ?? {}
    return [id, numerator, denominator, value]
  })
}

describe('the year table of a council, from its own events', () => {
  it('comes out for 2017/18 as the self-evaluation prints it, statistical neighbours beside', async () => {
    const { status, body } = await here.page('/performance/years')
    expect(status).toBe(200)
    const rows = rowsOn(body)
    const [heads = []] = rows
    const [year, neighbours] = [heads.indexOf('2017/18'), heads.indexOf('Statistical neighbours')]
    expect(rows.flatMap((row) => (row.at(-1) === 'Id' ? [] : [[row.at(-1), row[year], row[neighbours]]]))).toEqual(
      printed.map(([id, own, others]) => [id, own, others]),
    )
  })

  it('is made of whole children: the same for whoever asks the API', async () => {
    expect(await figures()).toEqual(madeOf)
  })

  it('is the same counted afresh from the histories as they were known on the last day of the year', async () => {
    expect(await figures('&asKnownAt=2018-03-31')).toEqual(madeOf)
  })

  it('has children on the very boundaries: half of those back, and 25 of those assessed in 45 days', async () => {
    const rehearsed = await figures('&setting.twelve-months=excluded&setting.assessment-limit=44')
    expect(rehearsed.slice(0, 3)).toEqual([
      ['re-referrals', 86, 1_000, 8.6],
      ['assessments-nfa', 338, 1_000, 33.8],
      ['assessments-45wd', 969, 1_000, 96.9],
    ])
  })

  it('stands beside what is published of 2016/17 for England, and what is not is not available', () => {
    expect(yearIds.map((id) => [id, benchmarkOf(id, 'england', 2017)?.value])).toEqual(
      printed.map(([id, , , england]) => [id, england]),
    )
  })

  it('follows that of the year before: so many children were being helped when the year began', async () => {
    const row = rowsOn((await here.page('/performance/years')).body).find((each) => each.at(-1) === 'early-help-open')
    expect(row?.slice(3, 5)).toEqual(['3,866', '4,409'])
  })
})
