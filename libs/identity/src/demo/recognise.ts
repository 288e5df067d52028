/**
 * Whether an issuer says of itself that it is the demo's: production must not start with it. One that does not answer
 * is taken to be none, since Front Door starts also while the council's own sign-in is down. `timeout` in seconds.
 */
export async function isDemoIssuer(issuer: string, timeout = 3): Promise<boolean> {
  try {
    const answer = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, {
      signal: AbortSignal.timeout(timeout * 1000),
    })
    const said: unknown = await answer.json()
    return typeof said === 'object' && said !== null && 'demo_issuer' in said && said.demo_issuer === true
  } catch {
    return false
  }
}
