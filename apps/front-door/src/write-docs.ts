import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { eventSchemas, flowInMarkdown } from '@front-door/case-flow'
import { figuresInMarkdown } from '@front-door/performance'
import { defaultPolicy } from '@front-door/policy'
import { commandsInMarkdown } from './cli/in-markdown.js'
import { policyInMarkdown } from './policy-in-markdown.js'
import { settingsInMarkdown } from './settings/in-markdown.js'

/**
 * Writes the pages that are read from the code: the flow, the events, the settings, the policy, the command line and the
 * figures.
 * With `--check` nothing is written: exit code 1 where a page is not what it would be.
 */
const pages: Readonly<Record<string, string>> = {
  'flow.md': `${flowInMarkdown(defaultPolicy.may)}\n`,
  'events.schema.json': `${JSON.stringify(eventSchemas(), null, 2)}\n`,
  'settings.md': settingsInMarkdown(),
  'policy.md': policyInMarkdown(defaultPolicy),
  'command-line.md': commandsInMarkdown(),
  'figures.md': figuresInMarkdown(),
}

const docs = join(import.meta.dirname, '../../../../../../docs')
const only = process.argv.includes('--check')

for (const [name, text] of Object.entries(pages)) {
  const file = join(docs, name)
  if (existsSync(file) && readFileSync(file, 'utf8') === text) continue
  if (only) {
    process.stderr.write(`docs/${name} is not current. Run: npm run docs\n`)
    process.exitCode = 1
  } else {
    writeFileSync(file, text)
    process.stdout.write(`docs/${name}\n`)
  }
}
