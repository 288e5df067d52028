import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import Fastify, { type FastifyInstance } from 'fastify'
import { gunzipSync } from 'node:zlib'
import { wordsOf } from '../../testing/browser.js'
import { flawsIn } from '../../testing/markup.js'
import { problemPage } from '../components/problem-page.js'
import type { Page } from './page.js'
import { servePages } from './serve-pages.js'

const page: Page = {
  title: 'Board',
  person: { name: 'Jo Reed', role: 'team-manager', team: 'Front Door' },
  navigation: [
    { text: 'Board', href: '/', current: true, count: 14 },
    { text: 'Find a child', href: '/find' },
  ],
  backLink: { href: '/before' },
  csrfToken: () => 'a-token',
  cspNonce: 'a-nonce',
}

describe('a page', () => {
  let server: FastifyInstance
  const get = async (url: string, headers = {}) => server.inject({ url, headers })
  const shown = async (more: Partial<Page> = {}) => {
    const html: string = await server.view('layout.njk', { ...page, ...more })
    return html
  }

  beforeAll(async () => {
    server = Fastify()
    await servePages(server, { views: [], council: 'Barton Council', demo: true })
    await server.ready()
  })
  afterAll(() => server.close())

  it('is in British English, with one heading, one main part and a way past the menu', async () => {
    const html = await shown()
    expect(html).toContain('<html lang="en-GB"')
    expect(html.match(/<h1/g)).toHaveLength(1)
    expect(html.match(/<main/g)).toHaveLength(1)
    expect(wordsOf(html.slice(html.indexOf('<body')))).toMatch(/^Skip to main content/)
    expect(flawsIn(html)).toEqual([])
  })

  it('says whose it is, who is signed in, and that it is a demo', async () => {
    const text = wordsOf(await shown())
    expect(text).toContain('Barton Council')
    expect(text).toContain('Signed in as Jo Reed Team manager, Front Door Sign out')
    expect(text).toContain('Anybody can sign in. Never use it with real children.')
  })

  it('marks where the person is, and counts what waits', async () => {
    const html = await shown()
    expect(html).toMatch(/<a class="govuk-service-navigation__link" href="\/" aria-current="page">/)
    expect(wordsOf(html)).toContain('Board 14')
  })

  it('signs out by a form with its token, never by a link', async () => {
    expect(await shown()).toMatch(
      /<form method="post" action="\/sign-out">\s*<input type="hidden" name="_csrf" value="a-token">/,
    )
  })

  it('begins its title with Error where something is wrong, and moves there', async () => {
    const html = await shown({ errors: [{ text: 'Select the source.', href: '#source' }] })
    expect(html).toContain('<title>Error: Board - Front Door</title>')
    expect(html).toMatch(/class="govuk-error-summary"[^>]* tabindex="-1" autofocus/)
    expect(await shown()).toContain('<title>Board - Front Door</title>')
  })

  it('tells what was done', async () => {
    expect(wordsOf(await shown({ notice: { kind: 'success', text: 'The decision was recorded.' } }))).toContain(
      'Done The decision was recorded.',
    )
  })

  it('runs no script without its nonce, and has no style of its own', async () => {
    const html = await shown()
    expect(html.match(/<script(?![^>]*nonce="a-nonce")/g)).toBeNull()
    expect(html).not.toMatch(/<style| style="| onclick=/)
  })

  it('has neither crown nor crest nor the typeface of gov.uk', async () => {
    const html = await shown()
    const style = /href="(\/assets\/app-[^"]+\.css)"/.exec(html)?.[1] ?? ''
    const { body } = await get(style)
    expect(body).toContain('.govuk-button')
    expect(body).toContain('.moj-timeline')
    expect(body).toContain('.app-trail')
    expect(body).not.toMatch(/GDS Transport|@font-face|url\(\/assets/)
    expect(html).not.toMatch(/crown|crest|GOV\.UK/i)
  })

  it('loads its files once: their names change with what is in them', async () => {
    const html = await shown()
    const urls = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, url]) => url ?? '')
    expect(urls).toHaveLength(2)
    const answers = await Promise.all(urls.map((url) => get(url)))
    for (const { statusCode, headers } of answers) {
      expect(statusCode).toBe(200)
      expect(headers['cache-control']).toBe('public, max-age=31536000, immutable')
    }
    const script = answers.map(({ body }) => body).find((body) => body.includes('startGovuk')) ?? ''
    for (const [, url] of script.matchAll(/from '([^']+)'/g)) expect((await get(url ?? '')).statusCode).toBe(200)
  })

  it('sends its files small to browsers that can unpack them', async () => {
    const [, url = ''] = /href="(\/assets\/app-[^"]+\.css)"/.exec(await shown()) ?? []
    const zipped = await get(url, { 'accept-encoding': 'gzip, br' })
    expect(zipped.headers['content-encoding']).toBe('gzip')
    expect(zipped.rawPayload.length).toBeLessThan(60_000)
    expect(gunzipSync(zipped.rawPayload).toString()).toBe((await get(url)).body)
  })

  it.each([400, 401, 403, 404, 410, 412, 500, 503, 418, 502])(
    'with status %s says what happened and the way on',
    async (status) => {
      const html: string = await server.view(
        'problem.njk',
        problemPage(status, { shell: page, reference: 'req-7', returnTo: '/children/A1?x=1' }),
      )
      expect(html.match(/<h1/g)).toHaveLength(1)
      expect(wordsOf(html)).toContain('quote req-7')
      expect(html).toContain(status === 401 ? 'href="/sign-in?returnTo=%2Fchildren%2FA1%3Fx%3D1"' : 'href="/"')
      expect(flawsIn(html)).toEqual([])
    },
  )

  it.each([500, 503])(
    'with status %s says of what was sent that it was not recorded, and of a page nothing',
    (status) => {
      const lost = 'What you sent was not recorded.'
      expect(problemPage(status, { sent: true }).says).toContain(lost)
      expect(problemPage(status).says).not.toContain(lost)
      expect(problemPage(403, { sent: true }).says).not.toContain(lost)
    },
  )

  it('says why a record is closed to the reader', async () => {
    const html: string = await server.view(
      'problem.njk',
      problemPage(403, { detail: 'This record is restricted.', shell: page }),
    )
    expect(wordsOf(html)).toContain('This record is restricted. Ask your team manager')
  })
})
