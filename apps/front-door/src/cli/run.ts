import { resolve } from 'node:path'
import { type ParseArgsConfig, parseArgs } from 'node:util'
import { said } from '../said.js'
import { BadSettings } from '../settings/setting.js'
import { settingsOf } from '../settings/settings.js'
import { commands } from './commands.js'
import type { CliCommand, Given } from './command.js'
import { BAD, BadUse, DONE, type ExitCode, type Io } from './io.js'

const always = {
  data: { type: 'string' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const satisfies NonNullable<ParseArgsConfig['options']>

/**
 * Runs one command line. Bad use and bad input are told in a sentence, with exit code 2; where a JSON document was
 * asked for and none is begun, also in one.
 */
export async function run(args: readonly string[], env: NodeJS.ProcessEnv, io: Io): Promise<ExitCode> {
  const [name = '', ...rest] = args
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  let isBegun = false
  const out = (text: string) => {
    isBegun = true
    io.out(text)
  }
  try {
    if (['', 'help', '--help', '-h'].includes(name)) {
      io.out(usage())
      return DONE
    }
    if (!command) throw new BadUse(`There is no command ${name}.`)
    const { given, help } = read(command, rest, env)
    if (!help) return await command.run(given, { ...io, out })
    io.out(usageOf(command))
    return DONE
  } catch (error) {
    const isUse = error instanceof BadUse
    const says = isUse ? error.message : said(error)
    if (rest.includes('--json') && !isBegun) io.out(JSON.stringify(refusal(says, error)))
    io.progress(isUse ? `${says}\n\n${command ? usageOf(command) : usage()}` : says)
    return BAD
  }
}

/** What was wrong, as a document. */
const refusal = (says: string, error: unknown) => ({
  ok: false,
  error: { says, ...(error instanceof BadSettings ? { problems: error.problems } : {}) },
})

function read(
  { options, words }: CliCommand,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): { given: Given; help: boolean } {
  const parsed = parse(args, options)
  const { data, json, help, ...own } = parsed.values
  const unasked = parsed.positionals.slice(words)
  if (unasked.length > 0) throw new BadUse(`This is more than it takes: ${unasked.join(' ')}`)
  const settings = settingsOf({ ...env, ...(typeof data === 'string' ? { FRONT_DOOR_DATA: resolve(data) } : {}) })
  return {
    given: { words: parsed.positionals, options: own as Given['options'], settings, json: json === true },
    help: help === true,
  }
}

function parse(args: readonly string[], options: CliCommand['options']) {
  try {
    return parseArgs({ args: [...args], options: { ...options, ...always }, allowPositionals: true })
  } catch (error) {
    throw new BadUse(error instanceof Error ? error.message : 'The command line cannot be read.')
  }
}

const usageOf = ({ usage: how, about }: CliCommand) => `front-door ${how} [--data DIR] [--json]\n  ${about}`

function usage(): string {
  return [
    'front-door COMMAND [--data DIR] [--json]',
    '',
    ...Object.values(commands).map(({ usage: how, about }) => `  ${how}\n      ${about}`),
    '',
    '  --data DIR   the data folder; FRONT_DOOR_DATA, or ./data, unless given',
    '  --json       one JSON document on standard output, also of what was wrong; how it gets on goes to standard error',
    '',
    'Exit codes: 0 done; 1 it found what it looks for (a broken chain, a difference); 2 bad use or bad input.',
  ].join('\n')
}
