import type { JWK } from 'jose'
import type { ClientMetadata, Configuration, KoaContextWithOIDC } from 'oidc-provider'
import type { StaffMember } from '../staff/staff.js'
import { cookieNames } from './cookies.js'
import { demoDesk, deskClient } from './desk.js'
import { INTERACTION } from './interaction.js'
import { askToSignOut, saySignedOut } from './sign-out.js'
import { demoSecret, demoStaff } from './staff.js'

const TEN_MINUTES = 10 * 60
const EIGHT_HOURS = 8 * 60 * 60
const SCOPE = 'front-door'
/** The one service there are tokens for, as oidc-provider names it inside: an address, which an audience need not be. */
const RESOURCE = 'urn:front-door:api'

/**
 * A sign-in service for the demo staff. For programs, each is a client of their own that gets its tokens with the
 * published secret (`client_credentials`): a JWT for `audience` with the person's role, team and name, for eight hours.
 * A browser signs in through the desk's client, by choosing who to be, and gets the same in an identity token.
 */
export function configurationFor(issuer: string, audience: string, key: JWK): Configuration {
  return {
    jwks: { keys: [{ ...key }] },
    discovery: { demo_issuer: true },
    clients: [...demoStaff.map(programOf), deskClient],
    scopes: ['openid', 'profile', SCOPE],
    claims: { openid: ['sub', 'role', 'team', 'name'] },
    conformIdTokenClaims: false,
    responseTypes: ['code'],
    pkce: { required: () => true },
    cookies: { names: cookieNames(issuer) },
    ttl: {
      ClientCredentials: EIGHT_HOURS,
      Session: EIGHT_HOURS,
      Grant: EIGHT_HOURS,
      Interaction: TEN_MINUTES,
      IdToken: TEN_MINUTES,
      AccessToken: TEN_MINUTES,
      AuthorizationCode: 60,
    },
    extraTokenClaims: (_ctx, token) => claimsOf(token.clientId),
    findAccount: (_ctx, id) => ({ accountId: id, claims: () => ({ sub: id, ...claimsOf(id) }) }),
    loadExistingGrant: grantAll,
    interactions: { url: (_ctx, { uid }) => INTERACTION + uid },
    clientBasedCORS: () => false,
    renderError: (ctx, { error, error_description }) => {
      ctx.type = 'text'
      ctx.body = `${error}: ${error_description ?? ''}`
    },
    features: {
      clientCredentials: { enabled: true },
      devInteractions: { enabled: false },
      dPoP: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      rpInitiatedLogout: { enabled: true, logoutSource: askToSignOut, postLogoutSuccessSource: saySignedOut },
      userinfo: { enabled: false },
      resourceIndicators: {
        enabled: true,
        // The desk wants to know who signs in, and has no use for a token that opens the API.
        defaultResource: (ctx) => (ctx.oidc.client?.clientId === demoDesk ? [] : RESOURCE),
        getResourceServerInfo: (ctx) => {
          fillInScope(ctx)
          return { audience, scope: SCOPE, accessTokenFormat: 'jwt', accessTokenTTL: EIGHT_HOURS }
        },
        useGrantedResource: () => true,
      },
    },
  }
}

function programOf({ id, name }: StaffMember): ClientMetadata {
  return {
    client_id: id,
    client_name: name,
    client_secret: demoSecret,
    grant_types: ['client_credentials'],
    redirect_uris: [],
    response_types: [],
  }
}

/** Nobody is asked to consent: Front Door is the one service there is. */
async function grantAll({ oidc: { provider, client, session } }: KoaContextWithOIDC) {
  const grant = new provider.Grant({ clientId: client?.clientId, accountId: session?.accountId })
  grant.addOIDCScope('openid profile')
  await grant.save()
  return grant
}

/** Without a scope the token would have none, and whoever asks with curl should need no parameter they can forget. */
function fillInScope({ oidc: { params } }: KoaContextWithOIDC): void {
  if (params?.['grant_type'] === 'client_credentials') params['scope'] ??= SCOPE
}

function claimsOf(id: string | undefined) {
  const person = demoStaff.find((one) => one.id === id)
  return person && { role: person.role, team: person.team, name: person.name }
}
