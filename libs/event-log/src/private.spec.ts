import { chmodSync, existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { openStore } from './sqlite/store.js'
import { closeToOthers, ensurePrivate } from './private.js'

const kind = { file: 'log.db', what: 'the log', mark: 42, steps: ['CREATE TABLE one (x)'] }
const modeOf = (path: string) => statSync(path).mode & 0o7777

describe('what only its owner may read', () => {
  let folder: string
  let mask: number

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'front-door-'))
    mask = process.umask(0)
  })

  afterEach(() => {
    process.umask(mask)
    rmSync(folder, { recursive: true })
  })

  it('is a file of the data folder, what SQLite keeps beside it, and every folder that is made for it', () => {
    const data = join(folder, 'a', 'b')
    const connection = openStore(data, kind)
    connection.exec('INSERT INTO one VALUES (7)')
    for (const part of ['', '-wal', '-shm']) expect(modeOf(join(data, `log.db${part}`))).toBe(0o600)
    for (const made of [join(folder, 'a'), data]) expect(modeOf(made)).toBe(0o700)
    connection.close()
  })

  it('is also a file that others could read so far, with its folder', () => {
    const before = openStore(folder, kind)
    before.exec('INSERT INTO one VALUES (7)')
    const parts = ['', '-wal', '-shm'].map((part) => join(folder, `log.db${part}`))
    for (const part of parts) chmodSync(part, 0o644)
    chmodSync(folder, 0o755)
    const now = openStore(folder, kind)
    expect([folder, ...parts].map(modeOf)).toEqual([0o700, 0o600, 0o600, 0o600])
    now.close()
    before.close()
  })

  it('is not taken from a folder that all share', () => {
    chmodSync(folder, 0o1777)
    closeToOthers(folder)
    expect(modeOf(folder)).toBe(0o1777)
  })

  it('keeps what is in it, and makes nothing in a folder that is not there', () => {
    const file = join(folder, 'some.db')
    writeFileSync(file, 'kept', { mode: 0o664 })
    ensurePrivate(file)
    expect([modeOf(file), statSync(file).size]).toEqual([0o600, 4])
    expect(() => ensurePrivate(join(folder, 'none', 'some.db'))).toThrow('ENOENT')
    expect(existsSync(join(folder, 'none'))).toBe(false)
  })
})
