import { join } from 'node:path'
import { Module } from '@nestjs/common'
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import type { ActName, InputOfAct } from '@front-door/case-flow'
import { DoorModule, openDrafts, openServer } from '@front-door/door'
import { follow } from '@front-door/feed'
import { NotSignedIn, demoDesk, demoStaff, openReads, openSessions, openStaff, signIn } from '@front-door/identity'
import { countFigures, feedIn, reportsOn, signalsIn } from '@front-door/performance'
import { projector } from '@front-door/read-models'
import { council } from '../../../libs/read-models/testing/council.js'
import { InsightModule, insightViews } from '../src/insight.module.js'
import { insightPlaces } from '../src/places.js'

@Module({})
class Front {}

/**
 * The pages and the API of figures over a council of its own, without a socket, asked at an instant. People sign in by
 * the id of the invented staff.
 */
export async function figuresDesk(now = '2026-06-30T08:00:00.000Z') {
  const here = await council()
  const reads = openReads(join(here.folder, 'reads.db'))
  const following = follow(here.log, projector(here))
  const sessions = openSessions(join(here.folder, 'sessions.db'))
  const staff = openStaff(join(here.folder, 'staff.db'), { known: demoStaff })
  const drafts = openDrafts(join(here.folder, 'drafts.db'), here.keys.fingerprints)
  const [url, issuer] = ['http://127.0.0.1:3000', 'http://127.0.0.1:9']
  let at = Date.parse(now)
  const clock = () => new Date((at += 1_000)).toISOString()
  let commands = 0
  const live = async () => {
    const position = await here.log.end()
    await following.reached(position)
    return { rows: here.rows, position }
  }
  let readings = 0
  let held: Promise<void> = Promise.resolve()
  async function* every() {
    readings += 1
    for await (const history of here.histories.every()) {
      await held
      yield history
    }
  }
  const figures = countFigures({
    live,
    end: () => here.log.end(),
    since: (position) => here.log.readOpen(position),
    histories: every,
    agreed: here.agreed,
    populations: { 2027: 50_000 },
    now: clock,
  })
  const standing = async () => (await live()).rows
  const insight = { ...figures, ...signalsIn(standing), ...feedIn(standing) }
  const parts = {
    ...here,
    ...{
      following,
      staff,
      reads,
      drafts,
      clock,
      places: insightPlaces,
      figures: insight,
      reports: reportsOn({ log: here.log, figures: insight, clock }),
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
    insight,
    /** How often every history was read. */
    readings: () => readings,
    /** Holds up whoever reads every history, until they are let go on, or are told that it failed. */
    hold() {
      let goOn = () => {}
      let fail: (error: Error) => void = () => {}
      held = new Promise((resolve, reject) => ([goOn, fail] = [resolve, reject]))
      return {
        goOn,
        fail: (error: Error) => {
          fail(error)
          held = Promise.resolve()
        },
      }
    },
    async get(address: string, as?: string, headers: Readonly<Record<string, string>> = {}) {
      const answer = await ask(address, as, { accept: 'application/json', ...headers })
      return { status: answer.statusCode, headers: answer.headers, body: JSON.parse(answer.payload) }
    },
    /** Something that happened on a day and is recorded only now. */
    async perform<N extends ActName>(child: string, act: N, input: InputOfAct<N>, occurredAt: string) {
      const worker = { id: 'sam.field', role: 'social-worker', team: 'Assessment North' } as const
      const children = [{ child, input: input as never }]
      const performed = await here.recorder.perform(
        { id: `told-late-${++commands}`, act, worker, now: clock(), occurredAt, children },
        '',
      )
      if (performed.outcome !== 'recorded') throw new Error(JSON.stringify(performed))
    },
    /** A form as a browser posts it, from the page it stands on. */
    async submit(address: string, typed: Readonly<Record<string, string>>, page: string, as = 'nat.frost') {
      const form = /name="_form" value="([^"]+)"/.exec(page)?.[1] ?? ''
      const answer = await app.inject({
        method: 'POST',
        url: address,
        headers: {
          ...{ accept: 'text/html', authorization: `Bearer ${as}` },
          'content-type': 'application/x-www-form-urlencoded',
        },
        payload: new URLSearchParams({ _form: form, ...typed }).toString(),
      })
      return { status: answer.statusCode, headers: answer.headers, body: answer.payload }
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
      staff.close()
      drafts.close()
      await here.close()
    },
  }
}
