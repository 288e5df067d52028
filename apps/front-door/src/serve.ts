import { createServer } from 'node:net'
import { join } from 'node:path'
import { type Front, openDrafts } from '@front-door/door'
import { writerThread } from '@front-door/event-log'
import {
  type LocalIssuer,
  type Sessions,
  type Staff,
  type Verify,
  cookieSecretIn,
  isDemoIssuer,
  demoDesk,
  demoStaff,
  openReads,
  openSessions,
  openStaff,
  signIn,
  startLocalIssuer,
  verifier,
} from '@front-door/identity'
import { reportsOn } from '@front-door/performance'
import { openRowsOf } from '@front-door/read-models'
import { figuresThread } from './figures/thread.js'
import { openProgram } from './program.js'
import { insightPlaces } from '../../insight/src/places.js'
import { startProjecting } from './projecting.js'
import { caseworkPlaces } from '../../casework/src/places.js'
import { BadSettings } from './settings/setting.js'
import type { FrontDoorSettings } from './settings/settings.js'
import { openRecord } from './stores/record.js'

/** The program, running. */
export interface Running {
  readonly url: string
  /** The demo's own sign-in, where it is one. */
  readonly demo: LocalIssuer | undefined
  readonly events: number
  close(): Promise<void>
}

/** Everything in one process: the record, the thread that derives rows, the demo's sign-in, and the HTTP server. */
export async function serve(given: FrontDoorSettings): Promise<Running> {
  const port = given.port || (await freePort())
  const settings = { ...given, port, demoIssuerPort: given.demoIssuerPort ?? (given.port === 0 ? 0 : port + 1) }
  const { data } = settings
  if (settings.profile === 'production') await refuseDemo(settings)
  const record = openRecord(settings, { thread: writerThread })
  const { log, recorder, histories, agreed, keys } = record
  const rows = await openRowsOf(log, data)
  const following = startProjecting(whereOf(settings), log, rows)
  const figures = figuresThread(settings)
  const clock = () => new Date().toISOString()
  const reads = openReads(join(data, 'reads.db'))
  const sessions = openSessions(join(data, 'sessions.db'), { limits: limitsOf(settings) })
  const drafts = openDrafts(join(data, 'drafts.db'), keys.fingerprints)
  const demo = await demoIssuer(settings)
  const staff = openStaff(join(data, 'staff.db'), { known: demo ? demoStaff : [] })
  const app = await openProgram(
    {
      ...{
        staff,
        places: [...caseworkPlaces, ...insightPlaces],
        recorder,
        histories,
        log,
        rows,
        following,
        figures,
        reports: reportsOn({ log, figures, clock }),
        reads,
        drafts,
        agreed,
      },
      verify: verifyBy(settings, demo, staff),
      fingerprints: keys.fingerprints,
      clock,
    },
    await frontOf(settings, demo, sessions, staff),
    settings.logLevel,
  )
  await app.listen(settings.port, settings.host)
  return {
    url: addressOf(settings),
    demo,
    events: await log.end(),
    close: async () => {
      await app.close()
      await demo?.close()
      await figures.close()
      await following.close()
      await sessions.close()
      staff.close()
      drafts.close()
      await reads.close()
      await rows.close()
      await record.close()
    },
  }
}

async function refuseDemo({ issuer = '' }: FrontDoorSettings): Promise<void> {
  if (await isDemoIssuer(issuer))
    throw new BadSettings([
      `OIDC_ISSUER ${issuer} is the sign-in of a demo, which lets anybody in. Production must not use it.`,
    ])
}

const whereOf = ({ data, masterKey, policy, calendar }: FrontDoorSettings) => ({ data, masterKey, policy, calendar })

const addressOf = ({ url, port }: FrontDoorSettings) => url ?? `http://127.0.0.1:${port}`

const limitsOf = ({ sessionIdleMinutes, sessionHours }: FrontDoorSettings) => ({
  idle: sessionIdleMinutes * 60,
  absolute: sessionHours * 3_600,
})

async function frontOf(
  settings: FrontDoorSettings,
  demo: LocalIssuer | undefined,
  sessions: Sessions,
  { met }: Staff,
): Promise<Front> {
  const { council, data, clientSecret } = settings
  const url = addressOf(settings)
  const issuer = demo?.issuer ?? settings.issuer ?? ''
  const clientId = demo ? demoDesk : (settings.clientId ?? '')
  return {
    ...{ council, url, sessions, demo: demo !== undefined, issuer: new URL(issuer).origin },
    cookieSecret: await cookieSecretIn(data),
    signIn: signIn({
      issuer,
      clientId,
      url,
      claims: claimsOf(settings),
      met,
      ...(clientSecret ? { clientSecret } : {}),
    }),
  }
}

async function demoIssuer({
  profile,
  data,
  demoIssuerPort = 0,
  audience,
}: FrontDoorSettings): Promise<LocalIssuer | undefined> {
  if (profile !== 'demo') return undefined
  return startLocalIssuer({ port: demoIssuerPort, audience, folder: data })
}

function verifyBy(settings: FrontDoorSettings, demo: LocalIssuer | undefined, { met }: Staff): Verify {
  const { issuer, audience, plainJwt } = settings
  if (demo) return verifier({ issuer: demo.issuer, audience, met })
  return verifier({ issuer: issuer ?? '', audience, acceptPlainJwt: plainJwt, claims: claimsOf(settings), met })
}

const claimsOf = ({ profile, idClaim, roleClaim, teamClaim }: FrontDoorSettings) =>
  profile === 'demo' ? {} : { id: idClaim, role: roleClaim, team: teamClaim }

/** Where `PORT` is 0: one that is free. The address has to be known before the server listens. */
async function freePort(): Promise<number> {
  return new Promise<number>((resolve, reject) => {
    const probe = createServer().on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const found = probe.address()
      probe.close(() => resolve(typeof found === 'object' && found ? found.port : 0))
    })
  })
}
