import type { ParseArgsConfig } from 'node:util'
import type { FrontDoorSettings } from '../settings/settings.js'
import type { ExitCode, Io } from './io.js'

type Options = NonNullable<ParseArgsConfig['options']>

/** What was given on the command line, once read. */
export interface Given {
  readonly words: readonly string[]
  readonly options: Readonly<Record<string, string | boolean | undefined>>
  readonly settings: FrontDoorSettings
  /** One JSON document on standard output. */
  readonly json: boolean
}

/** One command: how it is used, what it is for, and what it does. */
export interface CliCommand {
  readonly usage: string
  readonly about: string
  /** How many words it takes at most, beside its options. */
  readonly words: number
  readonly options: Options
  readonly run: (given: Given, io: Io) => Promise<ExitCode>
}
