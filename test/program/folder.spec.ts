import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import Database from 'better-sqlite3'
import { type Ran, cli, serve, ownPort as port } from './program.js'

const samples = join(import.meta.dirname, '../../libs/returns/samples')
const folder = mkdtempSync(join(tmpdir(), 'front-door-folder-'))
const data = join(folder, 'data')
const backUp = join(folder, 'back-up')
const imported = (name: string) => cli(['import', 'cin', join(samples, name), '--data', data, '--json'])
const modesIn = (path: string) =>
  Object.fromEntries(readdirSync(path).map((name) => [name, (statSync(join(path, name)).mode & 0o777).toString(8)]))
const verified = (path: string): Promise<Ran> => cli(['verify', '--data', path, '--json'])
let mask: number

/** As an operator's machine: what is made may be read by all unless its maker says otherwise. */
beforeAll(() => {
  mask = process.umask(0o022)
})
afterAll(() => {
  process.umask(mask)
  rmSync(folder, { recursive: true, force: true })
})

describe('the data folder', () => {
  it('and every file in it can be read by its owner alone, also where others could before', async () => {
    let server = await serve(data, port)
    await imported('cin-sample-clean.xml')
    const isClosed = () => {
      const modes = modesIn(data)
      for (const name of ['log.db', 'log.db-wal', 'keys.db', 'rows.db', 'rows.db-wal', 'drafts.db', 'reads.db'])
        expect(Object.keys(modes)).toContain(name)
      expect(Object.values(modes).filter((mode) => mode !== '600')).toEqual([])
      expect(statSync(data).mode & 0o777).toBe(0o700)
    }
    isClosed()
    await server.stop('SIGKILL')
    chmodSync(data, 0o755)
    for (const name of readdirSync(data)) chmodSync(join(data, name), 0o644)
    chmodSync(join(data, 'master.key'), 0o600)
    server = await serve(data, port)
    isClosed()
    await server.stop()
  }, 60_000)

  it('is restored, after a crash, as the manual says: what was backed up while the server ran is there, and whole', async () => {
    const server = await serve(data, port)
    mkdirSync(backUp)
    for (const name of ['log', 'keys', 'reads', 'staff']) {
      const from = new Database(join(data, `${name}.db`), { readonly: true })
      await from.backup(join(backUp, `${name}.db`))
      from.close()
    }
    const before = JSON.parse((await verified(data)).out)
    expect((await imported('d2i-sample-cin.xml')).code).toBe(0)
    await server.stop('SIGKILL')
    expect(existsSync(join(data, 'log.db-wal'))).toBe(true)

    renameSync(data, `${data}-before`)
    mkdirSync(data)
    for (const name of readdirSync(backUp)) copyFileSync(join(backUp, name), join(data, name))
    copyFileSync(join(`${data}-before`, 'master.key'), join(data, 'master.key'))
    const told = await verified(data)
    expect([told.code, JSON.parse(told.out)]).toEqual([0, before])
    expect(before.children).toBe(22)
    const again = await serve(data, port)
    expect((await fetch(`${again.url}/health`)).status).toBe(200)
    await again.stop()
    const compared = await cli(['rebuild', '--compare', '--data', data, '--json'])
    expect(JSON.parse(compared.out)).toMatchObject({ equal: true, children: 22 })
  }, 90_000)
})

describe('a log whose file is damaged', () => {
  const page = 4_096
  /** A copy of the record, with so many pages after some written over. */
  const damaged = (name: string, first: number, pages: number): string => {
    const copy = join(folder, name)
    mkdirSync(copy)
    for (const file of ['log.db', 'keys.db', 'master.key']) copyFileSync(join(data, file), join(copy, file))
    const file = openSync(join(copy, 'log.db'), 'r+')
    writeSync(file, Buffer.alloc(pages * page, 0xa5), 0, pages * page, first * page)
    return copy
  }
  const pagesIn = () => statSync(join(data, 'log.db')).size / page

  it('is found by verify, which says so in words and as a document, with exit code 1', async () => {
    const copy = damaged('middle', Math.floor(pagesIn() / 3), 4)
    const told = await cli(['verify', '--data', copy])
    expect(told).toMatchObject({
      code: 1,
      out: expect.stringContaining(`BROKEN  ${join(copy, 'log.db')} is damaged (`),
    })
    expect(told.out + told.err).not.toContain('    at ')
    const document = await verified(copy)
    expect([document.code, JSON.parse(document.out)]).toMatchObject([1, { ok: false, flaws: [{ what: 'damaged' }] }])
  })

  it('is not served where its beginning, its last event or its last command cannot be read', async () => {
    const log = new Database(join(data, 'log.db'), { readonly: true })
    const last = log.prepare<[string], number>('SELECT pageno FROM dbstat WHERE name = ? ORDER BY path DESC LIMIT 1')
    const pages = Object.entries({
      beginning: 1,
      ...Object.fromEntries(['events', 'commands'].map((table) => [table, last.pluck().get(table) ?? 0])),
    })
    log.close()
    for (const [name, page] of pages) {
      const copy = damaged(name, page - 1, 1)
      await expect(serve(copy, port)).rejects.toThrow(/The server ended with 2: \S+log\.db is (damaged|not the log)/)
      expect((await verified(copy)).code).toBe(1)
    }
  }, 30_000)
})
