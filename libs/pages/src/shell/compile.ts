import { readdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type nunjucks from 'nunjucks'

/** A template as nunjucks keeps it, which its types do not tell. */
type Kept = nunjucks.Template & { readonly path: string; readonly tmplStr: string }

const NAMES = /\{%-?\s*(?:extends|import|from|include)\s+"([^"]+)"/g

/**
 * Compiles the templates of these folders and all that they draw on. Otherwise the first reader of each page waits for
 * that, and everybody else with them: some 100 ms for a page.
 */
export function compileAll(env: nunjucks.Environment, folders: readonly string[]): void {
  const compiled = new Set<string>()
  const compile = (name: string) => {
    const { path, tmplStr } = env.getTemplate(name, true) as Kept
    if (compiled.has(path)) return
    compiled.add(path)
    for (const [, other = ''] of tmplStr.matchAll(NAMES))
      compile(other.startsWith('.') ? resolve(dirname(path), other) : other)
  }
  for (const name of folders.flatMap(templatesIn)) compile(name)
}

function templatesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.njk'))
}
