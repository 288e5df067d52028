import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { councilStyle } from './style.js'

/** A file as browsers get it, under a name that changes with what is in it. */
export interface Asset {
  readonly url: string
  readonly type: string
  readonly body: Buffer
  readonly gzipped: Buffer
}

/** What `app.js` starts, each in a file of its own. */
const ownScripts = ['session.js', 'drafts.js', 'matches.js', 'work.js']

/** Everything that is served beside the pages, made once at the start from the packages and from our own files. */
export function assetsIn(root: string): Readonly<Record<string, Asset>> {
  const govuk = join(root, 'node_modules/govuk-frontend/dist/govuk')
  const moj = join(root, 'node_modules/@ministryofjustice/frontend/moj')
  const own = join(root, 'libs/pages/assets')
  const script = (file: string) => readFileSync(file, 'utf8').replace(/\/\/# sourceMappingURL=.*/, '')
  const imported: readonly (readonly [string, string])[] = [
    ['govuk-frontend.js', join(govuk, 'govuk-frontend.min.js')],
    ['moj-frontend.js', join(moj, 'moj-frontend.min.js')],
    ...ownScripts.map((name) => [name, join(own, name)] as const),
  ]
  const scripts = imported.map(([name, file]) => [name, asset(name, script(file))] as const)
  const ours = scripts.reduce((text, [name, { url }]) => text.replace(`./${name}`, url), script(join(own, 'app.js')))
  return {
    ...Object.fromEntries(scripts),
    'app.css': asset('app.css', councilStyle(govuk, moj, join(own, 'style'))),
    'app.js': asset('app.js', ours),
  }
}

function asset(name: string, text: string): Asset {
  const body = Buffer.from(text)
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 12)
  const [stem, extension] = name.split('.')
  const type = extension === 'css' ? 'text/css; charset=utf-8' : 'text/javascript; charset=utf-8'
  return { url: `/assets/${stem}-${hash}.${extension}`, type, body, gzipped: gzipSync(body, { level: 9 }) }
}
