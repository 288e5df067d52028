import { describe, expect, it } from '@jest/globals'
import { readDrawing, wordsSaid, wordsSeen } from '../../testing/drawing.js'
import { barChart, funnelChart, sparkLine, trendChart, xmrChart } from './index.js'
import type { Series } from './trend.js'

const years = ['2014/15', '2015/16', '2016/17', '2017/18']
const months = Array.from({ length: 26 }, (_, index) => `Month ${index + 1}`)

const reReferrals: readonly Series[] = [
  { whose: 'council', name: 'Barnsley', values: [21.4, 26.9, 18.8, 17.2] },
  { whose: 'neighbours', name: 'Statistical neighbours', values: [null, null, 17.9, null] },
  { whose: 'england', name: 'England', values: [22.1, null, 21.9, 21.9] },
]
const trend = (series: readonly Series[] = reReferrals) =>
  trendChart({ id: 're-referrals', title: 'Re-referrals', measure: 'percent', periods: years, series })
const bars = (id = 'source') =>
  barChart({
    id,
    title: 'Referrals by source',
    measure: 'count',
    bars: [
      { label: 'Health & "other" <services>', value: 1234 },
      { label: 'Schools', value: null },
      { label: 'Police', value: 2100 },
      { label: 'Housing', value: 'c' },
    ],
  })
const funnel = () =>
  funnelChart({
    id: 'conversion',
    title: 'From contact to plan',
    steps: [
      { label: 'Contacts', value: 1200 },
      { label: 'Referrals', value: 3400, share: { value: 28.333, of: 'contacts' } },
      { label: 'Section 47 enquiries', value: 'c', share: { value: 'c', of: 'referrals' } },
    ],
  })
const changed = [...Array.from({ length: 24 }, (_, index) => 400 + ((index * 37) % 90)), 700, 430]
const variation = () =>
  xmrChart({ id: 'contacts-xmr', title: 'Contacts', measure: 'count', periods: months, values: changed })
const spark = () =>
  sparkLine({
    id: 'spark',
    title: 'Re-referrals',
    measure: 'percent',
    periods: years,
    values: [21.4, null, 18.8, 17.2],
  })

const charts = { trend: trend(), bars: bars(), funnel: funnel(), variation: variation(), spark: spark() }

describe.each(Object.entries(charts))('the %s chart', (_, svg) => {
  const drawing = readDrawing(svg)
  const [root, ...inside] = drawing

  it('is one image to a screen reader, with a name and a description, and nothing inside that says more', () => {
    expect(root).toMatchObject({ name: 'svg', attributes: { role: 'img' } })
    expect(wordsSaid(svg).name).toMatch(/^[A-Z]/)
    expect(wordsSaid(svg).description).toMatch(/\d.*\.$/)
    expect(
      inside.flatMap(({ attributes }) => Object.keys(attributes)).filter((name) => /^aria|^role/.test(name)),
    ).toEqual([])
  })

  it('has no style or script, which the security policy of the pages would refuse', () => {
    expect(drawing.map(({ name }) => name)).not.toEqual(expect.arrayContaining(['style']))
    expect(drawing.map(({ name }) => name)).not.toEqual(expect.arrayContaining(['script']))
    expect(drawing.filter(({ attributes }) => 'style' in attributes)).toEqual([])
  })

  it('draws its words inside the picture, none smaller than body text', () => {
    const { width, height } = root?.attributes ?? {}
    expect(root?.attributes['font-size']).toBe('16')
    expect(drawing.filter(({ name, attributes }) => name !== 'svg' && 'font-size' in attributes)).toEqual([])
    for (const { attributes, text } of drawing.filter(({ name }) => name === 'text')) {
      const x = Number(attributes.x)
      const wide = text.length * 9
      const left = { end: x - wide, middle: x - wide / 2 }[attributes['text-anchor'] ?? ''] ?? x
      expect({ text, fits: left >= 0 && left + wide <= Number(width) }).toEqual({ text, fits: true })
      expect(Number(attributes.y)).toBeLessThanOrEqual(Number(height))
    }
  })

  it('has places that are numbers', () => {
    expect(svg).not.toMatch(/NaN|Infinity|undefined|null/)
  })
})

