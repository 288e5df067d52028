import { commands } from './commands.js'

/** The page of the command line. */
export function commandsInMarkdown(): string {
  const parts = Object.values(commands).map(({ usage, about }) => `## \`front-door ${usage}\`\n\n${about}`)
  return [
    '# The command line',
    'Written from `apps/front-door/src/cli/` by `npm run docs`. Do not edit.',
    [
      '`npx front-door COMMAND`, on the same data folder as the server and also while it runs.',
      '',
      '- `--data DIR`: the data folder. `FRONT_DOOR_DATA`, or `./data`, unless given.',
      '- `--json`: one JSON document on standard output. How it gets on goes to standard error. Where the command is refused, the document is `{"ok":false,"error":{"says":"..."}}`, with `problems` where settings are wrong.',
      '- Exit codes: 0 done; 1 it found what it looks for (a broken chain, a difference); 2 bad use or bad input.',
    ].join('\n'),
    ...parts,
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n')
}
