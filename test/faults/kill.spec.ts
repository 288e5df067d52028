import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { childOf, openKeys, openLog, openWords, verify } from '@front-door/event-log'
import { MASTER, childrenOf, concernOf } from '../../libs/event-log/testing/crash-commands.js'
import { compiled } from './compiled.js'

const KILLS = 50

describe('a program that is killed while sixteen callers record', () => {
  let folder: string
  let program: string
  const asked = new Set<string>()
  /** What was acknowledged, and how many events it came to. */
  const kept = new Map<string, number>()
  /** How many events of each command stand in the log, and up to where that was counted. */
  const counted = new Map<string, number>()
  let checkedTo = 0

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'front-door-'))
    program = compiled()
  })

  afterAll(() => {
    for (const made of [folder, program]) rmSync(made, { recursive: true, force: true })
  })

  const unanswered = () => [...asked].filter((id) => !kept.has(id))

  /** Runs the program; where it is to be killed, some random time after it has begun to record. */
  async function run(name: string, killed: boolean): Promise<void> {
    const file = join(program, 'libs/event-log/testing/crash-writer.js')
    const child = spawn(process.execPath, [file, folder, name, ...unanswered()], { stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    let failed = ''
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (failed += chunk.toString()))
    const closed = once(child, 'close')
    if (killed) {
      await Promise.race([once(child.stdout, 'data'), closed])
      await wait(Math.random() * 150)
      child.kill('SIGKILL')
    }
    await closed
    if (failed) throw new Error(failed)
    // A line that was cut short was never said.
    for (const line of said.split('\n').slice(0, -1)) {
      const [what, id = '', events] = line.split(' ')
      if (what === 'asked') asked.add(id)
      else kept.set(id, Number(events))
    }
  }

  /** Everything acknowledged is there once, nothing is there by half or twice, the chain is whole, all words open. */
  async function check(): Promise<void> {
    const log = openLog(folder, { walBytes: 0 })
    const keys = openKeys(folder, MASTER)
    try {
      for await (const page of log.readAll(checkedTo))
        for (const { id, cause, stream, words, said, type } of page) {
          counted.set(cause, (counted.get(cause) ?? 0) + 1)
          if (type !== 'ContactReceived' || !words) continue
          expect(said).toEqual(['concern'])
          expect(await openWords(keys, childOf(stream), id, words)).toEqual({ concern: concernOf(cause) })
        }
      checkedTo = await log.end()
      for (const [id, events] of kept)
        if (counted.get(id) !== events) expect([id, counted.get(id)]).toEqual([id, events])
      for (const id of unanswered()) {
        const found = await log.find(id)
        expect(found?.events.length).toBe(counted.get(id))
        const about = found?.events
          .filter(({ type }) => type === 'ContactReceived')
          .map((event) => childOf(event.stream))
        if (about) expect(about).toEqual(childrenOf(id))
      }
      for (const id of counted.keys()) expect(asked.has(id)).toBe(true)
      expect((await verify(log)).flaws).toEqual([])
    } finally {
      await log.close()
      await keys.close()
    }
  }

  it(`loses nothing, doubles nothing and leaves nothing half done, ${KILLS} times over`, async () => {
    for (let kill = 0; kill < KILLS; kill++) {
      await run(`R${kill}`, true)
      await check()
    }
    expect(kept.size).toBeGreaterThan(KILLS * 16)
    await run('finish', false)
    expect(unanswered()).toEqual([])
    await check()
  }, 180_000)
})
