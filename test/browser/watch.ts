import type { Page } from 'playwright-core'

/** What went wrong in a page that nobody sees: errors of its scripts, and what its own security policy stopped. */
export function watchFor(page: Page, trouble: string[]): void {
  page.on('pageerror', (error) => trouble.push(`${page.url()}: ${error.message}`))
  page.on('console', (message) => {
    const { url } = message.location()
    if (message.type() !== 'error' && message.type() !== 'warning') return
    // A page that refuses (400, 403, 404) is told to the console as well; the tests read the page itself.
    if (/^Failed to load resource: the server responded/.test(message.text()) && url === page.url()) return
    // The scripts of a page that stands open ask again when the program, which a test has cut off, is back.
    if (/net::ERR_CONNECTION_(REFUSED|RESET)/.test(message.text()) && /\/(session|drafts)$/.test(url)) return
    trouble.push(`${page.url()}: ${message.text()} ${url}`)
  })
}
