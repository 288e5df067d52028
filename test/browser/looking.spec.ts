import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type Browser, type Page, chromium } from 'playwright-core'
import { axe } from './axe.js'
import { browserPath } from './chromium.mjs'
import { lost } from './in-page.mjs'
import { keyboard } from './keyboard.js'
import { watchFor } from './watch.js'

const page = (body: string) => `<!doctype html><html lang="en-GB"><title>A page</title><main>${body}</main></html>`

describe('what looks at the pages', () => {
  let browser: Browser
  let seen: Page
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: browserPath() ?? '', args: ['--no-sandbox'] })
    seen = await browser.newPage({ viewport: { width: 320, height: 256 } })
  }, 30_000)
  afterAll(() => browser.close())

  it('finds a question without words, and grey on grey', async () => {
    await seen.setContent(page('<h1>A page</h1><input><p style="color: #999; background: #aaa">Faint</p>'))
    const flaws = (await axe(seen)).join()
    expect(flaws).toContain('label')
    expect(flaws).toContain('color-contrast')
    await seen.setContent(page('<h1>A page</h1><label>Name <input></label>'))
    expect(await axe(seen)).toEqual([])
  })

  it('finds what is lost on a narrow screen, and not what scrolls by itself', async () => {
    const wide = '<div style="width: 900px; text-align: right">Wide</div>'
    await seen.setContent(page(wide))
    expect((await seen.evaluate(lost)).join()).toContain('reaches outside')
    await seen.setContent(page(`<div style="overflow: auto">${wide}</div>`))
    expect(await seen.evaluate(lost)).toEqual([])
    await seen.setContent(page('<p style="width: 50px; overflow: hidden; white-space: nowrap">Cut off somewhere</p>'))
    expect((await seen.evaluate(lost)).join()).toContain('cut off')
  })

  it('finds what goes wrong in a script, and what the security policy of a page stops', async () => {
    const trouble: string[] = []
    const watched = await browser.newPage()
    watchFor(watched, trouble)
    await watched.setContent('<script>throw new Error("It broke.")</script>')
    await watched.setContent(
      `<meta http-equiv="content-security-policy" content="script-src 'none'"><script>alert()</script>`,
    )
    await watched.close()
    expect(trouble.join()).toMatch(/It broke\..*Content Security Policy/s)
  })

  it('finds a focus that nobody sees, and what Tab does not reach', async () => {
    const hand = keyboard(seen)
    const last = seen.getByRole('button', { name: 'Last' })
    await seen.setContent(page('<button style="outline: none">First</button><button>Last</button>'))
    await expect(hand.press(last)).rejects.toThrow('First  has no mark')
    await seen.setContent(page('<button>First</button><button tabindex="-1">Last</button>'))
    await expect(hand.press(last)).rejects.toThrow('Tab does not reach')
  }, 60_000)
})
