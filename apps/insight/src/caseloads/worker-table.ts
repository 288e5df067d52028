import type { Caseload } from '@front-door/performance'
import type { WholeTable } from '../tables/table-shown.js'

const columns = [
  { name: 'worker', words: 'Worker', kind: 'text' },
  { name: 'team', words: 'Team', kind: 'text' },
  { name: 'cases', words: 'Open cases', kind: 'count' },
  { name: 'assessments', words: 'With an assessment under way', kind: 'count' },
  { name: 'section47s', words: 'With a section 47 enquiry', kind: 'count' },
  { name: 'protection_plans', words: 'With a child protection plan', kind: 'count' },
  { name: 'cin_plans', words: 'With a child in need plan', kind: 'count' },
  { name: 'overdue', words: 'Overdue', kind: 'count' },
  { name: 'longest', words: 'Days the longest has been open', kind: 'count' },
] as const

/** What each of these workers holds, in the order they come. */
export function workerTable(
  workers: readonly Caseload[],
  named: (worker: string) => string,
  teamNamed: (team: string) => string,
): WholeTable {
  return {
    title: 'By worker',
    notes: [
      'One case may have several of these. Overdue is what was due before that day and not done by its end, but for what has been called off since.',
    ],
    columns,
    rows: workers.map((each) => [
      ...[named(each.worker), each.team === null ? 'Several teams' : teamNamed(each.team), each.cases],
      ...[each.assessments, each.section47s, each.protectionPlans, each.cinPlans, each.overdue, each.longest],
    ]),
  }
}
