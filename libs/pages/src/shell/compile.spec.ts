import { expect, it } from '@jest/globals'
import nunjucks from 'nunjucks'
import { compileAll } from './compile.js'
import { projectRoot } from './project-root.js'
import { ourViews, prepare, templateFolders, templateOptions } from './templates.js'

it('leaves nothing to read and compile to the first reader of a page', () => {
  const loaded: string[] = []
  class Watched extends nunjucks.FileSystemLoader {
    override getSource(name: string) {
      loaded.push(name)
      return super.getSource(name)
    }
  }
  const root = projectRoot()
  const loader = new Watched(templateFolders(root, []))
  const place = { council: 'Barton', demo: true, assetUrl: (name: string) => name }
  const env = prepare(new nunjucks.Environment(loader, templateOptions), place)
  compileAll(env, [ourViews(root)])
  const before = loaded.length
  expect(loaded).toContain('govuk/components/phase-banner/macro.njk')
  expect(env.render('layout.njk', { title: 'Board', errors: [{ text: 'Select one.', href: '#one' }] })).toContain(
    'Board',
  )
  expect(loaded.slice(before)).toEqual([])
})
