import { projectRoot } from '../src/shell/project-root.js'
import { templatesIn } from '../src/shell/templates.js'

const templates = templatesIn(projectRoot(), [], {
  council: 'Barton Council',
  demo: true,
  assetUrl: (name) => `/assets/${name}`,
})

/** A template of ours, rendered as a page would be. */
export function rendered(template: string, page: object): string {
  return templates.render(template, page)
}

/** One macro of a template of ours, called with these. */
export function renderedMacro(template: string, macro: string, ...given: unknown[]): string {
  const names = given.map((_, index) => `given${index}`)
  const source = `{% from "${template}" import ${macro} %}{{ ${macro}(${names.join(', ')}) }}`
  return templates.renderString(source, Object.fromEntries(given.map((each, index) => [`given${index}`, each])))
}
