import type { TestFrontDoor } from './front-door.js'

export interface Answer {
  readonly url: string
  readonly status: number
  readonly headers: Headers
  readonly text: string
}

/**
 * A browser without scripts: keeps cookies as browsers do, by host and not by port, and shows an answer before it
 * follows it. What is addressed to the Front Door in front of it needs no socket; everything else is fetched.
 */
export function browser(door: () => TestFrontDoor) {
  const jar = new Map<string, string>()
  const cookies = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')

  async function ask(address: string, fields?: Record<string, string>): Promise<Answer> {
    const home = new URL(door().url)
    const url = new URL(address, home)
    const answer = url.origin === home.origin ? await inject(url, fields) : await fetched(url, fields)
    for (const cookie of answer.headers.getSetCookie()) keep(cookie)
    return answer
  }

  async function inject(url: URL, fields?: Record<string, string>): Promise<Answer> {
    const { statusCode, headers, body } = await door().fastify.inject({
      method: fields ? 'POST' : 'GET',
      url: url.pathname + url.search,
      headers: { host: url.host, cookie: cookies(), 'x-forwarded-proto': url.protocol.slice(0, -1), ...form(fields) },
      ...(fields ? { payload: new URLSearchParams(fields).toString() } : {}),
    })
    const all = new Headers()
    for (const [name, value] of Object.entries(headers))
      for (const one of [value ?? []].flat()) all.append(name, String(one))
    return { url: url.href, status: statusCode, headers: all, text: body }
  }

  async function fetched(url: URL, fields?: Record<string, string>): Promise<Answer> {
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: cookies() },
      ...(fields ? { method: 'POST', body: new URLSearchParams(fields) } : {}),
    })
    return { url: url.href, status: answer.status, headers: answer.headers, text: await answer.text() }
  }

  function keep(cookie: string): void {
    const [pair = ''] = cookie.split(';')
    const [name = '', ...value] = pair.split('=')
    const isOver = /expires=Thu, 01 Jan 1970/i.test(cookie) || value.join('=') === ''
    if (isOver) jar.delete(name)
    else jar.set(name, value.join('='))
  }

  /** Follows redirects to the page at their end. */
  async function visit(address: string, fields?: Record<string, string>): Promise<Answer> {
    let answer = await ask(address, fields)
    for (let turns = 0; turns < 10; turns += 1) {
      const next = answer.headers.get('location')
      if (next === null) return answer
      answer = await ask(new URL(next, answer.url).href)
    }
    throw new Error(`There is no end of redirects at ${answer.url}`)
  }

  return {
    jar,
    ask,
    visit,
    /** Chooses somebody on the demo issuer's page, and comes back. */
    choose: (page: Answer, person: string) => visit(page.url, { person }),
    signInAs: async (person: string, returnTo = '/me') => {
      const page = await visit(`/sign-in?returnTo=${encodeURIComponent(returnTo)}`)
      return visit(page.url, { person })
    },
  }
}

function form(fields?: Record<string, string>): Record<string, string> {
  return fields ? { 'content-type': 'application/x-www-form-urlencoded' } : {}
}
