import type Provider from 'oidc-provider'
import type { KoaContextWithOIDC } from 'oidc-provider'
import { cookieNames } from './cookies.js'
import { demoPage } from './page.js'

/**
 * Ends the issuer's own session at once where whoever asks shows the identity token it gave them, and goes back to
 * them: only Front Door has that token, so that no other site can sign anybody out. Everybody else is asked first.
 */
export function signOutAtOnce(provider: Provider): void {
  provider.use(async (ctx, next) => {
    await next()
    const { oidc } = ctx
    if (ctx.method !== 'GET' || oidc?.route !== 'end_session' || ctx.status !== 200) return
    const after = oidc.params?.['post_logout_redirect_uri']
    if (!oidc.entities.IdTokenHint || typeof after !== 'string') return
    await oidc.session?.destroy()
    ctx.cookies.set(cookieNames(provider.issuer).session, null, { overwrite: true, httpOnly: true, sameSite: 'lax' })
    ctx.redirect(after)
    ctx.status = 303
  })
}

/** Asks whether to sign out. `form` is oidc-provider's own, with its secret and no button. */
export function askToSignOut(ctx: KoaContextWithOIDC, form: string): void {
  const button = '<p><button name="logout" value="yes">Sign out</button></p></form>'
  const after = ctx.oidc.params?.['post_logout_redirect_uri']
  const next = typeof after === 'string' ? new URL(after).origin : ''
  show(ctx, demoPage('Sign out of the demonstration?', form.replace('</form>', button), next))
}

export function saySignedOut(ctx: KoaContextWithOIDC): void {
  show(ctx, demoPage('You are signed out', '<p>You can close this page, or go back to Front Door.</p>'))
}

function show(ctx: KoaContextWithOIDC, { html, headers }: ReturnType<typeof demoPage>): void {
  ctx.set({ ...headers })
  ctx.body = html
}
