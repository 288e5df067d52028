import type { Benchmark } from './benchmark.js'

const source =
  'DfE children in need tables B1, C1, C2, C4 and D3; DfE children’s social work workforce; Local Authority Interactive Tool (2016)'
const release = 'Published figures up to the year ending 31 March 2025'

/** The columns of the table below, by the id of their figure. `icpc-rate` is published and has no figure of its own here. */
const columns = [
  'referrals',
  'referrals-rate',
  're-referrals',
  'referrals-nfa',
  'referrals-not-in-need',
  'assessments-45wd',
  's47',
  's47-rate',
  'icpc',
  'icpc-rate',
  'icpc-15wd',
  'cp-plans-started',
  'cp-repeat-plans',
  'cp-reviews-on-time',
  'cin-open',
  'caseload-mean',
] as const

/** England by year ending 31 March; caseload at 30 September of the same calendar year. Counts are rounded to the nearest 10. */
const years: Readonly<Record<number, readonly (number | null)[]>> = {
  2016: [621470, 536.0, 22.5, 9.9, 25.4, 83.4, 172510, null, 73050, null, 76.7, 63310, 17.9, 93.6, 393910, 16.1],
  2017: [646120, 553.6, 21.9, 10.2, 27.8, 82.9, 185680, 159.1, 76930, 65.9, 77.2, 66410, 18.7, 92.1, 389040, 17.7],
  2018: [655630, 559.6, 21.9, 9.4, 28.5, 82.7, 198090, 169.1, 79470, 67.8, 76.9, 68770, 20.2, 90.5, 404710, 17.4],
  2019: [650930, 553.7, 22.6, 8.1, 29.1, 83.1, 201170, 171.1, 77440, 65.9, 78.7, 66680, 20.8, 91.8, 399510, 16.9],
  2020: [642980, 545.3, 22.6, 6.3, 30.2, 83.8, 201000, 170.5, 77470, 65.7, 77.6, 66380, 21.9, 91.5, 389260, 16.3],
  2021: [597760, 507.1, 22.7, 6.0, 30.5, 87.6, 198790, 168.6, 72580, 61.6, 83.0, 63830, 22.1, 93.2, 388490, 16.3],
  2022: [650270, 552.8, 21.5, 7.6, 28.8, 84.5, 217800, 185.2, 73790, 62.7, 79.2, 64390, 22.7, 89.3, 404310, 16.6],
  2023: [640430, 538.1, 22.4, 7.1, 29.9, 82.5, 225400, 189.4, 74380, 62.5, 78.4, 63870, 23.6, 88.1, 403090, 16.0],
  2024: [621880, 515.7, 22.4, 6.3, 30.3, 84.5, 224520, 186.2, 72250, 59.9, 79.7, 62110, 24.7, 89.8, 399460, 15.4],
  2025: [632830, 519.4, 22.6, 6.5, 30.8, 85.7, 230590, 189.3, 72100, 59.2, 81.4, 61840, 24.5, 90.6, 402400, 15.2],
}

/** What has to be known when a year is compared with others. */
const notes: Readonly<Record<number, string>> = {
  2016: 'As held in the Local Authority Interactive Tool.',
  2020: 'Compare with care: Covid.',
  2021: 'Compare with care: Covid. England totals used an earlier year’s Hackney figures after a cyber attack there.',
  2022: 'Compare with care: Covid. England totals used an earlier year’s Hackney figures after a cyber attack there.',
  2024: 'Hampshire has notes on its data quality.',
}

/** Referrals by group of sources, per cent of all, from the year 2017 on. */
const sources: Readonly<Record<string, readonly number[]>> = {
  Police: [27.5, 28.5, 29.2, 28.7, 32.7, 29.5, 28.8, 28.5, 28.3],
  Schools: [17.7, 18.2, 18.0, 18.2, 13.6, 19.9, 20.1, 20.3, 20.6],
  'Health services': [14.4, 14.8, 14.6, 15.0, 16.0, 14.8, 14.4, 14.7, 15.2],
}

const plain = { area: 'england', source, release } as const

export const england: readonly Benchmark[] = [
  ...Object.entries(years).flatMap(([year, values]) =>
    columns.map((id, at): Benchmark => {
      const note = notes[Number(year)]
      return { ...plain, id, year: Number(year), value: values[at] ?? null, ...(note ? { note } : {}) }
    }),
  ),
  {
    ...plain,
    id: 'assessment-days-median',
    year: 2025,
    value: 33,
    note: 'The quartiles are 17, 33 and 43 working days.',
  },
]

/** England’s referrals by group of sources: beside the groups of the figure. */
export const englandBySource: readonly (Benchmark & { readonly group: string })[] = Object.entries(sources).flatMap(
  ([group, values]) =>
    values.map((value, at) => ({ ...plain, id: 'referrals-by-source', group, year: 2017 + at, value })),
)
