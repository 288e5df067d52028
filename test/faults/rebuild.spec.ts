import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { ROWS, openRows, rowsFile } from '@front-door/read-models'
import { everything } from '../../libs/read-models/testing/contract.js'
import { cli, entry, serve, ownPort } from '../program/program.js'

const KILLS = 6
const folder = mkdtempSync(join(tmpdir(), 'front-door-'))
const command = (...args: string[]) => cli([...args, '--data', folder, '--json'])

beforeAll(async () => {
  expect((await command('simulate', '--children', '250', '--years', '2', '--until', '2026-09-30')).code).toBe(0)
}, 300_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it(`a rebuild that is killed ${KILLS} times at any moment gives the rows it would have given`, async () => {
  expect((await command('rebuild')).code).toBe(0)
  const rows = await openRows(rowsFile(folder))
  const all = async () => JSON.stringify(await everything(rows))
  const before = await all()
  await rows.db.deleteFrom('contact').execute()
  const without = await all()
  let isIn = false
  for (let kill = 0; kill < KILLS; kill++) {
    const program = spawn(process.execPath, [entry('cli.js'), 'rebuild', '--data', folder], { stdio: 'ignore' })
    const ended = once(program, 'exit')
    await Promise.race([ended, wait(300 + Math.random() * 1_500)])
    program.kill('SIGKILL')
    await ended
    const now = await all()
    isIn ||= now !== without
    expect(now === (isIn ? before : without)).toBe(true)
  }
  const told = JSON.parse((await command('rebuild')).out)
  expect(told.events).toBe(await rows.checkpoint(ROWS))
  expect((await all()) === before).toBe(true)
  expect(existsSync(join(folder, 'rows-rebuild.db'))).toBe(false)
  await rows.close()
}, 300_000)

it('the rows are rebuilt and compared while the server runs and people are recorded', async () => {
  const server = await serve(folder, ownPort)
  try {
    const [, rebuilt] = await Promise.all([
      command('simulate', '--children', '100', '--years', '1', '--seed', '2', '--until', '2026-09-30'),
      command('rebuild'),
    ])
    expect(rebuilt.code).toBe(0)
    const compared = await command('rebuild', '--compare')
    expect(JSON.parse(compared.out)).toMatchObject({ equal: true, differing: [], behind: [] })
    expect(compared.code).toBe(0)
    const rows = await openRows(rowsFile(folder))
    const { child } = await rows.db.selectFrom('contact').select('child').limit(1).executeTakeFirstOrThrow()
    await rows.db.updateTable('contact').set({ source: '9' }).where('child', '=', child).execute()
    await rows.close()
    const differs = await command('rebuild', '--compare')
    expect([differs.code, JSON.parse(differs.out).differing]).toEqual([1, [{ child, tables: ['contact'] }]])
  } finally {
    await server.stop()
  }
}, 300_000)
