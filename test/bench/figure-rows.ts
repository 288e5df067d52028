import Database from 'better-sqlite3'
import { type Day, addDays, addMonths, englandAndWales2028, workingDaysBetween } from '@front-door/calendar'
import { openRows } from '@front-door/read-models'

const FIRST = '2021-04-01'
const DAYS = 1_900

/**
 * The rows of a council with so many assessments in five years, written straight into the tables that figures are counted
 * from: five referrals to four assessments, two to a child; every twentieth case has a plan, with its reviews and visits.
 */
export async function writeFigureRows(file: string, assessments: number): Promise<void> {
  await (await openRows(file)).close()
  const db = new Database(file)
  db.pragma('synchronous = OFF')
  db.pragma('cache_size = -400000')
  db.exec('CREATE TABLE bench_day (number INTEGER PRIMARY KEY, day TEXT NOT NULL UNIQUE, working INTEGER NOT NULL)')
  db.function('months_after', (day, months) => addMonths(String(day), Number(months)))
  const day = db.prepare('INSERT INTO bench_day VALUES (?, ?, ?)')
  const indexes = db
    .prepare<[], { readonly name: string; readonly sql: string }>(
      "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL",
    )
    .all()
  // Filled after the rows they are of, which is quicker.
  for (const { name } of indexes) db.exec(`DROP INDEX ${name}`)
  db.transaction(() => {
    for (let number = 0; number <= DAYS; number++) {
      const on: Day = addDays(FIRST, number)
      day.run(number, on, workingDaysBetween(FIRST, on, englandAndWales2028))
    }
    db.exec(episodes(Math.ceil(assessments * 1.25)))
    for (const sql of rest) db.exec(sql)
  })()
  for (const { sql } of indexes) db.exec(sql)
  db.close()
}

const id = (kind: string, number: string) =>
  `printf('%08x-${kind}-7000-8000-%012x', (${number}) * 2654435761 % 4294967296, ${number})`
const dayOf = (number: string) => `(SELECT day FROM bench_day WHERE number = ${number})`
/** A day of the five years for each child; for the second referral one up to two and a half years later. */
const FIRST_REFERRAL = 'child * 7919 % 1826'
const GAP = '1 + child * 31 % 900'

const episodes = (many: number) => `
  WITH RECURSIVE n (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM n WHERE n < ${many - 1}),
    both AS (SELECT n, n / 2 AS child, n % 2 AS later FROM n),
    placed AS (SELECT *, ${FIRST_REFERRAL} AS first, ${FIRST_REFERRAL} + ${GAP} AS second FROM both)
  INSERT INTO episode (referral, child, received, received_at, source, worker, team, stage, closure, of_day, previous,
    re_referral, nfa, out_of_hours, domestic_abuse, imported, section47s, conferences, protection_plans, cin_plans,
    authorised_assessments)
  SELECT ${id('0001', 'n')}, ${id('0000', 'child')}, received, received || 'T10:00:00', '2A', 'worker-' || (n % 200),
    'Team ' || (n % 12), 'closed', CASE n % 4 WHEN 0 THEN 'RC8' ELSE 'RC1' END, 1, previous,
    coalesce(previous >= date(received, '-12 months'), 0), n % 5 = 0, 0, 0, 0, 0, 0, 0, 0, 1
  FROM (SELECT n, child, ${dayOf('CASE later WHEN 0 THEN first ELSE second END')} AS received,
    CASE later WHEN 1 THEN ${dayOf('first')} END AS previous FROM placed)
  WHERE received <= '2026-06-30' AND '02-29' NOT IN (substr(received, 6), coalesce(substr(previous, 6), ''))`

