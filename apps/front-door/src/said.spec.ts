import { mkdtempSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { said } from './said.js'
import { settingsOf } from './settings/settings.js'
import { openRecord } from './stores/record.js'

const thrownBy = (act: () => unknown): unknown => {
  try {
    return act()
  } catch (error) {
    return error
  }
}

describe('what is told of an error', () => {
  it('of a data folder that cannot be used names it and the setting, and shows no inside of the program', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'front-door-said-')), 'file')
    writeFileSync(file, '')
    for (const data of [file, join(file, 'within')]) {
      const told = said(thrownBy(() => openRecord(settingsOf({ FRONT_DOOR_DATA: data }))))
      expect(told).toContain(`${data} cannot be used`)
      expect(told).toContain('FRONT_DOOR_DATA')
      expect(told).not.toContain('    at ')
    }
  })

  it('of an address that cannot be listened on names the settings', async () => {
    const error = await new Promise((resolve) => createServer().once('error', resolve).listen(0, '192.0.2.1'))
    expect(said(error)).toMatch(/^It cannot listen on 192\.0\.2\.1 .* HOST or PORT/)
  })

  it('of a port that leaves none for the sign-in of the demo comes with the other settings', () => {
    expect(said(thrownBy(() => settingsOf({ PORT: '65535' })))).toContain('DEMO_ISSUER_PORT must be given')
  })

  it('of files that cannot be read names every one of them, beside all else that is wrong', () => {
    const files = {
      FRONT_DOOR_POLICY: '/nowhere/policy.json',
      FRONT_DOOR_CALENDAR: '/nowhere/calendar.json',
      FRONT_DOOR_POPULATION: '/nowhere/population.json',
    }
    const told = said(thrownBy(() => settingsOf({ ...files, PORT: 'some' })))
    for (const file of Object.values(files)) expect(told).toContain(`${file} cannot be read`)
    expect(told).toContain('PORT must be a whole number')
  })

  it('of populations that are none names the file and each of them', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'front-door-said-')), 'population.json')
    writeFileSync(file, '{"26": 52100, "2027": 0}')
    const told = said(thrownBy(() => settingsOf({ FRONT_DOOR_POPULATION: file })))
    for (const wrong of ['26 is not a year like 2026.', 'The population of 2027 must be a whole number above 0.'])
      expect(told).toContain(`${file}: ${wrong}`)
    writeFileSync(file, '{"2026": 52100')
    expect(said(thrownBy(() => settingsOf({ FRONT_DOOR_POPULATION: file })))).toContain(`${file} cannot be read`)
    writeFileSync(file, '{"2026": 52100}')
    expect(settingsOf({ FRONT_DOOR_POPULATION: file }).population).toBe(file)
  })
})
