import { execFileSync } from 'node:child_process'
import { createHmac, createSecretKey } from 'node:crypto'
import { join } from 'node:path'
import { openDrafts } from '@front-door/door'
import { createApp } from '../../apps/casework/src/app.js'
import { caseworkPlaces } from '../../apps/casework/src/places.js'
import { follow } from '@front-door/feed'
import {
  demoDesk,
  demoStaff,
  openReads,
  openSessions,
  openStaff,
  signIn,
  startLocalIssuer,
  verifier,
} from '@front-door/identity'
import { openRows, projector } from '@front-door/read-models'
import { type Sent, clients } from './clients.js'
import type { openCouncil } from './council.js'
import { line, median } from './measure.js'
import { casework } from './nothing.controller.js'

const ROUNDS = 7
const CLIENTS = 64
/** Each asks for a page a second: as many pages as ten times as many people open who read for ten seconds. */
const READERS = 10
/** Each records a decision a second meanwhile. */
const RECORDERS = 5

/** Through HTTP: decisions beside requests that decide nothing, and pages while others record. */
export async function desk(
  folder: string,
  ours: ReturnType<typeof openCouncil>,
  children: { readonly from: number; readonly busy: number; readonly long: number },
): Promise<readonly string[]> {
  const server = await start(folder, ours)
  const load = clients()
  const others = clients()
  try {
    const headers = {
      authorization: `Bearer ${await server.tokenFor('sam.field')}`,
      'content-type': 'application/json',
    }
    const ask = (requests: readonly Sent[], many: number, milliseconds: number, pause = 0, from = load) =>
      from.ask({ url: server.url, headers, clients: many, milliseconds, pause, requests })
    const all = Array.from({ length: children.busy }, (_, index) => children.from + index)
    const real = all.map((child): Sent => visit(`/api/children/B${child}/acts/make-visit`, ours.planOf(child)))
    const nothing = all.map((child): Sent => visit('/bench/nothing/make-visit', ours.planOf(child)))
    // The first requests of all wait for the code to be compiled.
    for (const requests of [real, nothing]) await ask(requests, CLIENTS, 3_000)
    const rounds = []
    for (let round = 0; round < ROUNDS; round++) {
      const decides = await ask(real, CLIENTS, 2_000)
      const checks = await ask(nothing, CLIENTS, 2_000)
      for (const failure of [...decides.failed, ...checks.failed]) throw new Error(failure)
      rounds.push([decides.perSecond, checks.perSecond] as const)
    }
    const ratios = rounds.map(([decides, checks]) => decides / checks)
    const lines = [
      line(
        `decisions/s over HTTP, ${CLIENTS} clients (check only)`,
        median(rounds.map(([decides]) => decides)),
        median(rounds.map(([, checks]) => checks)),
        ratios,
        0.7,
      ),
    ]
    // A page waits for its own reads to be on disk, not for what all those decisions left to be written.
    execFileSync('sync')
    const lists = ['contacts', 'screening', 'decisions', 'assessments', 'step-downs', 'unallocated']
    const board = lists.map((list): Sent => ({ method: 'GET', path: `/?list=${list}&whose=all` }))
    const record: readonly Sent[] = [{ method: 'GET', path: `/children/B${children.long}` }]
    for (const [what, pages] of [
      ['board', board],
      ['record of 300 events', record],
    ] as const) {
      const [reading, recording] = await Promise.all([
        ask(pages, READERS, 20_000, 1_000),
        ask(real, RECORDERS, 20_000, 1_000, others),
      ])
      for (const failure of [...reading.failed, ...recording.failed]) throw new Error(failure)
      lines.push(
        `${`${what}, ${READERS} pages a second, ms p99`.padEnd(44)}${reading.p99.toFixed(1).padStart(10)}${''.padStart(11)}   target <= 50.0   ${reading.p99 <= 50 ? 'met' : 'NOT MET'}   p50 ${reading.p50.toFixed(1)} ms`,
      )
    }
    return lines
  } finally {
    await load.close()
    await others.close()
    await server.close()
  }
}

const visit = (path: string, plan: string): Sent => ({
  method: 'POST',
  path,
  body: JSON.stringify({ plan, seen: true, note: 'The home was warm and there was food. '.repeat(8) }),
})

/** The real server on the council's record, its rows derived. */
async function start(folder: string, { log, keys, histories, recorder, agreed }: ReturnType<typeof openCouncil>) {
  const rows = await openRows(join(folder, 'rows.db'))
  const following = follow(log, projector({ log, keys, histories, rows, agreed }))
  await following.reached(await log.end())
  await following.close()
  const reads = openReads(join(folder, 'reads.db'))
  const sessions = openSessions(join(folder, 'sessions.db'))
  const staff = openStaff(join(folder, 'staff.db'), { known: demoStaff })
  const fingerprints = createSecretKey(createHmac('sha256', 'bench').digest())
  const drafts = openDrafts(join(folder, 'drafts.db'), fingerprints)
  const demo = await startLocalIssuer({ port: 0, audience: 'front-door', folder })
  const url = 'http://127.0.0.1:3999'
  const parts = {
    ...{
      log,
      histories,
      recorder,
      agreed,
      rows,
      reads,
      drafts,
      fingerprints,
      staff,
      places: caseworkPlaces,
    },
    following: {
      lag: async () => ({
        consumer: 'rows',
        at: 0,
        end: 0,
        standing: 'keeping up' as const,
        failed: 0,
        setAside: 0,
      }),
    },
    verify: verifier({ issuer: demo.issuer, audience: 'front-door' }),
    clock: () => new Date().toISOString(),
  }
  const front = {
    ...{ council: 'Bench', demo: true, url, sessions, issuer: demo.issuer },
    cookieSecret: 'a secret of more than 32 characters',
    signIn: signIn({ issuer: demo.issuer, clientId: demoDesk, url }),
  }
  const app = await createApp(parts, front, casework(parts))
  await app.listen(0, '127.0.0.1')
  return {
    url: await app.getUrl(),
    tokenFor: (person: string) => demo.tokenFor(person),
    async close() {
      await app.close()
      await demo.close()
      await sessions.close()
      staff.close()
      drafts.close()
      await reads.close()
      await rows.close()
    },
  }
}