const rest = [
  `INSERT INTO child (child, version, stage, recorded_from)
   SELECT child, 1, 'living', min(received) || 'T10:00:00.000Z' FROM episode GROUP BY child`,
  `WITH begun AS (SELECT episode.*, rowid AS n, (SELECT number FROM bench_day WHERE day = received) AS at
     FROM episode WHERE nfa = 0)
   INSERT INTO assessment (assessment, child, referral, started, stage, worker, team, authorised, outcome, nfa, imported,
     days, days_from_referral)
   SELECT ${id('0002', 'n')}, child, referral, began.day, 'authorised', worker, begun.team, ended.day,
     CASE WHEN n % 50 = 0 THEN 'NOT_STATED' WHEN n % 10 < 3 THEN 'NFA' ELSE 'CIN_PLAN' END,
     CASE WHEN n % 50 > 0 THEN n % 10 < 3 WHEN closure IN ('RC8', 'RC9') THEN 1 END, 0,
     ended.working - began.working, ended.working - came.working
   FROM begun JOIN bench_day came ON came.number = at JOIN bench_day began ON began.number = at + 1
     LEFT JOIN bench_day ended ON ended.number = at + 1 + n * 13 % 75 AND ended.day <= '2026-06-30'`,
  `INSERT INTO protection_plan (plan, child, referral, started, category, latest_category, ended, carried_over,
     previous_plans, visits_told)
   SELECT ${id('0003', 'n')}, child, referral, began.day, 'NEG', 'NEG', ended.day, 0, 0, 1
   FROM (SELECT episode.*, rowid AS n, (SELECT number FROM bench_day WHERE day = received) AS at FROM episode
     WHERE rowid % 20 = 0)
   JOIN bench_day began ON began.number = at + 10
   LEFT JOIN bench_day ended ON ended.number = at + 10 + 100 + n % 400 AND ended.day <= '2026-06-30'`,
  `INSERT INTO plan_review (plan, child, kind, held, outcome, number)
   SELECT plan, child, 'protectionPlan', held.day, 'CONTINUE', k.number
   FROM (SELECT *, rowid AS n, (SELECT number FROM bench_day WHERE day = started) AS at FROM protection_plan)
   JOIN (SELECT 1 AS number, 82 AS days UNION ALL SELECT 2, 260 UNION ALL SELECT 3, 435) k
   JOIN bench_day held ON held.number = at + k.days + n % 13
   WHERE held.day <= coalesce(ended, '2026-06-30')`,
  `UPDATE protection_plan SET review_late = late.day FROM (
     WITH held AS (SELECT child, plan, 0 AS number, started AS held FROM protection_plan
         UNION ALL SELECT child, plan, number, held FROM plan_review),
       due AS (SELECT child, plan, months_after(held, CASE number WHEN 0 THEN 3 ELSE 6 END) AS due,
         lead(held) OVER (PARTITION BY child, plan ORDER BY number) AS next FROM held)
     SELECT child, plan, date(min(due), '+1 day') AS day FROM due WHERE next IS NULL OR next > due GROUP BY child, plan
   ) late WHERE late.child = protection_plan.child AND late.plan = protection_plan.plan`,
  `INSERT INTO timescale (child, clock, kind, item, start, referral, stop, due, number, off, met, elapsed)
   SELECT child, 'protectionVisit', 'protectionPlan', plan, start.day, referral,
     CASE WHEN made.day <= coalesce(ended, '2026-06-30') THEN made.day END, due.day, k, 0,
     CASE WHEN made.day <= coalesce(ended, '2026-06-30') THEN made.day <= due.day END, NULL
   FROM (SELECT *, rowid AS n, (SELECT number FROM bench_day WHERE day = started) AS at FROM protection_plan)
   JOIN (WITH RECURSIVE k (k) AS (SELECT 1 UNION ALL SELECT k + 1 FROM k WHERE k < 36) SELECT k FROM k)
   JOIN bench_day start ON start.number = at + 14 * (k - 1)
   JOIN bench_day due ON due.number = at + 14 * k
   JOIN bench_day made ON made.number = at + 14 * k - 3 + CASE WHEN (n + k) % 40 = 0 THEN 5 ELSE 0 END
   WHERE due.day <= coalesce(ended, '2026-06-30')`,
  `UPDATE protection_plan SET (visit_due_first, visit_due_last, visit_late_first, visit_late_last, visit_next) = (
     SELECT min(due) FILTER (WHERE stop IS NOT NULL), max(due) FILTER (WHERE stop IS NOT NULL),
       min(due) FILTER (WHERE met = 0), max(due) FILTER (WHERE met = 0), max(due) FILTER (WHERE stop IS NULL)
     FROM timescale WHERE timescale.child = protection_plan.child AND item = plan AND clock = 'protectionVisit')`,
  `INSERT INTO early_help (early_help, child, started, ended, referral)
   SELECT ${id('0004', 'n')}, child, began.day, ended.day, referral
   FROM (SELECT episode.*, rowid AS n, (SELECT number FROM bench_day WHERE day = received) AS at FROM episode
     WHERE rowid % 8 = 0)
   JOIN bench_day began ON began.number = at + 5
   LEFT JOIN bench_day ended ON ended.number = at + 65 + n % 200 AND ended.day <= '2026-06-30'`,
]
