import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The folder of the project: the nearest above, from the sources or from what was built, whose package is ours. */
export function projectRoot(from: string = import.meta.dirname): string {
  const manifest = join(from, 'package.json')
  if (existsSync(manifest) && /"name":\s*"front-door"/.test(readFileSync(manifest, 'utf8'))) return from
  const above = dirname(from)
  if (above === from) throw new Error('The views and styles of the pages are not beside the program. Install it whole.')
  return projectRoot(above)
}
