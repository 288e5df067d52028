import Database from 'better-sqlite3'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { UnusableStore, openStore } from './store.js'

const kind = { file: 'log.db', what: 'the log', mark: 42, steps: ['CREATE TABLE one (x)', 'CREATE TABLE two (x)'] }

describe('a file of the data folder', () => {
  let folder: string

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'front-door-'))
  })

  afterEach(() => rmSync(folder, { recursive: true }))

  it('is made with its folders, and every commit waits for the disk', () => {
    const connection = openStore(join(folder, 'a', 'b'), kind)
    expect(connection.pragma('journal_mode', { simple: true })).toBe('wal')
    expect(connection.pragma('synchronous', { simple: true })).toBe(2)
    connection.close()
    const again = openStore(join(folder, 'a', 'b'), kind)
    expect(again.pragma('synchronous', { simple: true })).toBe(2)
    again.close()
  })

  it('of an earlier version is brought up to date, keeping what is in it', () => {
    const before = openStore(folder, { ...kind, steps: kind.steps.slice(0, 1) })
    before.exec('INSERT INTO one VALUES (7)')
    before.close()
    const now = openStore(folder, kind)
    expect(now.prepare('SELECT x FROM one').pluck().all()).toEqual([7])
    expect(now.prepare('SELECT x FROM two').pluck().all()).toEqual([])
    now.close()
  })

  it('of a newer version is left alone, with a sentence that says so', () => {
    openStore(folder, { ...kind, steps: [...kind.steps, 'CREATE TABLE three (x)'] }).close()
    expect(() => openStore(folder, kind)).toThrow(UnusableStore)
    expect(() => openStore(folder, kind)).toThrow('was written by a newer Front Door (schema 3; this one knows 2)')
  })

  it('that is another program’s is left alone, whatever it is', () => {
    const other = new Database(join(folder, 'log.db'))
    other.exec('CREATE TABLE theirs (x)')
    other.close()
    expect(() => openStore(folder, kind)).toThrow('log.db is not the log of Front Door.')
    writeFileSync(join(folder, 'log.db'), 'These are notes. '.repeat(100))
    expect(() => openStore(folder, kind)).toThrow('log.db is not the log of Front Door.')
    rmSync(join(folder, 'log.db'))
    openStore(folder, { ...kind, mark: 43 }).close()
    expect(() => openStore(folder, kind)).toThrow(UnusableStore)
  })

  it('needs a folder that can be written', () => {
    writeFileSync(join(folder, 'file'), '')
    for (const path of [join(folder, 'file'), join(folder, 'file', 'data')])
      expect(() => openStore(path, kind)).toThrow(`The folder ${path} cannot be written.`)
  })
})
