import { randomBytes } from 'node:crypto'
import Database from 'better-sqlite3'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { KeyDestroyed, KeyMissing, type Keys, WrongMasterKey } from './keys.js'
import { openWords } from './open-words.js'
import { seal } from './seal.js'
import { openKeys } from './sqlite-keys.js'

const master = randomBytes(32)
const AT = '2025-06-02T08:00:00.000Z'

describe('the keys of children', () => {
  let folder: string
  let keys: Keys

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'front-door-'))
    keys = openKeys(folder, master)
  })

  afterEach(async () => {
    await keys.close()
    rmSync(folder, { recursive: true })
  })

  const keyOf = async (child: string, from = keys) => (await from.toSeal([child])).get(child)?.export().toString('hex')

  it('are made when first needed, and stay the same', async () => {
    const made = await keys.toSeal(['A1', 'B2'])
    const [a, b] = [await keyOf('A1'), await keyOf('B2')]
    expect([...made.keys()]).toEqual(['A1', 'B2'])
    expect(a).not.toBe(b)
    expect(await keyOf('A1')).toBe(a)
    await keys.close()
    keys = openKeys(folder, master)
    expect(await keyOf('A1')).toBe(a)
  })

  it('are made once for each child, however many ask at once and in however many programs', async () => {
    const other = openKeys(folder, master)
    const asked = Array.from({ length: 40 }, (_, index) =>
      (index % 2 === 0 ? keys : other).toSeal(['A1', `C${index % 5}`]),
    )
    const made = (await Promise.all(asked)).map((each) => each.get('A1')?.export().toString('hex'))
    expect(new Set(made).size).toBe(1)
    await other.close()
  })

  it('stand in the file wrapped', async () => {
    const key = Buffer.from((await keyOf('A1')) ?? '', 'hex')
    await keys.close()
    const file = readFileSync(join(folder, 'keys.db'))
    expect(key).toHaveLength(32)
    expect(file.includes(key)).toBe(false)
    expect(file.includes(master)).toBe(false)
    keys = openKeys(folder, master)
  })

  it('are not found where there never were any', async () => {
    expect(await keys.find('A1')).toBeUndefined()
    await expect(openWords(keys, 'A1', 'e-1', new Uint8Array(40))).rejects.toThrow(KeyMissing)
  })

  it('are destroyed for good: nothing opens, and nothing more is sealed', async () => {
    const key = (await keys.toSeal(['A1'])).get('A1')
    if (!key) throw new Error('No key was made.')
    const sealed = seal(key, 'A1', 'e-1', { reason: 'x' })
    expect(await openWords(keys, 'A1', 'e-1', sealed)).toEqual({ reason: 'x' })
    await keys.destroy('A1', AT)
    for (let opening = 0; opening < 2; opening++) {
      expect(await openWords(keys, 'A1', 'e-1', sealed)).toBeUndefined()
      expect(await keys.find('A1')).toBe('destroyed')
      await expect(keys.toSeal(['B2', 'A1'])).rejects.toThrow(KeyDestroyed)
      await keys.close()
      keys = openKeys(folder, master)
    }
    await keys.destroy('A1', '2026-01-01T00:00:00.000Z')
    expect(await keys.find('A1')).toBe('destroyed')
  })

  it('can be destroyed before there is one', async () => {
    await keys.destroy('A1', AT)
    await expect(keys.toSeal(['A1'])).rejects.toThrow('The words about child A1 were erased')
  })

  it('leave no trace in the files when they are destroyed', async () => {
    await keys.toSeal(['A0', 'A1', 'A2'])
    const raw = new Database(join(folder, 'keys.db'))
    const wrapped = raw.prepare<[], Buffer>(`SELECT wrapped FROM keys WHERE child = 'A1'`).pluck().get() ?? Buffer.of()
    raw.close()
    const parts = [0, 12, 24, 36, 48].map((at) => wrapped.subarray(at, at + 12))
    const left = () =>
      ['keys.db', 'keys.db-wal'].flatMap((file) =>
        parts.filter((part) => readFileSync(join(folder, file)).includes(part)),
      )
    expect(left().length).toBeGreaterThanOrEqual(parts.length)
    await keys.destroy('A1', AT)
    expect(left()).toEqual([])
  })

  it('destroyed by another program are not used here any longer', async () => {
    const other = openKeys(folder, master)
    await keys.toSeal(['A1'])
    await other.destroy('A1', AT)
    await wait(150)
    expect(await keys.find('A1')).toBe('destroyed')
    await other.close()
  })

  it('do not open with another master key', async () => {
    await keys.toSeal(['A1'])
    expect(() => openKeys(folder, randomBytes(32))).toThrow(WrongMasterKey)
    expect(() => openKeys(folder, randomBytes(31))).toThrow('The master key has 31 bytes. It must have 32.')
  })

  it('fingerprint alike whichever program asks, and not with another master key', async () => {
    const other = mkdtempSync(join(tmpdir(), 'front-door-'))
    const strange = openKeys(other, randomBytes(32))
    expect(strange.fingerprints.equals(keys.fingerprints)).toBe(false)
    await strange.close()
    rmSync(other, { recursive: true })
    const again = openKeys(folder, master)
    expect(again.fingerprints.equals(keys.fingerprints)).toBe(true)
    await again.close()
  })
})
