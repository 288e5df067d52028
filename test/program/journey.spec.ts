import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import Database from 'better-sqlite3'
import { openReads } from '@front-door/identity'
import { type Server, cli, serve, ownPort as port } from './program.js'

const samples = join(import.meta.dirname, '../../libs/returns/samples')
const data = mkdtempSync(join(tmpdir(), 'front-door-journey-'))
let server: Server
const tokens = new Map<string, string>()

beforeAll(async () => {
  server = await serve(data, port)
}, 60_000)

afterAll(async () => {
  await server.stop()
  rmSync(data, { recursive: true, force: true })
})

interface Told {
  readonly status: number
  /** Whatever came back. */
  readonly body: ReturnType<typeof JSON.parse>
}

async function ask(person: string, path: string, body?: object): Promise<Told> {
  if (!tokens.has(person)) tokens.set(person, await server.token(person))
  const headers = {
    authorization: `Bearer ${tokens.get(person)}`,
    ...(body ? { 'content-type': 'application/json' } : {}),
  }
  const answer = await fetch(`${server.url}/api${path}`, {
    method: body ? 'POST' : 'GET',
    headers,
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  return { status: answer.status, body: await answer.json() }
}

/** Does an act about one child, and gives the ids of the items it named. */
async function act(person: string, child: string, name: string, body: object): Promise<Record<string, string>> {
  const told = await ask(person, `/children/${child}/acts/${name}`, body)
  if (told.status !== 201) throw new Error(`${name}: ${JSON.stringify(told.body)}`)
  return Object.assign({}, ...told.body.children[0].events.map(({ items }: { items: object }) => items))
}

describe('from a fresh start', () => {
  let siblings: { child: string; contact: string }[]

  it('a census return that somebody else made is imported while the server runs, and again adds nothing', async () => {
    const args = ['import', 'cin', join(samples, 'd2i-sample-cin.xml'), '--data', data, '--json']
    const first = await cli(args)
    expect(first.code).toBe(0)
    const [file] = JSON.parse(first.out).files
    expect(file.imported).toMatchObject({ children: 332, episodes: 402, changed: 332, notImported: 0 })
    expect(file.imported.contradictions).toBeGreaterThan(500)
    expect(JSON.parse((await cli(args)).out).files[0].imported).toMatchObject({ events: 0, unchanged: 332 })
  }, 60_000)

  it('an imported trail can be read, by the API and by the command line, as known on a day too', async () => {
    const { body } = await ask('val.brook', '/children/RND000215205141/trail')
    expect(body.lines.map(({ type }: { type: string }) => type)).toEqual([
      'PersonRegistered',
      'ReferralReceived',
      'ReferralDecided',
      'ConferenceHeld',
      'CaseClosed',
    ])
    const printed = await cli(['trail', 'RND000215205141', '--data', data])
    expect(printed.out).toContain('13 July 2020  Referral received')
    const log = openReads(join(data, 'reads.db'))
    expect((await log.ofChild('RND000215205141')).reads.map(({ worker, team }) => [team, worker])).toEqual([
      ['Command line', expect.stringMatching(/^[\w.@-]+$/)],
      ['Peer Review', 'val.brook'],
    ])
    await log.close()
    expect(await cli(['trail', 'RND000215205141', '--data', data, '--as-known-at', '2020-12-31'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('Nothing was recorded'),
    })
  })

  it('a contact about three siblings is one act', async () => {
    const told = await ask('jo.reed', '/acts/receive-contact', {
      source: '6',
      domesticAbuse: true,
      concern: 'Police were called to shouting. Three children were upstairs.',
      siblings: true,
      children: [
        { person: { givenName: 'Ash', familyName: 'Example', birthDate: '2014-02-03' } },
        { person: { givenName: 'Bryn', familyName: 'Example', birthDate: '2017-08-09' } },
        { person: { givenName: 'Cam', familyName: 'Example' } },
      ],
    })
    expect(told.status).toBe(201)
    siblings = told.body.children.map(
      ({ child, events }: { child: string; events: { items: { contact?: string } }[] }) => ({
        child,
        contact: events.find(({ items }) => items.contact)?.items.contact,
      }),
    )
    expect(siblings).toHaveLength(3)
  })

  it('the first is assessed, authorised by another manager, and stepped down to early help', async () => {
    const [{ child, contact } = { child: '', contact: '' }] = siblings
    await act('jo.reed', child, 'start-screening', { about: contact })
    await act('jo.reed', child, 'rate-priority', { about: contact, priority: 'AMBER', reason: 'Repeat call-outs.' })
    await act('jo.reed', child, 'record-consent', { about: contact, consent: 'GIVEN' })
    await act('jo.reed', child, 'record-voice', { about: contact, how: 'SAID', voice: 'I put my headphones on.' })
    const { referral } = await act('jo.reed', child, 'decide-contact', {
      contact,
      outcome: 'CIN_REFERRAL',
      reason: 'Third call-out this year.',
    })
    await act('jo.reed', child, 'decide-referral', {
      referral,
      outcome: 'ASSESSMENT',
      need: 'N1',
      reason: 'Needs a full picture.',
    })
    await act('morgan.hill', child, 'allocate-case', { referral, to: 'sam.field', team: 'Assessment North' })
    const { assessment } = await act('toni.bell', child, 'start-assessment', { referral })
    await act('sam.field', child, 'see-child', { about: assessment, alone: true, seen: 'Talked easily once outside.' })
    await act('toni.bell', child, 'complete-assessment', {
      assessment,
      outcome: 'STEP_DOWN_EH',
      factors: ['3B'],
      analysis: 'The risk has moved out.',
    })
    const own = await ask('toni.bell', `/children/${child}/acts/authorise-assessment`, { assessment })
    expect(own).toMatchObject({ status: 422, body: { errors: [{ rule: 'own-assessment' }] } })
    await act('morgan.hill', child, 'authorise-assessment', { assessment })
    const { stepDown } = await act('sam.field', child, 'propose-step-down', {
      referral,
      actions: 'Weekly check-in at school.',
      reason: 'Safe with support.',
    })
    await act('alex.moor', child, 'accept-step-down', {
      stepDown,
      lead: 'Lee Example',
      organisation: 'Northtown Family Centre',
    })
    const { body } = await ask('val.brook', `/children/${child}`)
    expect(body.referrals[0]).toMatchObject({ stage: 'closed', closureReason: 'RC9' })
    expect(body.earlyHelp[0]).toMatchObject({ stage: 'open' })
  })

  it('the second goes straight to a strategy discussion and a section 47 enquiry', async () => {
    const { child, contact } = siblings[1] ?? { child: '', contact: '' }
    const { section47 } = await act('robin.shaw', child, 'hold-strategy-discussion', {
      about: contact,
      agencies: ['POLICE', 'HEALTH', 'SOCIAL_CARE'],
      outcome: 'SECTION_47',
      enquiryBy: 'JOINT',
    })
    const { body } = await ask('jo.reed', `/children/${child}/next`)
    expect(body.missing[0]).toMatchObject({ what: 'reason' })
    await act('sam.field', child, 'conclude-section-47', {
      section47,
      outcome: 'ICPC',
      reason: 'Harm is substantiated.',
    })
  })

  it('the third ends with no further action, and nothing more happens to it', async () => {
    const { child, contact } = siblings[2] ?? { child: '', contact: '' }
    await act('jo.reed', child, 'decide-contact', {
      contact,
      outcome: 'NFA',
      reason: 'Was not at home; seen well at nursery.',
    })
    const again = await ask('jo.reed', `/children/${child}/acts/decide-contact`, {
      contact,
      outcome: 'NFA',
      reason: 'Again.',
    })
    expect(again).toMatchObject({ status: 422, body: { errors: [{ rule: 'stage' }] } })
  })

  it('an analyst reads the rows as OData, and a program without a token is told where people sign in', async () => {
    const token = await server.token('nat.frost')
    const feed = (headers: Record<string, string> = {}) =>
      fetch(`${server.url}/odata/Children?$count=true&$top=1`, { headers })
    const told = await (await feed({ authorization: `Bearer ${token}` })).json()
    expect(told).toMatchObject({ '@odata.count': 335, '@odata.context': `${server.url}/odata/$metadata#Children` })
    const nobody = await feed({ authorization: 'Bearer' })
    expect(nobody.status).toBe(401)
    expect(nobody.headers.get('www-authenticate')).toMatch(
      /^Bearer authorization_uri="http:\/\/127\.0\.0\.1:\d+\/auth"$/,
    )
  })

  it('everything is there after a restart', async () => {
    const trail = async () => (await ask('val.brook', `/children/${siblings[0]?.child}/trail`)).body
    const before = await trail()
    expect(await server.stop()).toBe(0)
    server = await serve(data, port)
    expect(await trail()).toEqual(before)
    const { body } = await ask('jo.reed', '/children?name=example')
    expect(body.results).toBe(3)
  }, 30_000)

  it('verify passes, and one changed byte makes it name the child and the event', async () => {
    const whole = await cli(['verify', '--data', data, '--json'])
    expect(whole.code).toBe(0)
    expect(JSON.parse(whole.out)).toMatchObject({ ok: true, flaws: [] })
    await server.stop()
    const changed = tamper()
    const broken = await cli(['verify', '--data', data, '--json'])
    expect(broken.code).toBe(1)
    expect(JSON.parse(broken.out).flaws[0]).toMatchObject({
      what: 'changed',
      child: siblings[2]?.child,
      id: changed,
      type: 'ContactDecided',
    })
    expect((await cli(['verify', '--data', data])).out).toContain(
      `BROKEN  ContactDecided (child-${siblings[2]?.child}, version`,
    )
    server = await serve(data, port)
  }, 60_000)

  /** As somebody with an SQLite editor would: one letter of the decision on the third child. Gives the event's id. */
  function tamper(): string {
    const db = new Database(join(data, 'log.db'))
    const row = db
      .prepare<[string], { position: number; id: string; open: string }>(
        `SELECT position, open ->> 'id' AS id, open FROM events WHERE type = 'ContactDecided' AND stream = (SELECT id FROM streams WHERE name = ?)`,
      )
      .get(`child-${siblings[2]?.child}`)
    db.prepare('UPDATE events SET open = ? WHERE position = ?').run(
      row?.open.replace('"NFA"', '"NFB"') ?? '',
      row?.position ?? 0,
    )
    db.close()
    return row?.id ?? ''
  }
})

describe('the command line', () => {
  it('says how it is used, and what was wrong with its use', async () => {
    expect(await cli(['help'])).toMatchObject({ code: 0, out: expect.stringContaining('front-door COMMAND') })
    expect(await cli(['dance'])).toMatchObject({ code: 2 })
    expect(await cli(['trail', '--data', data])).toMatchObject({
      code: 2,
      err: expect.stringContaining('Name the child'),
    })
    expect(await cli(['trail', 'NOBODY1', '--data', data])).toMatchObject({
      code: 2,
      err: "There is no child NOBODY1.\n\nfront-door trail CHILD [--as-known-at DATE] [--data DIR] [--json]\n  A child's decision trail, oldest first: who, what, when it happened, when it was recorded, and why.\n",
    })
    expect(await cli(['verify', '--colour', '--data', data])).toMatchObject({
      code: 2,
      err: expect.stringContaining('--colour'),
    })
    expect(await cli(['import', 'cin', '/nowhere.xml', '--data', data])).toMatchObject({ code: 2 })
  })

  it('takes no more words than it asks for', async () => {
    for (const [command, ...words] of [
      ['verify', 'all'],
      ['trail', 'ABC1', 'ABC2'],
      ['token', 'jo.reed', 'sam.field'],
    ] as const)
      expect(await cli([command, ...words, '--data', data])).toMatchObject({
        ...{ code: 2, out: '' },
        err: expect.stringContaining(`This is more than it takes: ${words.at(-1)}`),
      })
  })

  it('finds no record in a folder that was mistyped, and makes none there', async () => {
    const mistyped = `${data}-mistyped`
    for (const command of [['verify'], ['trail', 'ABC1']])
      expect(await cli([...command, '--data', mistyped])).toMatchObject({
        ...{ code: 2, out: '' },
        err: expect.stringContaining(`There is no record in ${mistyped}. Name its folder`),
      })
    expect(existsSync(mistyped)).toBe(false)
  })

  it('verifies a log that was restored before its keys were', async () => {
    const restored = mkdtempSync(join(tmpdir(), 'front-door-restored-'))
    await cli(['import', 'cin', join(samples, 'cin-sample-clean.xml'), '--data', restored])
    for (const key of ['keys.db', 'master.key']) rmSync(join(restored, key))
    expect(await cli(['verify', '--data', restored])).toMatchObject({
      code: 0,
      out: expect.stringContaining('events of 22 children checked'),
    })
    expect(readdirSync(restored)).toEqual(['log.db'])
    rmSync(restored, { recursive: true })
  })

  it('refuses to start with settings that are wrong, naming all of them', async () => {
    const { code, err } = await cli(['verify'], { PORT: 'x', FRONT_DOOR_PROFILE: 'production', LOG_LEVEL: 'loud' })
    expect(code).toBe(2)
    for (const name of ['PORT', 'LOG_LEVEL', 'OIDC_ISSUER', 'FRONT_DOOR_MASTER_KEY_FILE']) expect(err).toContain(name)
  })

  it('refuses the demo where it is production', async () => {
    expect(await cli(['verify'], { NODE_ENV: 'production' })).toMatchObject({
      code: 2,
      err: expect.stringContaining('FRONT_DOOR_PROFILE must be production'),
    })
  })
})
