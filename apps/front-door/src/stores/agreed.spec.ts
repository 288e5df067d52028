import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { agencyOf } from '@front-door/policy'
import { agreedFrom } from './agreed.js'

let folder: string
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'agreed-'))))
afterAll(() => rmSync(folder, { recursive: true }))

const withTeams = (agencies: object) => {
  const policy = join(folder, 'policy.json')
  writeFileSync(policy, JSON.stringify([{ version: 'ours', effective: '2026-01-01', agencies }]))
  return agreedFrom({ policy })
}

describe('what a council has agreed', () => {
  it('adds its own teams of partners to those that ship', () => {
    const [, ours] = withTeams({ 'Northtown Hospital': 'HEALTH' }).policies
    const agencies = ['Northtown Hospital', 'Police'].map((team) => ours && agencyOf(ours, { role: 'partner', team }))
    expect(agencies).toEqual(['HEALTH', 'POLICE'])
  })

  it('is refused where a team belongs to an agency that nobody is asked by', () => {
    expect(() => withTeams({ Fire: 'FIRE' })).toThrow('Policy version ours: Fire is FIRE, which is none of POLICE,')
  })
})