describe('a trend', () => {
  it('is said in words: every value of a few periods', () => {
    expect(wordsSaid(trend()).description).toBe(
      'Barnsley: 21.4% in 2014/15, 26.9% in 2015/16, 18.8% in 2016/17, 17.2% in 2017/18. ' +
        'Statistical neighbours: not available in 2014/15, not available in 2015/16, 17.9% in 2016/17, ' +
        'not available in 2017/18. ' +
        'England: 22.1% in 2014/15, not available in 2015/16, 21.9% in 2016/17, 21.9% in 2017/18.',
    )
  })

  it('is said by its ends and turns when there are many', () => {
    const values = months.map((_, index) => (index === 3 ? null : index === 7 ? 90 : 50 + index))
    const svg = trendChart({
      id: 'long',
      title: 'In 45 days',
      measure: 'percent',
      periods: months,
      series: [{ whose: 'council', name: 'Barnsley', values }],
    })
    expect(wordsSaid(svg).description).toBe(
      'Barnsley: from 50.0% in Month 1 to 75.0% in Month 26, lowest 50.0% in Month 1, highest 90.0% in Month 8, ' +
        'not available or suppressed in 1 of 26.',
    )
  })

  it('breaks its line where a value is not available, and draws no zero for it', () => {
    const lines = readDrawing(trend()).filter(({ name, attributes }) => name === 'path' && attributes.fill === 'none')
    expect(lines.map(({ attributes }) => attributes.d?.split('M').length)).toEqual([3, 2, 2])
    expect(lines.map(({ attributes }) => attributes.d?.match(/[ML]/g)?.length)).toEqual([3, 1, 4])
  })

  it('tells whose line is whose by dash and by mark, and names each beside its end without overlap', () => {
    const drawing = readDrawing(trend())
    const dashes = drawing
      .filter(({ name, attributes }) => name === 'path' && attributes.fill === 'none')
      .map(({ attributes }) => attributes['stroke-dasharray'])
    expect(new Set(dashes).size).toBe(3)
    const names = drawing.filter(({ name, text }) => name === 'text' && reReferrals.some((one) => one.name === text))
    const places = names.map(({ attributes }) => Number(attributes.y)).sort((a, b) => a - b)
    expect(places).toHaveLength(3)
    expect(Math.min(...places.slice(1).map((place, index) => place - (places[index] ?? 0)))).toBeGreaterThanOrEqual(16)
  })

  it('says of a comparator that has no values that it is not available', () => {
    const svg = trend([
      ...reReferrals.slice(0, 1),
      { whose: 'england', name: 'England', values: [null, null, null, null] },
    ])
    expect(wordsSeen(svg)).toContain('England: not available')
    expect(wordsSaid(svg).description).toContain('England: not available.')
  })

  it('stands when nothing at all is available', () => {
    const svg = trend([{ whose: 'council', name: 'Barnsley', values: [null, null, null, null] }])
    expect(svg).not.toMatch(/NaN|Infinity/)
    expect(wordsSeen(svg)).toContain('Barnsley: not available')
  })
})

describe('a breakdown', () => {
  it('has the longest bar first, what is suppressed or not available last, and every value beside its bar', () => {
    const said = 'Police: 2,100; Health & "other" <services>: 1,234; Housing: suppressed; Schools: not available.'
    expect(wordsSaid(bars()).description).toBe(said)
    expect(wordsSeen(bars())).toEqual(expect.arrayContaining(['2,100', '1,234', 'suppressed', 'not available']))
  })

  it('draws bars as long as their values', () => {
    const widths = readDrawing(bars()).flatMap(({ name, attributes }) =>
      name === 'rect' ? [Number(attributes.width)] : [],
    )
    expect((widths[1] ?? 0) / (widths[0] ?? 1)).toBeCloseTo(1234 / 2100, 3)
    expect(widths.slice(2)).toEqual([0, 0])
  })

  it('may stand twice on one page under two ids', () => {
    const ids = [bars('first'), bars('second')].flatMap((svg) =>
      readDrawing(svg).flatMap(({ attributes }) => attributes.id ?? []),
    )
    expect(ids).toHaveLength(4)
    expect(new Set(ids).size).toBe(4)
  })
})

describe('a funnel', () => {
  it('keeps the order of the steps, and says what share went on', () => {
    expect(wordsSaid(funnel()).description).toBe(
      'Contacts: 1,200; Referrals: 3,400, 28.3% of contacts; ' +
        'Section 47 enquiries: suppressed, share of referrals suppressed.',
    )
  })

  it('has room for all that is said after a bar, however long', () => {
    const few = [
      { label: 'Contacts', value: 109 },
      { label: 'Referrals', value: 100, share: { value: 91.7, of: 'contacts' } },
      { label: 'Child protection plans', value: 0, share: { value: null, of: 'initial child protection conferences' } },
    ]
    const [picture, ...drawn] = readDrawing(funnelChart({ id: 'few', title: 'Few', steps: few }))
    const bars = drawn.filter(({ name }) => name === 'rect').map(({ attributes }) => Number(attributes.width))
    expect(bars[0]).toBeGreaterThan(100)
    expect(bars).toEqual([...bars].sort((one, other) => other - one))
    expect(bars[2]).toBe(0)
    for (const { text, attributes } of drawn.filter(({ name }) => name === 'text'))
      if (attributes['text-anchor'] === undefined)
        expect(Number(attributes.x) + text.length * 9.6).toBeLessThanOrEqual(Number(picture?.attributes.width) + 6)
  })
})

describe('an XmR chart', () => {
  it('names its mean and limits, and the months that signal a change', () => {
    const said = wordsSaid(variation()).description
    expect(said).toMatch(/^Upper limit [\d.]+, Mean [\d.]+, Lower limit [\d.]+\. Outside the limits: Month 25\. No run/)
  })

  it('marks what is outside by a shape of its own', () => {
    const diamonds = readDrawing(variation()).filter(
      ({ name, attributes }) => name === 'path' && (attributes.d?.match(/L/g)?.length ?? 0) === 3,
    )
    // One in the chart and one in the key.
    expect(diamonds).toHaveLength(2)
  })

  it('draws no limit below zero, nor above 100 per cent', () => {
    const wild = xmrChart({ id: 'w', title: 'W', measure: 'percent', periods: years, values: [5, 95, 5, 95] })
    expect(wordsSeen(wild).filter((text) => text.includes('limit '))).toEqual([])
    expect(wordsSeen(wild)).toContain('Mean 50.0%')
  })

  it('says when there are too few values', () => {
    const few = xmrChart({ id: 'f', title: 'F', measure: 'count', periods: ['May'], values: [3] })
    expect(wordsSaid(few).description).toBe('There are too few values to tell usual variation from a change.')
  })
})
