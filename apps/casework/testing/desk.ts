import { join } from 'node:path'
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { openDrafts } from '@front-door/door'
import { follow } from '@front-door/feed'
import { NotSignedIn, demoDesk, demoStaff, openReads, openSessions, openStaff, signIn } from '@front-door/identity'
import { projector } from '@front-door/read-models'
import { council } from '../../../libs/read-models/testing/council.js'
import { createApp } from '../src/app.js'
import { caseworkPlaces } from '../src/places.js'

export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, unknown>>
  /** Whatever came back. */
  readonly body: ReturnType<typeof JSON.parse>
}

const browser = { accept: 'text/html,application/xhtml+xml' }

export type Desk = Awaited<ReturnType<typeof desk>>

/** The casework API over a council of its own, without a socket. People sign in by the id of the invented staff. */
export async function desk(folder?: string) {
  const here = await council(folder)
  const reads = openReads(join(here.folder, 'reads.db'))
  const following = follow(here.log, projector(here))
  let now = Date.parse('2026-06-02T08:00:00.000Z')
  const sessions = openSessions(join(here.folder, 'sessions.db'))
  const staff = openStaff(join(here.folder, 'staff.db'), { known: demoStaff })
  const drafts = openDrafts(join(here.folder, 'drafts.db'), here.keys.fingerprints)
  const [url, issuer] = ['http://127.0.0.1:3000', 'http://127.0.0.1:9']
  const app: NestFastifyApplication = await createApp(
    {
      ...here,
      ...{ staff, places: caseworkPlaces, following, reads, drafts, fingerprints: here.keys.fingerprints },
      clock: () => new Date((now += 1_000)).toISOString(),
      verify: async (token) => {
        const person = demoStaff.find(({ id }) => id === token)
        if (!person) throw new NotSignedIn('signature')
        return person
      },
    },
    {
      ...{ council: 'Barton Council', demo: true, url, sessions, issuer },
      cookieSecret: 'a secret of more than 32 characters',
      signIn: signIn({ issuer, clientId: demoDesk, url }),
    },
  )
  const ask = async (
    method: 'GET' | 'POST',
    address: string,
    as: string | undefined,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> => {
    const answer = await app.inject({
      method,
      url: address,
      headers: {
        ...(as ? { authorization: `Bearer ${as}` } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { payload: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const isJson = String(answer.headers['content-type']).includes('json')
    return {
      status: answer.statusCode,
      headers: answer.headers,
      body: isJson ? JSON.parse(answer.payload) : answer.payload,
    }
  }
  return {
    ...here,
    app,
    reads,
    later: (hours: number) => void (now += hours * 3_600_000),
    get: (address: string, as = 'jo.reed', headers?: Record<string, string>) =>
      ask('GET', address, as, undefined, headers),
    post: (address: string, body: unknown, as = 'jo.reed', headers?: Record<string, string>) =>
      ask('POST', address, as, body, headers),
    /** A page, as a browser asks for it. */
    page: (address: string, as = 'jo.reed') => ask('GET', address, as, undefined, browser),
    /** A form, as a browser posts it: names and values as `postedBy` of libs/pages finds them. */
    submit: (address: string, posted: URLSearchParams, as = 'jo.reed') =>
      ask('POST', address, as, String(posted), { ...browser, 'content-type': 'application/x-www-form-urlencoded' }),
    anonymous: (method: 'GET' | 'POST', address: string) => ask(method, address, undefined),
    caughtUp: async () => following.reached(await here.log.end()),
    async close() {
      await app.close()
      await following.close()
      await reads.close()
      await sessions.close()
      staff.close()
      drafts.close()
      await here.close()
    },
  }
}
