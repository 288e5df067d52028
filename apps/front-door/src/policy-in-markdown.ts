import { limitInWords } from '@front-door/calendar'
import type { Policy } from '@front-door/policy'

/** The page of the default policy, and how a council adds its own versions. */
export function policyInMarkdown({ version, effective, timescales, thresholds, may, agencies }: Policy): string {
  const times = Object.entries(timescales).map(
    ([id, { words, limit, basis, source }]) =>
      `| \`${id}\` | ${words} | ${limitInWords(limit)} | ${basis} | ${source} |`,
  )
  const who = Object.entries(may).map(([what, roles]) => `| \`${what}\` | ${roles.join(', ')} |`)
  const teams = Object.entries(agencies).map(([team, agency]) => `| ${team} | \`${agency}\` |`)
  const example = [
    {
      version: 'ours-2027',
      effective: '2027-04-01',
      timescales: { allocation: { limit: { workingDays: 2 } } },
      may: { 'decide-referral': ['team-manager'] },
      agencies: { 'Northtown Hospital': 'HEALTH' },
      words: { 'contactOutcome.EH_REFERRAL': 'Family Help' },
    },
  ]
  const closure = [{ version: 'ours-2026', effective: '2026-10-01', add: { '2026-12-24': 'Council closed' } }]
  return [
    '# Policy and calendar',
    'Written from `libs/policy` by `npm run docs`. Do not edit.',
    'A policy is what a council has agreed: how long things may take, who may do what, and the words it uses. Each version has a day from which it holds, and a decision is judged by the version in force on its day. ' +
      'The same goes for the working calendar: a due date that was given does not move when a bank holiday is announced later.',
    `The policy that ships is \`${version}\`, in force from ${effective}. A council adds versions in a JSON file (\`FRONT_DOOR_POLICY\`), each written as what it changes in the one before:`,
    `\`\`\`json\n${JSON.stringify(example, null, 2)}\n\`\`\``,
    'Closure days and newly announced bank holidays are added in another (`FRONT_DOOR_CALENDAR`):',
    `\`\`\`json\n${JSON.stringify(closure, null, 2)}\n\`\`\``,
    '## Timescales',
    ['| Clock | What it is | Limit | Basis | Source |', '| --- | --- | --- | --- | --- |', ...times].join('\n'),
    'Working days are Monday to Friday less the bank holidays of England and Wales. The day something starts is day 0; the last day counts. Where the calendar does not know a year, the clock says so and gives no date.',
    '## Thresholds',
    `Recorded more than ${thresholds.lateEntryHours} hours after it happened is a late entry. The history in front of a decision goes back ${thresholds.historyMonths} months. ` +
      `A contact, or a request for advice and support, that is said to have come in more than ${thresholds.longAgoDays} days before it is recorded is asked about once more. ` +
      `A restricted record that was opened in an emergency stays open for ${thresholds.emergencyHours} hours. ` +
      'All four are local settings: a version changes them under `thresholds`.',
    '## Who may do what',
    ['| What | Roles |', '| --- | --- |', ...who].join('\n'),
    '## Which agency a team of partners is',
    'Somebody in the role `partner` sees the information that was asked of the agency of their team, and answers for it. A team that is not named here sees nothing.',
    ['| Team | Agency |', '| --- | --- |', ...teams].join('\n'),
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n')
}
