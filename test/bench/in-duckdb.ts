import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { DuckDBInstance } from '@duckdb/node-api'
import Database from 'better-sqlite3'

/** Numerator and denominator under the figure and the period, or the period and the team: `assessments-45wd 2024`. */
export type Counts = ReadonlyMap<string, readonly [number, number]>

const tables = {
  episode: 'child, referral, received, of_day, team, closure',
  assessment: 'child, referral, started, authorised, outcome, team',
  protection_plan: 'plan, child, started, ended',
  plan_review: 'plan, number, held',
  timescale: 'item, stop, due, met',
  early_help: 'early_help, started, ended',
  bench_day: 'day, working',
}

/** The same rows in DuckDB, and the same figures computed live there, without what our rows know of themselves. */
export async function inDuckDb(rows: string, folder: string) {
  const instance = await DuckDBInstance.create(join(folder, 'figures.duckdb'))
  const db = await instance.connect()
  const from = new Database(rows, { readonly: true })
  for (const [table, columns] of Object.entries(tables)) {
    const file = join(folder, `${table}.csv`)
    const lines = from.prepare<[], unknown[]>(`SELECT ${columns} FROM ${table}`).raw().iterate()
    await pipeline(Readable.from(inCsv(columns, lines)), createWriteStream(file))
    await db.run(`CREATE TABLE ${table} AS SELECT * FROM read_csv('${file}', header = true)`)
  }
  from.close()
  const counted = async (queries: Readonly<Record<string, string>>): Promise<Counts> => {
    const counts = new Map<string, readonly [number, number]>()
    for (const [id, sql] of Object.entries(queries))
      for (const [period, numerator, denominator] of (await db.runAndReadAll(sql)).getRows())
        counts.set(`${id} ${String(period)}`, [Number(numerator), Number(denominator)])
    return counts
  }
  return {
    yearTable: () => counted(yearQueries),
    monthsByTeam: () => counted(monthQueries),
    close: () => {
      db.closeSync()
      instance.closeSync()
    },
  }
}

function* inCsv(columns: string, lines: Iterable<unknown[]>): Generator<string> {
  yield `${columns.replaceAll(' ', '')}\n`
  let page: string[] = []
  for (const line of lines) {
    page.push(line.map((cell) => cell ?? '').join(','))
    if (page.length < 5_000) continue
    yield `${page.join('\n')}\n`
    page = []
  }
  yield `${page.join('\n')}\n`
}

const within = (day: string) => `${day} BETWEEN DATE '2022-04-01' AND DATE '2026-03-31'`
const yearOf = (day: string) => `year(${day}) - (month(${day}) < 4)::int`
const ends = `(SELECT y AS year, make_date(y + 1, 3, 31) AS ends FROM range(2022, 2026) AS r (y))`

const again = `EXISTS (SELECT 1 FROM episode earlier WHERE earlier.child = episode.child
  AND earlier.received < episode.received AND earlier.received >= episode.received - INTERVAL 12 MONTH)`
const reReferrals = (period: string) => `SELECT ${period}, count(*) FILTER (WHERE ${again}), count(*)
  FROM episode WHERE of_day = 1 AND ${within('received')} GROUP BY 1`
const inDays = (limit: number, period: string) =>
  `SELECT ${period}, count(*) FILTER (WHERE ended.working - began.working <= ${limit}), count(*)
  FROM assessment JOIN bench_day began ON began.day = started JOIN bench_day ended ON ended.day = authorised
  WHERE ${within('authorised')} GROUP BY 1`

const yearQueries = {
  're-referrals': reReferrals(yearOf('received')),
  'assessments-nfa': `SELECT ${yearOf('authorised')}, count(*) FILTER (WHERE outcome IN ('NFA', 'STEP_DOWN_EH')
      OR (coalesce(outcome, 'NOT_STATED') = 'NOT_STATED' AND closure IN ('RC8', 'RC9'))), count(*)
    FROM assessment LEFT JOIN episode USING (child, referral) WHERE ${within('authorised')} GROUP BY 1`,
  'assessments-45wd': inDays(45, yearOf('authorised')),
  'assessments-20wd': inDays(20, yearOf('authorised')),
  'cp-reviews-on-time': `WITH held AS (SELECT *, lag(held) OVER (PARTITION BY plan ORDER BY number) AS before FROM plan_review),
    judged AS (SELECT year, protection_plan.plan, ends, started,
      max(held) AS last, coalesce(bool_or(CASE number WHEN 1 THEN held > started + INTERVAL 3 MONTH
        ELSE held > before + INTERVAL 6 MONTH END), false) AS late
    FROM ${ends} JOIN protection_plan ON started <= ends - INTERVAL 3 MONTH AND (ended IS NULL OR ended > ends)
      LEFT JOIN held ON held.plan = protection_plan.plan AND held.held <= ends GROUP BY ALL)
    SELECT year, count(*) FILTER (WHERE NOT late AND NOT coalesce(last + INTERVAL 6 MONTH, started + INTERVAL 3 MONTH) < ends),
      count(*) FROM judged GROUP BY 1`,
  'cp-visits-on-time': `SELECT year, count(*) FILTER (WHERE NOT late), count(*) FROM
    (SELECT ${yearOf('due')} AS year, item, bool_or(stop IS NULL OR met = 0) AS late FROM timescale JOIN protection_plan ON plan = item
      WHERE ${within('due')} AND (ended IS NULL OR ended >= make_date(${yearOf('due')}, 4, 1)) AND (stop IS NOT NULL OR due < make_date(${yearOf('due')} + 1, 3, 31)) GROUP BY ALL) GROUP BY 1`,
  'early-help-open': `SELECT year, count(*), 0 FROM ${ends} JOIN early_help ON started <= ends AND (ended IS NULL OR ended > ends) GROUP BY 1`,
  'early-help-started': `SELECT ${yearOf('started')}, count(*), 0 FROM early_help WHERE ${within('started')} GROUP BY 1`,
}

const month = (day: string, team: string) => `strftime(${day}, '%Y-%m') || ' ' || ${team}`
const monthQueries = {
  're-referrals': reReferrals(month('received', 'team')),
  'assessments-45wd': inDays(45, month('authorised', 'assessment.team')),
}
