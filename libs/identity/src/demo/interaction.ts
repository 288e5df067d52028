import type { IncomingMessage, ServerResponse } from 'node:http'
import type Provider from 'oidc-provider'
import { choosePage } from './choose.js'
import { demoPage, sendPage } from './page.js'
import { demoStaff } from './staff.js'

/** Where a browser chooses who to be, as part of one sign-in. */
export const INTERACTION = '/interaction/'

/** Nothing else is sent here than the id of somebody on the staff. */
const LONGEST_BODY = 1_000

/** Shows who there is (GET), and signs in whoever is chosen (POST). */
export async function interact(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const asked = await provider.interactionDetails(request, response).catch(() => undefined)
  if (!asked) return sendPage(response, 400, tooLate)
  const agreed = { consent: {} }
  if (asked.prompt.name !== 'login') return provider.interactionFinished(request, response, agreed)
  if (request.method !== 'POST')
    return sendPage(response, 200, choosePage(INTERACTION + asked.uid, originOf(asked.params['redirect_uri'])))
  const chosen = new URLSearchParams(await bodyOf(request)).get('person')
  if (!demoStaff.some(({ id }) => id === chosen)) return sendPage(response, 400, nobody)
  await provider.interactionFinished(request, response, { login: { accountId: chosen ?? '' }, ...agreed })
}

const tooLate = demoPage('This sign-in took too long', '<p>Go back to Front Door and sign in again.</p>')
const nobody = demoPage('There is nobody of that name', '<p>Go back, and choose one of the people there are.</p>')

function originOf(address: unknown): string {
  return typeof address === 'string' && URL.canParse(address) ? new URL(address).origin : ''
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = ''
  for await (const chunk of request) {
    body += String(chunk)
    if (body.length > LONGEST_BODY) return ''
  }
  return body
}
