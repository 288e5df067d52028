import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { audience, newKey, startIssuer, token } from '../../libs/identity/testing/issuer.js'
import { wordsOf } from '../../libs/pages/testing/browser.js'
import { type Server, serve, ownPort as port } from './program.js'

/** Two workers as a council's own sign-in knows them: by an id that says nothing to anybody. */
const screener = {
  ...{ sub: '7be1c2f0-5a0d-4f0e-9a53-0c9a1f6f2b11', name: 'Gwella Otterbeck' },
  ...{ role: 'screening-social-worker', team: 'MASH' },
}
const socialWorker = {
  ...{ sub: 'c04f8d9e-1f5b-4d1c-8a7e-6b0f2d3e4a22', name: 'Ivlika Hazlecroft' },
  ...{ role: 'social-worker', team: 'Assessment' },
}
const manager = { sub: 'e9a3b7c5-2c6d-4e8f-b1a0-5d4c3b2a1f33', role: 'team-manager', team: 'MASH' }

const folder = mkdtempSync(join(tmpdir(), 'front-door-names-'))
const data = join(folder, 'data')
let issuer: Awaited<ReturnType<typeof startIssuer>>
let key: Awaited<ReturnType<typeof newKey>>
let server: Server

const start = () =>
  serve(data, port, {
    FRONT_DOOR_PROFILE: 'production',
    FRONT_DOOR_URL: 'https://front-door.example',
    FRONT_DOOR_MASTER_KEY_FILE: join(folder, 'master.key'),
    OIDC_ISSUER: issuer.issuer,
    OIDC_AUDIENCE: audience,
    OIDC_CLIENT_ID: 'desk',
  })

beforeAll(async () => {
  writeFileSync(join(folder, 'master.key'), randomBytes(32), { mode: 0o600 })
  key = await newKey('first')
  issuer = await startIssuer(key)
  server = await start()
}, 60_000)

afterAll(async () => {
  await server.stop()
  await issuer.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function ask(person: object, path: string, body?: object): Promise<string> {
  const now = Math.floor(Date.now() / 1000)
  const shown = await token(issuer.issuer, key, { ...person, iat: now, exp: now + 300 })
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
    method: body ? 'POST' : 'GET',
    headers: {
      authorization: `Bearer ${shown}`,
      ...(body ? { 'content-type': 'application/json' } : { accept: 'text/html' }),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  const told = await answer.text()
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${told}`)
  return told
}

async function act(person: object, path: string, body: object): Promise<Record<string, string>> {
  const { children } = JSON.parse(await ask(person, `/api/${path}`, body))
  const [{ child, events }] = children
  return Object.assign({ child }, ...events.map(({ items }: { items: object }) => items))
}

/** The page once it says so: rows follow the record within moments. */
async function pageThatSays(text: string, person: object, path: string): Promise<string> {
  for (let turn = 0; turn < 100; turn++) {
    const page = wordsOf(await ask(person, path))
    if (page.includes(text)) return page
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`${path} does not say ${text}.`)
}

describe('in production people have names', () => {
  let child: string

  it('on the trail of what they decided; without one in their token they stay an id', async () => {
    const received = await act(screener, 'acts/receive-contact', {
      ...{ source: '6', concern: 'They were alone at home.' },
      children: [{ person: { givenName: 'Robin', familyName: 'Example' } }],
    })
    child = String(received['child'])
    const about = received['contact']
    await act(manager, `children/${child}/acts/rate-priority`, { about, priority: 'RED', reason: 'Harm.' })
    const record = wordsOf(await ask(screener, `/children/${child}`))
    expect(record).toContain('Gwella Otterbeck, Screening social worker, MASH')
    expect(record).toContain(`${manager.sub}, Team manager, MASH`)
    expect(record).not.toContain(screener.sub)
  })

  it('where one is picked, with role and team, once they have signed in', async () => {
    const { contact = '' } = await act(screener, 'acts/receive-contact', {
      ...{ source: '6', concern: 'They were alone again.' },
      children: [{ child }],
    })
    const { referral } = await act(screener, `children/${child}/acts/decide-contact`, {
      ...{ contact, outcome: 'CIN_REFERRAL', reason: 'Second call-out this year.' },
    })
    await act(screener, `children/${child}/acts/decide-referral`, {
      ...{ referral, outcome: 'ASSESSMENT', need: 'N1', reason: 'Needs a full picture.' },
    })
    const form = `/children/${child}/acts/allocate-case`
    expect(wordsOf(await ask(manager, form))).not.toContain('Ivlika Hazlecroft')
    await ask(socialWorker, '/')
    const offered = await ask(manager, form)
    expect(wordsOf(offered)).toContain('Ivlika Hazlecroft Social worker, Assessment')
    expect(offered).toContain(`value="${socialWorker.sub}"`)
    await act(manager, `children/${child}/acts/allocate-case`, { referral, to: socialWorker.sub, team: 'Assessment' })
    await act(socialWorker, `children/${child}/acts/start-assessment`, { referral })
  })

  it('on the board, and after a restart without signing in again', async () => {
    await server.stop()
    server = await start()
    const board = await pageThatSays('Ivlika Hazlecroft', screener, '/?list=assessments&whose=all')
    expect(board).not.toContain(socialWorker.sub)
    expect(wordsOf(await ask(manager, `/children/${child}`))).toContain('Gwella Otterbeck')
  })
})
