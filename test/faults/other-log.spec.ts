import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from '@jest/globals'
import { type Server, cli, serve, ownPort as port } from '../program/program.js'

const folder = mkdtempSync(join(tmpdir(), 'front-door-'))
const command = (...args: string[]) => cli([...args, '--data', folder, '--json'])
let server: Server

beforeEach(async () => {
  expect((await command('simulate', '--children', '300', '--years', '2', '--until', '2026-09-30')).code).toBe(0)
  await start()
}, 300_000)
afterEach(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function start() {
  server = await serve(folder, port, { LOG_LEVEL: 'info' })
}

async function onceUp(): Promise<unknown> {
  for (;;) {
    const { status, rows } = (await (await fetch(`${server.url}/health`)).json()) as {
      status: string
      rows: { behind: number }
    }
    if (rows.behind === 0) return status
    expect(rows.behind).toBeGreaterThan(0)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

async function received(familyName: string) {
  const answer = await fetch(`${server.url}/api/acts/receive-contact`, {
    method: 'POST',
    headers: { authorization: `Bearer ${await server.token('jo.reed')}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      source: '6',
      concern: 'He was alone again.',
      children: [{ person: { givenName: 'Orla', familyName } }],
    }),
  })
  expect([answer.status, await answer.text()]).toEqual([201, expect.any(String)])
}

it('rows that are far behind are derived anew, and rows of a later log than the one that was restored are thrown away', async () => {
  expect(await onceUp()).toBe('ok')
  expect(server.said()).toContain('all are derived anew')
  expect((await command('rebuild', '--compare')).code).toBe(0)
  await server.stop()

  const backUp = mkdtempSync(join(tmpdir(), 'front-door-back-up-'))
  cpSync(folder, backUp, { recursive: true })
  await start()
  for (const name of ['Quill', 'Rook', 'Stone']) await received(name)
  expect(await onceUp()).toBe('ok')
  await server.stop()
  for (const part of ['-wal', '-shm']) rmSync(join(folder, `log.db${part}`), { force: true })
  for (const file of ['log.db', 'keys.db']) cpSync(join(backUp, file), join(folder, file))
  rmSync(backUp, { recursive: true })

  await start()
  expect(await onceUp()).toBe('ok')
  await received('Thorn')
  expect(await onceUp()).toBe('ok')
  expect(JSON.parse((await command('rebuild', '--compare')).out)).toMatchObject({ equal: true, behind: [] })
}, 300_000)
