import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { englandAndWales2028 } from '@front-door/calendar'
import { type Figures, countFigures } from '@front-door/performance'
import { defaultPolicy } from '@front-door/policy'
import { type RowStore, openRows } from '@front-door/read-models'
import { yearLines } from '../../apps/insight/src/years/year-table.js'
import { writeFigureRows } from './figure-rows.js'
import { type Counts, inDuckDb } from './in-duckdb.js'
import { line, median, secondsOf } from './measure.js'

const ASSESSMENTS = Number(process.env['FRONT_DOOR_BENCH_ASSESSMENTS'] ?? 1_000_000)
const ROUNDS = 3
const TODAY = '2026-06-30'
const MONTHS = { from: '2022-04-01', to: '2026-03-31' }
const BY_TEAM = ['re-referrals', 'assessments-45wd']

/** The whole year table, every month by team, and the first page of a drill-through; beside DuckDB on the same rows. */
export async function figures(print: (line: string) => void): Promise<void> {
  const folder = mkdtempSync(join(process.env['FRONT_DOOR_BENCH'] ?? tmpdir(), 'front-door-bench-'))
  try {
    const file = join(folder, 'rows.db')
    const made = await secondsOf(() => writeFigureRows(file, ASSESSMENTS))
    const rows = await openRows(file)
    const theirs = await inDuckDb(file, folder)
    print(`${ASSESSMENTS.toLocaleString('en-GB')} assessments in rows, written in ${Math.round(made)} s. Milliseconds.`)
    print(
      'DuckDB has the same rows, and computes the same live: earlier referrals, working days, reviews and visits are looked up.\n',
    )
    const ours = anew(rows)
    print(`${''.padEnd(44)}${'ours'.padStart(10)}${'DuckDB'.padStart(11)}   ratio (range)`)
    print(await beside('the whole year table', () => yearTable(ours()), theirs.yearTable))
    print(await beside('48 months x 12 teams, two figures', () => monthsByTeam(ours()), theirs.monthsByTeam))
    for (const line of await firstPage(ours)) print(line)
    theirs.close()
    await rows.close()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Figures that remember no answer: as they are counted the first time after an event. */
function anew(rows: RowStore): () => Figures {
  const source = {
    live: () => Promise.resolve({ rows, position: 1 }),
    end: () => Promise.resolve(1),
    since: async function* () {},
    histories: async function* () {},
    agreed: { policies: [defaultPolicy], calendars: [englandAndWales2028] },
    populations: {},
    now: () => `${TODAY}T12:00:00.000Z`,
  }
  return () => countFigures(source)
}

async function yearTable(from: Figures): Promise<Counts> {
  const lines = await yearLines(from, TODAY)
  return new Map(
    lines.flatMap(({ kpi, years }) =>
      years.map(
        (year) => [`${kpi.id} ${year.from.slice(0, 4)}`, [year.numerator ?? 0, year.denominator ?? 0]] as const,
      ),
    ),
  )
}

async function monthsByTeam(from: Figures): Promise<Counts> {
  const counts = new Map<string, readonly [number, number]>()
  for (const id of BY_TEAM)
    for (const { from: first, groups = [] } of await from.series(id, { ...MONTHS, by: 'team' }, 'month'))
      for (const { code, numerator, denominator } of groups)
        counts.set(`${id} ${first.slice(0, 7)} ${code}`, [numerator ?? 0, denominator ?? 0])
  return counts
}

/** Both, in turn; they must come to the same. */
async function beside(what: string, our: () => Promise<Counts>, their: () => Promise<Counts>): Promise<string> {
  const took: { readonly ours: number; readonly theirs: number }[] = []
  for (let round = 0; round < ROUNDS; round++) {
    let counts: Counts = new Map()
    let others: Counts = new Map()
    const ours = 1_000 * (await secondsOf(async () => (counts = await our())))
    const theirs = 1_000 * (await secondsOf(async () => (others = await their())))
    mustBeSame(counts, others)
    took.push({ ours, theirs })
  }
  const ratios = took.map(({ ours, theirs }) => ours / theirs)
  return line(what, median(took.map(({ ours }) => ours)), median(took.map(({ theirs }) => theirs)), ratios, 1, true)
}

function mustBeSame(ours: Counts, theirs: Counts): void {
  const different = [...ours].filter(([key, counts]) => String(counts) !== String(theirs.get(key) ?? [0, 0]))
  if (ours.size === 0 || different.length > 0)
    throw new Error(
      `${ours.size} counted; different: ${different.map(([key, counts]) => `${key}: ${counts.join('/')} and ${String(theirs.get(key))}`).join('; ')}`,
    )
}

/** Of a figure that was just seen, as it is opened on its page; and of one that nobody has asked of yet. */
async function firstPage(ours: () => Figures): Promise<readonly string[]> {
  const [seen, anew]: [number[], number[]] = [[], []]
  const year = { from: '2025-04-01', to: '2026-03-31' }
  for (const id of ['assessments-45wd', 're-referrals', 'assessments-nfa'])
    for (let round = 0; round < ROUNDS; round++) {
      const figures = ours()
      await figures.figures({ ...year, ids: [id] })
      seen.push(1_000 * (await secondsOf(() => figures.cases(id, year, {}))))
      const others = ours()
      anew.push(1_000 * (await secondsOf(() => others.cases(id, year, {}))))
    }
  const told = (what: string, took: readonly number[], target = '') =>
    `${what.padEnd(44)}${median(took).toFixed(1).padStart(10)}   at most ${Math.max(...took).toFixed(1)}${target}`
  const met = median(seen) <= 5 ? 'met' : 'NOT MET'
  return [
    told('first page of a drill-through, ms', seen, `   target <= 5.0   ${met}`),
    told('the same of a figure not seen before, ms', anew),
  ]
}
