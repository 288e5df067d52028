import type { ClientMetadata } from 'oidc-provider'

/** What the demo issuer calls the pages of Front Door: a public client, with PKCE. */
export const demoDesk = 'front-door-desk'

const homes = ['http://127.0.0.1', 'http://localhost', 'http://[::1]']

/** Native, since only there does the standard leave the port open (RFC 8252): any Front Door on this machine may ask. */
export const deskClient: ClientMetadata = {
  client_id: demoDesk,
  client_name: 'Front Door',
  application_type: 'native',
  token_endpoint_auth_method: 'none',
  grant_types: ['authorization_code'],
  response_types: ['code'],
  redirect_uris: homes.map((home) => `${home}/sign-in/callback`),
  post_logout_redirect_uris: homes.map((home) => `${home}/signed-out`),
}
