import { randomBytes } from 'node:crypto'
import type { ServerResponse } from 'node:http'

const style = `
  body { font: 1.1rem/1.5 Arial, sans-serif; color: #0b0c0c; margin: 0 }
  .banner { background: #f47738; color: #0b0c0c; font-weight: bold; padding: .6rem 1rem; margin: 0 }
  main { max-width: 44rem; margin: 0 auto; padding: 1rem }
  h2 { font-size: 1.1rem; margin: 1.2rem 0 .3rem }
  ul { list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: .6rem }
  button { font: inherit; text-align: left; min-height: 3rem; min-width: 14rem; padding: .4rem .8rem; cursor: pointer;
    color: #0b0c0c; background: #f3f2f1; border: 2px solid #505a5f; border-radius: .2rem }
  button:hover { background: #dbdad9 }
  button:focus-visible { outline: 3px solid #0b0c0c; outline-offset: 0; box-shadow: 0 0 0 6px #fd0 }
  .team { display: block; color: #383f43 }
`

/** A page of the demo issuer: complete HTML, and the security policy it is shown under. */
export interface DemoPage {
  readonly html: string
  readonly headers: Readonly<Record<string, string>>
}

/**
 * A page that says it is a demonstration. `body` is HTML. A form may lead on to `next`, the origin of the service that
 * asks: the policy governs where a form is redirected to as well as where it is sent.
 */
export function demoPage(title: string, body: string, next = ''): DemoPage {
  const nonce = randomBytes(16).toString('base64')
  const policy = `default-src 'none'; img-src data:; style-src 'nonce-${nonce}'; form-action 'self' ${next}; frame-ancestors 'none'; base-uri 'none'`
  return {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    },
    html: `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)} - Front Door demonstration</title>
<link rel="icon" href="data:,">
<style nonce="${nonce}">${style}</style>
</head>
<body>
<header class="banner">DEMO. Everybody here is invented, and no password is asked for. Enter nothing real.</header>
<main>
<h1>${escaped(title)}</h1>
${body}
</main>
</body>
</html>`,
  }
}

export function escaped(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  }
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? '')
}

export function sendPage(response: ServerResponse, status: number, { html, headers }: DemoPage): void {
  response.writeHead(status, headers).end(html)
}
