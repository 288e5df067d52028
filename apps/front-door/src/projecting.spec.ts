import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, expect, it } from '@jest/globals'
import { Logger } from '@nestjs/common'
import { council } from '../../../libs/read-models/testing/council.js'
import { startProjecting } from './projecting.js'

let here: Awaited<ReturnType<typeof council>>
beforeEach(async () => {
  Logger.overrideLogger(false)
  here = await council()
})
afterEach(async () => {
  Logger.overrideLogger(new Logger())
  await here.close()
})

/** A thread that ends as soon as it begins, until a file is there: from then on it keeps up. */
function threadThatEndsUntil(file: string): URL {
  const program = join(here.folder, 'thread.mjs')
  writeFileSync(
    program,
    `import { existsSync } from 'node:fs'
    import { parentPort } from 'node:worker_threads'
    parentPort.postMessage({ standing: 'keeping up', failed: 0 })
    if (!existsSync(${JSON.stringify(file)})) throw new Error('Out of memory.')
    parentPort.once('message', () => parentPort.close())`,
  )
  return pathToFileURL(program)
}

it('a thread that ends is started again, as often as it takes, and all is well when it lives', async () => {
  const well = join(here.folder, 'well')
  const where = { data: here.folder, masterKey: undefined, policy: undefined, calendar: undefined }
  const program = threadThatEndsUntil(well)
  const projecting = startProjecting(where, here.log, here.rows, { program, pause: () => 1, settled: 2_000 })
  const until = async (isSo: (lag: Awaited<ReturnType<typeof projecting.lag>>) => boolean) => {
    for (let lag = await projecting.lag(); ; lag = await projecting.lag()) {
      if (isSo(lag)) return lag
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
  }
  expect(await until(({ failed }) => failed >= 5)).toMatchObject({ error: 'Out of memory.' })
  expect(existsSync(well)).toBe(false)
  writeFileSync(well, '')
  expect(await until(({ failed }) => failed === 0)).toMatchObject({ standing: 'keeping up' })
  await projecting.close()
}, 60_000)

it('is closed while it waits to start again', async () => {
  const where = { data: here.folder, masterKey: undefined, policy: undefined, calendar: undefined }
  const program = threadThatEndsUntil(join(here.folder, 'never'))
  const projecting = startProjecting(where, here.log, here.rows, { program, pause: () => 3_600_000 })
  while ((await projecting.lag()).failed === 0) await new Promise((resolve) => setTimeout(resolve, 5))
  await projecting.close()
}, 60_000)
