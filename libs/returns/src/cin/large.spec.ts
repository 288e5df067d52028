import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { noHistory } from '@front-door/case-flow'
import { beforeAll, describe, expect, it } from '@jest/globals'
import { fileWith } from '../../testing/importing.js'
import { writeLargeReturn } from '../../testing/large-return.js'
import { checkCin, importWorker, readCin, whatIsNew } from '../index.js'

const MEGABYTES = 5
const file = fileWith('', 'large.xml')
let children = 0
beforeAll(async () => {
  children = await writeLargeReturn(file, MEGABYTES)
})

/** What is in use once all that can be given back has been. */
function memoryInUse(): number {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
  return process.memoryUsage().heapUsed
}

describe('a large return', () => {
  it('is checked whole', async () => {
    expect((await checkCin(file)).children).toBe(children)
  })

  it('gives its first child before more than a few pieces of it are read, and then keeps pace', async () => {
    let read = 0
    let seen = 0
    for await (const _ of readCin(file, ({ bytes }) => (read = bytes))) {
      seen += 1
      const share = seen / children
      expect(read - share * MEGABYTES * 1_000_000).toBeLessThan(300_000)
    }
    expect(seen).toBe(children)
  })

  it('is imported without its memory growing by more than a fraction of the file', async () => {
    const inUse: number[] = []
    let seen = 0
    for await (const child of readCin(file)) {
      const context = { recordedAt: '2026-11-20T10:00:00.000Z', worker: importWorker(child.from), cause: 'one', file }
      const { events } = whatIsNew(child, noHistory(child.id ?? ''), context)
      expect(events.length).toBeGreaterThan(0)
      if (++seen % 800 === 0) inUse.push(memoryInUse())
    }
    expect(inUse.length).toBeGreaterThan(2)
    const [first = 0, ...later] = inUse
    for (const each of later) expect(each - first).toBeLessThan(2_500_000)
  }, 60_000)
})
