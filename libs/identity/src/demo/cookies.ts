/** Cookies are shared across the ports of a host: these clash neither with Front Door's nor with another demo's. */
export function cookieNames(issuer: string): { session: string; interaction: string; resume: string } {
  const name = `demo-issuer-${new URL(issuer).port}`
  return { session: name, interaction: `${name}-interaction`, resume: `${name}-resume` }
}
