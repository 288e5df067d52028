import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { shownInWords } from '@front-door/performance'
import { type June, inJune, june } from '../../testing/june.js'
import { rowsOn, textOf } from '../../testing/page.js'

let here: June
beforeAll(async () => {
  here = await inJune()
})
afterAll(() => here.close())

describe('the page of conversion', () => {
  it('has how many went on at each step, as they are counted, and the chart says the same', async () => {
    const { body } = await here.page(`/performance/conversion?${june.page}`)
    const steps = await here.insight.conversion({ from: '2026-06-01', to: '2026-06-30', start: 'contacts' })
    expect(steps[0]).toMatchObject({ name: 'Contacts', count: 1 })
    expect(rowsOn(body).slice(1)).toEqual(
      steps.map(({ name, count, share }) => [
        ...[name, shownInWords(count, 'count')],
        ...(share
          ? [share.value === null ? 'not available' : shownInWords(share.value, 'percent'), share.name]
          : ['-', '-']),
      ]),
    )
    const drawn = textOf(/<svg[^]*?<\/svg>/.exec(body)?.[0] ?? '')
    for (const { name } of steps) expect(drawn).toContain(name)
  })

  it('says of a year before the record begins that it is not available', async () => {
    const year = 'period=2024-04-01/2025-03-31'
    const { body } = await here.page(`/performance/conversion?${year}`)
    expect([body.includes('The record begins on 1 May 2026.'), body.includes('<svg class="app-chart')]).toEqual([
      true,
      false,
    ])
    const file = await here.page(`/performance/conversion/file?${year}&as=csv`)
    expect(file.body).toContain('Contacts,[x],,')
  })
})
