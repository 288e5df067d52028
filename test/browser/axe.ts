import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { partsOf } from './in-page.mjs'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What is wrong with the page by WCAG 2.2 AA, as far as a program can tell: one line for each flaw. */
export async function axe(page: Page): Promise<readonly string[]> {
  // Asked for as text, so that the page's own security policy does not stop it.
  await page.evaluate(source)
  const results: AxeResults = await page.evaluate(
    `axe.run(${JSON.stringify({ runOnly: tags, resultTypes: ['violations'] })})`,
  )
  return results.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) => `${id}: ${help} at ${target.join(' ')}. ${failureSummary}`),
  )
}

/** Looks through every page it is given, and tells what is wrong with it, and where. One that is made of the same parts as one before has been looked through. */
export function axeInto(trouble: string[]): (page: Page) => Promise<void> {
  const looked = new Set<string>()
  return async (page) => {
    const title = await page.title()
    const made = `${title} ${await page.evaluate(partsOf)}`
    if (looked.has(made)) return
    looked.add(made)
    const flaws = await axe(page)
    trouble.push(...flaws.map((flaw) => `${title} (${new URL(page.url()).pathname}): ${flaw}`))
  }
}
