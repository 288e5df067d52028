/** How the cookie of a session is named and kept. */
export interface SessionCookie {
  readonly name: string
  readonly options: {
    readonly path: '/'
    readonly httpOnly: true
    readonly sameSite: 'lax'
    readonly secure: boolean
  }
}

/**
 * The cookie for a Front Door at this public address. `__Host-` tells the browser to take it from this host alone, over
 * TLS. Without TLS, as only on one's own machine, the port is in the name: cookies are shared across the ports of a
 * host. It ends with the browser.
 */
export function cookieAt(url: string): SessionCookie {
  const { protocol, port } = new URL(url)
  const secure = protocol === 'https:'
  const name = secure ? '__Host-front-door' : `front-door-${port || '80'}`
  return { name, options: { path: '/', httpOnly: true, sameSite: 'lax', secure } }
}
