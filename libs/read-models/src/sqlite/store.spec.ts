import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe } from '@jest/globals'
import { contract } from '../../testing/contract.js'
import { openRows } from '../index.js'

describe('the rows in an SQLite file', () => {
  contract(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'front-door-'))
    return {
      open: () => openRows(join(folder, 'rows.db')),
      drop: async () => rmSync(folder, { recursive: true, force: true }),
    }
  })
})
