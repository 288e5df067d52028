import { describe, expect, it } from '@jest/globals'
import { projectRoot } from './project-root.js'
import { templatesIn } from './templates.js'

const words = { 'contactOutcome.NFA': 'Nothing more' }
const templates = templatesIn(projectRoot(), [], {
  council: 'Barton',
  demo: false,
  words: () => words,
  assetUrl: (name) => name,
})
const said = (source: string) => templates.renderString(source, {})

describe('in a template', () => {
  it.each([
    ['"2026-06-04T09:32+01:00" | momentInWords', '4 June 2026 at 9:32am'],
    ['"2026-06-04T09:32+01:00" | dayInWords', '4 June 2026'],
    ['"2026-06-04T08:32:10.000Z" | instantInWords', '4 June 2026 at 9:32am'],
    ['nothing | momentInWords', ''],
    ['"NFA" | codeLabel("contactOutcome")', 'Nothing more'],
    ['"SIGNPOST" | codeLabel("contactOutcome")', 'Signposted to another service'],
    ['"X" | codeLabel("noSuchList")', 'X'],
    ['"edt" | roleName', 'Emergency duty team (EDT)'],
    ['"decide-contact" | actLabel', 'Decide what happens after a contact'],
    ['"ContactReceived" | eventName', 'Contact received'],
    ['"section47" | kindName', 'section 47 enquiry'],
    ['"asked" | stageName', 'waiting for an answer'],
  ])('%s is "%s"', (expression, text) => {
    expect(said(`{{ ${expression} }}`)).toBe(text)
  })

  it('what people wrote is never markup', () => {
    expect(templates.renderString('{{ text }}', { text: '<script>' })).toBe('&lt;script&gt;')
  })
})

describe('the folder of the project', () => {
  it('is found from the sources and from what was built', () => {
    const root = projectRoot()
    expect(projectRoot(`${root}/dist/apps/front-door/libs/pages/src/shell`)).toBe(root)
    expect(() => projectRoot('/')).toThrow('Install it whole')
  })
})
