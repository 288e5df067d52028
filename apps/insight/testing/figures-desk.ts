import { join } from 'node:path'
import { Module } from '@nestjs/common'
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { DoorModule, openDrafts, openServer } from '@front-door/door'
import { follow } from '@front-door/feed'
import { NotSignedIn, demoDesk, demoStaff, openReads, openSessions, signIn } from '@front-door/identity'
import { countFigures, feedIn, signalsIn } from '@front-door/performance'
import { projector } from '@front-door/read-models'
import { council } from '../../../libs/read-models/testing/council.js'
import { InsightModule, insightViews } from '../src/insight.module.js'
import { insightPlaces } from '../src/places.js'

@Module({})
class Front {}

/** The API of figures over a council of its own, without a socket. People sign in by the id of the invented staff. */
export async function figuresDesk() {
  const here = await council()
  const reads = openReads(join(here.folder, 'reads.db'))
  const following = follow(here.log, projector(here))
  const sessions = openSessions(join(here.folder, 'sessions.db'))
  const drafts = openDrafts(join(here.folder, 'drafts.db'), here.keys.fingerprints)
  const [url, issuer] = ['http://127.0.0.1:3000', 'http://127.0.0.1:9']
  const clock = () => '2026-06-30T08:00:00.000Z'
  const live = async () => {
    const position = await here.log.end()
    await following.reached(position)
    return { rows: here.rows, position }
  }
  const figures = countFigures({
    live,
    end: () => here.log.end(),
    histories: () => here.histories.every(),
    agreed: here.agreed,
    populations: { 2027: 50_000 },
    now: clock,
  })
  const standing = async () => (await live()).rows
  const parts = {
    ...here,
    ...{
      staff: demoStaff,
      reads,
      drafts,
      clock,
      places: insightPlaces,
      figures: { ...figures, ...signalsIn(standing), ...feedIn(standing) },
    },
    signIn: signIn({ issuer, clientId: demoDesk, url }),
    verify: async (token: string) => {
      const person = demoStaff.find(({ id }) => id === token)
      if (!person) throw new NotSignedIn('signature')
      return person
    },
  }
  const app: NestFastifyApplication = await openServer(
    parts,
    {
      ...{ council: 'Barton Council', demo: true, url, sessions, issuer },
      cookieSecret: 'a secret of more than 32 characters',
      signIn: parts.signIn,
    },
    {
      module: { module: Front, imports: [DoorModule.on(parts), InsightModule.on(parts)] },
      views: [insightViews],
    },
  )
  const ask = (address: string, as: string | undefined, more: Readonly<Record<string, string>>) =>
    app.inject({
      method: 'GET',
      url: address,
      headers: { ...more, ...(as ? { authorization: `Bearer ${as}` } : {}) },
    })
  return {
    ...here,
    reads,
    figures,
    async get(address: string, as?: string, headers: Readonly<Record<string, string>> = {}) {
      const answer = await ask(address, as, { accept: 'application/json', ...headers })
      return { status: answer.statusCode, headers: answer.headers, body: JSON.parse(answer.payload) }
    },
    /** A page or a file, as a browser asks for it. */
    async page(address: string, as = 'nat.frost') {
      const answer = await ask(address, as, { accept: 'text/html' })
      return { status: answer.statusCode, headers: answer.headers, body: answer.payload, bytes: answer.rawPayload }
    },
    async close() {
      await app.close()
      await figures.close()
      await following.close()
      await reads.close()
      await sessions.close()
      drafts.close()
      await here.close()
    },
  }
}
