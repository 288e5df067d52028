import type { FastifyRequest } from 'fastify'
import type { Drafts } from './drafts.js'

/**
 * Keeps what was typed into a form that cannot be taken just now (the session has ended, the page is of an earlier
 * one), and gives the address at which it is shown again. Of what was not a form, the address that was asked for.
 */
export function keepTyped(
  { method, url, body }: Pick<FastifyRequest, 'method' | 'url' | 'body'>,
  drafts: Drafts,
): string {
  if (method !== 'POST') return url
  const { _form: form, _csrf: _, ...typed } = (body ?? {}) as Record<string, unknown>
  const [path = '/', query = ''] = url.split('?')
  const asked = new URLSearchParams(query)
  if (typeof form === 'string') {
    drafts.keep(form, { path: url, typed })
    asked.set('form', form)
  }
  return `${path}?${asked}`
}
