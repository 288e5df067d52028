import type { LogLevel } from '@nestjs/common'

/** How much the program says about itself, the least first. */
const levels = ['fatal', 'error', 'warn', 'info', 'debug'] as const
const asNest: Readonly<Record<(typeof levels)[number], LogLevel>> = {
  ...{ fatal: 'fatal', error: 'error', warn: 'warn', info: 'log', debug: 'debug' },
}

export type HowMuch = (typeof levels)[number] | 'silent'

/** Everything up to that level; nothing where it is to be silent. */
export function logLevelsUpTo(most: HowMuch): LogLevel[] | false {
  if (most === 'silent') return false
  return levels.slice(0, levels.indexOf(most) + 1).map((level) => asNest[level])
}
