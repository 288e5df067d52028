import { dimensions } from '../breakdown/dimensions.js'
import { type FigureSetting, isRange, settings } from '../settings/settings.js'
import { besideCatalogue, catalogue } from './catalogue.js'
import { type Count, alike, families } from './families.js'
import type { Kpi } from './kpi.js'

const kindsInWords: Readonly<Record<Kpi['kind'], string>> = {
  count: 'a count',
  percent: 'per cent',
  'per-10000': 'for 10,000 children aged 0 to 17',
  'working-days': 'working days',
  ratio: 'cases for each worker',
  breakdown: 'a count for each code',
}

/** The page of all figures: what each means, what it leaves out, and what it can be counted by otherwise. */
export function figuresInMarkdown(): string {
  return [
    '# The figures',
    'Written from `libs/performance/src/catalogue/` by `npm run docs`. Do not edit.',
    'Every figure is one query of cases: each thing that was looked at, whether it is counted, and if not, why. Its value, its parts, its list of cases and its exports all follow from that one query, so they agree to the last digit. ' +
      'Where there is nothing to divide by there is no value, and what is not available is said to be so: neither is a zero.',
    'They are at `GET /api/performance/kpis?from&to[&ids][&by][&asKnownAt][&setting.ID=VALUE]`, their cases at `GET /api/performance/kpis/ID/cases`, and on the command line with `npx front-door kpis` (docs/command-line.md). ' +
      'A period has its first and its last day in it. A snapshot is of the end of its last day, or of today where that is sooner. Imported children count like any others, but returns of the census tell of some things only: a figure begins when all that it is counted from is told of, and everything begins with the first act that was recorded here. A period that is over before then is not available, and of one that the record tells a part of, the answer says so. ' +
      'DfE: a published definition. Local: not published nationally, defined from council practice.',
    `Every figure can be broken down by ${Object.keys(dimensions)
      .map((id) => `\`${id}\``)
      .join(', ')}.`,
    ...catalogue.map(section),
    '## Beside them',
    'Counted where they are asked for by their id.',
    ...besideCatalogue.map(section),
    '## For publication',
    'Counts from 1 to 5 are suppressed, and so is what they could be worked out from. Parts of one whole are suppressed together, and so are numbers that count the same or differ by no more than 5.',
    familiesInMarkdown(),
    '## Settings',
    'What national definitions leave open. Asking with another value than the first named is a rehearsal: nothing is kept of it, and every answer is labelled with it.',
    ['| Setting | What it decides | Values |', '| --- | --- | --- |', ...Object.entries(settings).map(settingRow)].join(
      '\n',
    ),
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n')
}

function familiesInMarkdown(): string {
  const all = (counts: readonly Count[]) => counts.map((count) => `\`${count}\``).join(', ')
  return [
    ...families.map(({ whole, parts }) => `- Of \`${whole}\`: ${all(parts)}`),
    ...alike.map((same) => `- Alike: ${all(same)}`),
  ].join('\n')
}

function section(kpi: Kpi): string {
  const { id, number, name, tag, kind, better, definition, numerator, denominator, period, exclusions, source } = kpi
  const lines = [
    ['Counted', numerator],
    ...(denominator === null ? [] : [['Out of', denominator]]),
    [kpi.snapshot ? 'Snapshot of' : 'Period', period],
    ['What counts', exclusions],
    ...(kpi.looksBack === undefined
      ? []
      : [['Looks back', `${kpi.looksBack} months; where they begin before the record does, the answer says so`]]),
    ...(kpi.beside ? [['Shown beside', kpi.beside.map((other) => other.name).join('; ')]] : []),
    ...(kpi.settings.length > 0 ? [['Depends on', kpi.settings.map((setting) => `\`${setting}\``).join(', ')]] : []),
    ['Source', source],
  ]
  const facts = [
    `\`${id}\``,
    ...(number > 0 ? [`number ${number}`] : []),
    tag === 'DfE' ? 'DfE' : 'local',
    kindsInWords[kind],
  ]
  const direction = better === null ? [] : [`${better} is better`]
  return [
    `### ${name}`,
    [...facts, ...direction].join(' · '),
    definition,
    lines.map(([what, text]) => `- ${what}: ${text}`).join('\n'),
  ].join('\n\n')
}

function settingRow([id, setting]: readonly [string, FigureSetting]): string {
  return `| \`${id}\` | ${setting.words} | ${valuesOf(setting).join('; ')} |`
}

/** The value a figure is counted by unless told, and then the others. */
function valuesOf({ choices, fallback }: FigureSetting): readonly string[] {
  if (isRange(choices)) return [`\`${fallback}\``, `${choices.least} to ${choices.most}`]
  const all = Object.entries(choices).map(([code, text]) => ({ code, text: `\`${code}\` ${text}` }))
  return [...all.filter(({ code }) => code === fallback), ...all.filter(({ code }) => code !== fallback)].map(
    ({ text }) => text,
  )
}
