import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@jest/globals'
import type { Desk } from './desk.js'
import { lost } from './in-page.mjs'
import type { Worker } from './worker.js'

const folder = join(import.meta.dirname, '../../docs/pictures')

/** Of the page as it stands, for the README and the docs; only where pictures are asked for. */
export async function pictureOf(desk: Desk, { page }: Worker, name: string): Promise<void> {
  expect([name, await page.evaluate(lost)]).toEqual([name, []])
  expect(desk.trouble).toEqual([])
  if (process.env['PICTURES'] !== '1') return
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled', caret: 'hide' })
}
