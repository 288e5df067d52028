import Database from 'better-sqlite3'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { type EventLog, START, WrongVersion, openLog } from '@front-door/event-log'
import { eventLogContract } from '../../libs/event-log/testing/contract.js'
import { aCommand, all, anEvent, events } from '../../libs/event-log/testing/events.js'
import { compiled } from './compiled.js'

const program = compiled()
const thread = pathToFileURL(join(program, 'libs/event-log/src/sqlite/writer-thread.js'))
const walBytes = 1 << 18
const newFolder = () => mkdtempSync(join(tmpdir(), 'front-door-'))

afterAll(() => rmSync(program, { recursive: true }))

/** Its thread is started by the first commands that come together, which append nothing here. */
async function openWithThread(folder: string): Promise<EventLog> {
  const log = openLog(folder, { walBytes, thread })
  await Promise.all(Array.from({ length: 8 }, () => log.append(aCommand(), [])))
  await wait(80)
  return log
}

eventLogContract('The embedded log, written by a thread of its own,', async () => {
  const folder = newFolder()
  let log = await openWithThread(folder)
  return {
    log,
    async reopen() {
      await log.close()
      log = await openWithThread(folder)
      return log
    },
    async cleanUp() {
      await log.close()
      rmSync(folder, { recursive: true })
    },
  }
})

describe('The thread that writes', () => {
  let folder: string
  let log: EventLog

  beforeEach(() => void (folder = newFolder()))

  afterEach(async () => {
    await log.close()
    rmSync(folder, { recursive: true })
  })

  const appended = (streams: number, version = 0) =>
    Promise.allSettled(
      Array.from({ length: streams }, (_, index) => log.append(aCommand(), [events(`child-${index}`, version)])),
    )

  it('lets others be served while it waits for the disk', async () => {
    log = await openWithThread(folder)
    const other = new Database(join(folder, 'log.db'))
    other.exec('BEGIN IMMEDIATE')
    const asked = appended(20)
    let served = 0
    for (; served < 20; served++) {
      await wait(5)
      expect(await log.readStream('child-0')).toEqual([])
    }
    other.exec('COMMIT')
    other.close()
    expect((await asked).every(({ status }) => status === 'fulfilled')).toBe(true)
    expect(await log.end()).toBe(20)
  })

  it('refuses what cannot be kept and what is behind, each for its own reason, and keeps the others', async () => {
    log = await openWithThread(folder)
    await appended(10)
    const bad = { ...anEvent(), hash: undefined as unknown as Uint8Array }
    const asked = [...appendsOf(10, 1), { stream: 'child-bad', expected: 0, events: [bad] }, events('child-3', 7)]
    const outcomes = await Promise.allSettled(asked.map((append) => log.append(aCommand(), [append])))
    expect(outcomes.map(({ status }) => status)).toEqual([...Array(10).fill('fulfilled'), 'rejected', 'rejected'])
    expect(outcomes.slice(10)).toMatchObject([
      { reason: { code: 'SQLITE_CONSTRAINT_NOTNULL' } },
      { reason: new WrongVersion('child-3', 7, 2) },
    ])
    expect(await log.end()).toBe(20)
  })

  it('does what was asked before it is closed', async () => {
    log = await openWithThread(folder)
    const asked = appended(100)
    await log.close()
    expect((await asked).every(({ status }) => status === 'fulfilled')).toBe(true)
    log = openLog(folder, { walBytes })
    expect(await all(log.readAll(START))).toHaveLength(100)
  })

  it('keeps the write-ahead log short under load', async () => {
    log = await openWithThread(folder)
    for (let version = 0; version < 100; version++) await appended(60, version)
    expect(await log.end()).toBe(6_000)
    expect(statSync(join(folder, 'log.db-wal')).size).toBeLessThan(18_000_000)
  })

  it.each([
    ['before it has written', false],
    ['after it has written and before it says so', true],
  ])('may die %s: nothing is lost, and nothing is there twice', async (_, writes) => {
    const died = join(folder, 'died')
    log = openLog(folder, { walBytes, thread: dyingThread(writes, died) })
    for (let version = 0; version < 10; version++) {
      expect((await appended(20, version)).every(({ status }) => status === 'fulfilled')).toBe(true)
      await wait(20)
    }
    expect(readFileSync(died, 'utf8')).toBe(writes ? 'written' : 'asked')
    expect((await all(log.readAll(START))).map(({ position }) => position)).toEqual(
      Array.from({ length: 200 }, (_, index) => index + 1),
    )
  })
})

/** A thread that ends at the first it is asked to write, and leaves a file to show how far it came. */
function dyingThread(writes: boolean, died: string): URL {
  const file = join(program, 'libs/event-log/src/sqlite', `dying-${writes}.js`)
  writeFileSync(
    file,
    `import { writeFileSync } from 'node:fs'
    import { parentPort, workerData } from 'node:worker_threads'
    import { commandsOn } from './commands.js'
    import { unpacked } from './parcel.js'
    import { openStore } from './store.js'
    import { logFile } from './tables.js'
    import { transactionOn } from './transaction.js'
    import { writer } from './write.js'
    const connection = openStore(workerData, logFile)
    const transaction = transactionOn(connection)
    const write = writer(connection, commandsOn(connection))
    parentPort.on('message', (parcel) => {
      const outcome = ${writes} && transaction(() => write(unpacked(parcel)))
      writeFileSync(${JSON.stringify(died)}, outcome?.done ? 'written' : 'asked')
      process.exit(1)
    })
    parentPort.postMessage('ready')`,
  )
  return pathToFileURL(file)
}

const appendsOf = (streams: number, version: number) =>
  Array.from({ length: streams }, (_, index) => events(`child-${index}`, version))
