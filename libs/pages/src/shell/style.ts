import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** In the order they are read; what is printed comes last, to take away from all the rest. */
const ourSheets = ['page', 'form', 'child', 'trail', 'work', 'list', 'figures', 'print']

/**
 * The styles of GOV.UK and of the Ministry of Justice as a council may use them, with our own after them: without the
 * Transport font and the crest, which are for gov.uk alone, and with the few pictures inside.
 */
export function councilStyle(govuk: string, moj: string, own: string): string {
  const pictures = join(moj, 'assets/images')
  const theirs = [join(govuk, 'govuk-frontend.min.css'), join(moj, 'moj-frontend.min.css')].map((file) =>
    withoutCrown(readFileSync(file, 'utf8')).replace(/url\(\/assets\/images\/([a-z-]+\.svg)\)/g, (_, name: string) =>
      asDataUrl(readFileSync(join(pictures, name))),
    ),
  )
  return [...theirs, ...ourSheets.map((name) => readFileSync(join(own, `${name}.css`), 'utf8'))].join('\n')
}

function withoutCrown(css: string): string {
  return css
    .replace(/@font-face\{[^}]*\}/g, '')
    .replaceAll('GDS Transport,', '')
    .replace(/url\(\/assets\/images\/govuk-crest\.svg\)/g, 'none')
    .replace(/\/\*# sourceMappingURL=.*?\*\//, '')
}

function asDataUrl(svg: Buffer): string {
  return `url("data:image/svg+xml;base64,${svg.toString('base64')}")`
}
