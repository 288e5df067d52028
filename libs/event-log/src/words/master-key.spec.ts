import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { UnusableMasterKey, masterKeyFile } from './master-key.js'

describe('the master key in a file', () => {
  let folder: string

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'front-door-'))
  })

  afterEach(() => rmSync(folder, { recursive: true }))

  it('is made for a new data folder, for its owner only, and is the same from then on', () => {
    const path = join(folder, 'new', 'master.key')
    const key = masterKeyFile(path)
    expect(key).toHaveLength(32)
    expect(Buffer.from(key).equals(readFileSync(path))).toBe(true)
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(readdirSync(join(folder, 'new'))).toEqual(['master.key'])
    expect(masterKeyFile(path)).toEqual(key)
  })

  it('may lie in another folder than the data', () => {
    const path = join(folder, 'keys', 'master.key')
    expect(masterKeyFile(path, join(folder, 'data'))).toHaveLength(32)
  })

  it.each(['log.db', 'keys.db'])('is not made where there is a %s already, which it could not open', (file) => {
    writeFileSync(join(folder, file), '')
    const elsewhere = join(folder, 'elsewhere', 'master.key')
    expect(() => masterKeyFile(join(folder, 'master.key'))).toThrow(UnusableMasterKey)
    expect(() => masterKeyFile(elsewhere, folder)).toThrow('Put back the key file that belongs to it.')
    expect(readdirSync(folder)).toEqual([file])
  })

  it('has 32 bytes', () => {
    const path = join(folder, 'master.key')
    writeFileSync(path, Buffer.alloc(16))
    expect(() => masterKeyFile(path)).toThrow('has 16 bytes. It must have 32.')
  })
})
