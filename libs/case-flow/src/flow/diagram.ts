import { itemKinds } from '../child/index.js'
import type { ItemKind } from '../fields/index.js'
import { kindNames } from './names.js'
import type { Row } from './row.js'
import { actNames, flow } from './table.js'

/** The life of one kind of item as a Mermaid state diagram, drawn from the table. */
export function stateDiagram(kind: ItemKind): string {
  const lines = actNames.flatMap((name) => arrows(flow[name], kind).map((arrow) => `  ${arrow} : ${name}`))
  return ['stateDiagram-v2', ...lines].join('\n')
}

function arrows(line: Row, kind: ItemKind): readonly string[] {
  const state = (stage: string) => stage.replaceAll('-', '_')
  const opened = (line.opens?.[kind] ?? []).map((stage) => `[*] --> ${state(stage)}`)
  const from: readonly string[] = line.on?.[kind] ?? []
  const moved = from.flatMap((stage) =>
    (line.to?.[kind] ?? []).filter((to) => to !== stage).map((to) => `${state(stage)} --> ${state(to)}`),
  )
  return [...opened, ...moved]
}

/** The whole table in Markdown: a diagram for each kind of item, then every act, when it may happen and what it asks. */
export function flowInMarkdown(may: Readonly<Record<string, readonly string[]>>): string {
  const diagrams = itemKinds
    .filter((kind) => actNames.some((name) => arrows(flow[name], kind).length > 1 || flow[name].to?.[kind]))
    .map((kind) => `### ${capital(kindNames[kind])}\n\n\`\`\`mermaid\n${stateDiagram(kind)}\n\`\`\``)
  const rows = actNames.map((name) => {
    const { act, on, stops, asks } = flow[name]
    const about = Object.entries(on ?? {}).map(
      ([kind, stages]) => `${kindNames[kind as ItemKind]}${stages ? ` (${stages.join(', ')})` : ''}`,
    )
    const cells = [
      `\`${name}\``,
      act.label,
      about.join('; ') || 'the child',
      may[name]?.join(', '),
      stops?.join(', '),
      asks?.join(', '),
    ]
    return `| ${cells.map((cell) => cell ?? '').join(' | ')} |`
  })
  return [
    '# The flow',
    'Drawn from the table in `libs/case-flow/src/flow/table.ts` by `npm run docs`. Do not edit.',
    '## The life of each item',
    ...diagrams,
    '## Every act',
    [
      '| Act | What it is | About (in stage) | Who, by the default policy | Stops the clock | Looks for |',
      '| --- | --- | --- | --- | --- | --- |',
      ...rows,
    ].join('\n'),
  ].join('\n\n')
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
