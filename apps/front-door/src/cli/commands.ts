import type { CliCommand } from './command.js'
import { importCommand } from './import.js'
import { kpisCommand } from './kpis.js'
import { simulateCommand } from './simulate.js'
import { tokenCommand } from './token.js'
import { trailCommand } from './trail.js'
import { verifyCommand } from './verify.js'

/** Every command there is. */
export const commands: Readonly<Record<string, CliCommand>> = {
  import: importCommand,
  simulate: simulateCommand,
  trail: trailCommand,
  kpis: kpisCommand,
  verify: verifyCommand,
  token: tokenCommand,
}
