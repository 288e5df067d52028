import type { Setting } from './setting.js'
import { settings } from './settings.js'

/** The page of all settings. */
export function settingsInMarkdown(): string {
  const rows = Object.values(settings).map(
    ({ env, means, fallback }: Setting<unknown>) =>
      `| \`${env}\` | ${means} | ${fallback === undefined ? '' : `\`${fallback}\``} |`,
  )
  return [
    '# Settings',
    '',
    'Written from `apps/front-door/src/settings/settings.ts` by `npm run docs`. Do not edit.',
    '',
    'Every setting is an environment variable. They are read when the program starts, with the files they name; it names everything that is wrong at once and does not start. A variable that begins with `FRONT_DOOR_` and is not in this list is wrong too: it may be one of these, mistyped.',
    '',
    '| Variable | What it means | Unless given |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ].join('\n')
}
