import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import Database from 'better-sqlite3'
import { type Server, cli, serve, ownPort as port } from '../program/program.js'

const folder = mkdtempSync(join(tmpdir(), 'front-door-'))
const command = (...args: string[]) => cli([...args, '--data', folder, '--json'])
let server: Server

beforeAll(async () => {
  expect((await command('simulate', '--children', '60', '--years', '1', '--until', '2026-09-30')).code).toBe(0)
  server = await serve(folder, port)
}, 300_000)
afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** Changes the file of the log as a broken disk would. */
function inFile<Row>(sql: string): Row | undefined {
  const raw = new Database(join(folder, 'log.db'))
  try {
    const statement = raw.prepare<[], Row>(sql)
    if (statement.reader) return statement.get()
    statement.run()
    return undefined
  } finally {
    raw.close()
  }
}

interface Health {
  readonly status: string
  readonly rows: { readonly standing: string; readonly behind: number; readonly setAside: number }
}

async function healthOnceUp(): Promise<Health & { readonly code: number }> {
  for (;;) {
    const answer = await fetch(`${server.url}/health`)
    const health = (await answer.json()) as Health
    if (health.rows.behind === 0) return { code: answer.status, ...health }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

async function page(path: string, person: string) {
  const headers = { accept: 'text/html', authorization: `Bearer ${await server.token(person)}` }
  return (await fetch(`${server.url}${path}`, { headers })).text()
}

it('one record that is damaged in the file stands still for itself alone, is told of everywhere, and comes back', async () => {
  const found = inFile<{ position: number; name: string }>(
    `SELECT position, name FROM events JOIN streams ON streams.id = stream WHERE type = 'ContactDecided' ORDER BY position LIMIT 1`,
  )
  const child = found?.name.slice('child-'.length) ?? ''
  inFile(`UPDATE events SET open = '~' || open WHERE position = ${found?.position}`)
  await server.stop()
  for (const part of ['', '-wal', '-shm']) rmSync(join(folder, `rows.db${part}`), { force: true })
  server = await serve(folder, port)
  expect(await healthOnceUp()).toMatchObject({ code: 200, status: 'degraded', rows: { setAside: 1 } })

  const notice = '1 record could not be read, and is neither listed nor counted here'
  expect(await page('/', 'jo.reed')).toContain(notice)
  expect(await page('/performance', 'nat.frost')).toContain(notice)
  const named = await page('/set-aside', 'ray.stone')
  expect(named).toContain(child)
  expect(named).toContain(`(child-${child}, version`)

  const compared = await command('rebuild', '--compare')
  expect([compared.code, JSON.parse(compared.out)]).toMatchObject([1, { equal: true, setAside: [{ child }] }])
  const rebuilt = await cli(['rebuild', '--data', folder])
  expect([rebuilt.code, rebuilt.out]).toEqual([1, expect.stringContaining(`SET ASIDE  child ${child}: `)])
  expect(await healthOnceUp()).toMatchObject({ status: 'degraded' })

  inFile(`UPDATE events SET open = substr(open, 2) WHERE position = ${found?.position}`)
  await server.stop()
  server = await serve(folder, port)
  expect(await healthOnceUp()).toMatchObject({ code: 200, status: 'ok', rows: { setAside: 0 } })
  expect(await page('/', 'jo.reed')).not.toContain(notice)
  expect((await command('rebuild', '--compare')).code).toBe(0)
}, 300_000)
