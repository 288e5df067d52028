import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type Ran, cli } from './program.js'

const samples = join(import.meta.dirname, '../../libs/returns/samples')
const data = mkdtempSync(join(tmpdir(), 'front-door-refused-'))
const errorIn = ({ out }: Ran) => JSON.parse(out).error

beforeAll(async () => {
  await cli(['import', 'cin', join(samples, 'cin-sample-clean.xml'), '--data', data])
})
afterAll(() => rmSync(data, { recursive: true, force: true }))

describe('a command that is refused', () => {
  it.each([
    [['dance'], 'There is no command dance.'],
    [['trail', 'NOBODY1', '--data', data], 'There is no child NOBODY1.'],
    [['kpis', '--ids', 'no-such', '--data', data], 'no-such'],
    [['kpis', '--from', '2026-02-30', '--to', '2026-03-01', '--data', data], 'a day that exists'],
    [['trail', 'A1', '--as-known-at', 'May', '--data', data], '--as-known-at must be a day'],
    [['verify', '--colour'], '--colour'],
    [['verify', '--data', `${data}-mistyped`], 'There is no record'],
    [['import', 'cin', '--data', data], 'Say what to import'],
    [['kpis', '--csv', '--data', data], 'Ask for --json or for --csv'],
  ])('%j gives one document where one was asked for, and the same words beside', async (args, words) => {
    const told = await cli([...args, '--json'])
    expect(told.code).toBe(2)
    expect(told.out.trim().split('\n')).toHaveLength(1)
    expect(errorIn(told).says).toContain(words)
    expect(told.err).toContain(words)
  })

  it('gives none where none was asked for', async () => {
    expect(await cli(['dance'])).toMatchObject({ code: 2, out: '' })
  })
})

describe('a setting that is mistyped', () => {
  it('is refused with the one that was meant, beside all else that is wrong', async () => {
    const wrong = { FRONT_DOOR_POLCY: 'policy.json', FRONT_DOOR_PORT: '3000', PORT: 'x' }
    const told = await cli(['verify', '--data', data, '--json'], wrong)
    expect(told.code).toBe(2)
    expect(errorIn(told).problems).toEqual([
      'FRONT_DOOR_POLCY is no setting of Front Door. Is it FRONT_DOOR_POLICY?',
      'FRONT_DOOR_PORT is no setting of Front Door. Is it PORT?',
      'PORT must be a whole number from 0 to 65535.',
    ])
    expect(told.err).toContain('Is it FRONT_DOOR_POLICY?')
  })
})
