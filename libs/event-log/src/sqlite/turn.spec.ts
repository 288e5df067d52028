import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { Connection } from './store.js'
import { NotDone, together } from './transaction.js'
import { inTurns } from './turn.js'

describe('work done in turns', () => {
  let connection: Connection
  let begun: number

  beforeEach(() => {
    begun = 0
    connection = new Database(':memory:', { verbose: (sql) => (begun += Number(String(sql).startsWith('BEGIN'))) })
    connection.exec(`
      PRAGMA foreign_keys = ON;
      CREATE TABLE parents (id INTEGER PRIMARY KEY);
      CREATE TABLE notes (text TEXT NOT NULL UNIQUE, parent INTEGER REFERENCES parents DEFERRABLE INITIALLY DEFERRED);`)
  })

  afterEach(() => void connection.close())

  const written = () => connection.prepare<[], string>('SELECT text FROM notes ORDER BY rowid').pluck().all()

  /** Writes notes; refuses `no`, writing nothing; an orphan lets the whole commit fail. */
  const notes = (how?: Parameters<typeof inTurns<string, string>>[1]) => {
    const insert = connection.prepare('INSERT INTO notes VALUES (?, ?)')
    const write = (text: string) => {
      if (text === 'no') return new NotDone(new Error('Refused.'))
      insert.run(text === 'null' ? null : text, text === 'orphan' ? 1 : null)
      return `wrote ${text}`
    }
    return inTurns(
      together<string, string>(connection, (texts) => texts.map(write)),
      how,
    )
  }

  const outcomes = async (asked: readonly Promise<string>[]) =>
    (await Promise.allSettled(asked)).map((each) => (each.status === 'fulfilled' ? each.value : String(each.reason)))

  it('shares one transaction among all that is asked in one turn', async () => {
    const turns = notes()
    expect(await outcomes(['a', 'b', 'c'].map((text) => turns.add(text)))).toEqual(['wrote a', 'wrote b', 'wrote c'])
    expect(begun).toBe(1)
    await turns.add('d')
    expect(begun).toBe(2)
    expect(written()).toEqual(['a', 'b', 'c', 'd'])
  })

  it('lets one who comes alone wait for nobody, and others come in between all the same', async () => {
    const turns = notes()
    await turns.add('first')
    let others = 0
    let other = setImmediate(function again() {
      others += 1
      other = setImmediate(again)
    })
    const before: number[] = []
    for (let number = 0; number < 20; number++) {
      await turns.add(`${number}`)
      before.push(others)
    }
    expect(new Set(before.slice(0, 6))).toEqual(new Set([0]))
    expect(before.at(-1)).toBeGreaterThanOrEqual(2)
    expect(begun).toBe(21)
    clearImmediate(other)
  })

  it('refuses one and does the others', async () => {
    const turns = notes()
    expect(await outcomes(['a', 'no', 'c'].map((text) => turns.add(text)))).toEqual([
      'wrote a',
      'Error: Refused.',
      'wrote c',
    ])
    expect(begun).toBe(1)
  })

  it('does each alone where one fails in the middle, so that only that one fails', async () => {
    const turns = notes()
    const [a, failed, again, c] = await outcomes(['a', 'null', 'a', 'c'].map((text) => turns.add(text)))
    expect([a, c]).toEqual(['wrote a', 'wrote c'])
    expect(failed).toContain('NOT NULL')
    expect(again).toContain('UNIQUE')
    expect(written()).toEqual(['a', 'c'])
    expect(await turns.add('d')).toBe('wrote d')
  })

  it('writes nothing of a turn whose commit fails, tells everyone, and goes on', async () => {
    const turns = notes()
    for (const text of await outcomes(['a', 'orphan', 'c'].map((each) => turns.add(each))))
      expect(text).toContain('FOREIGN KEY')
    expect(written()).toEqual([])
    expect(await turns.add('d')).toBe('wrote d')
  })

  it('writes nothing where the disk is full, and goes on when there is room again', async () => {
    const turns = notes()
    connection.pragma(`max_page_count = ${connection.pragma('page_count', { simple: true })}`)
    const long = 'x'.repeat(100_000)
    for (const text of await outcomes([long, `${long}y`].map((each) => turns.add(each)))) expect(text).toContain('full')
    expect(written()).toEqual([])
    connection.pragma('max_page_count = 10000')
    expect(await turns.add('d')).toBe('wrote d')
  })

  it('does a flood of work in several turns, in the order in which it was asked', async () => {
    const told: number[] = []
    const turns = notes({ settled: (done) => told.push(done.length) })
    const texts = Array.from({ length: 1_234 }, (_, index) => `note ${index}`)
    await Promise.all(texts.map((text) => turns.add(text)))
    expect(written()).toEqual(texts)
    expect(told).toEqual([500, 500, 234])
  })

  it('takes no more of it into one turn than it is told', async () => {
    const told: number[] = []
    const turns = notes({ most: (waiting) => Math.max(2, waiting / 2), settled: (done) => told.push(done.length) })
    await Promise.all(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'].map((text) => turns.add(text)))
    expect(written().join('')).toBe('abcdefghi')
    expect(told).toEqual([4, 2, 2, 1])
  })

  it('does what waits when it is closed, and nothing after', async () => {
    const turns = notes()
    const waiting = outcomes(['a', 'b'].map((text) => turns.add(text)))
    turns.close()
    expect(await waiting).toEqual(['wrote a', 'wrote b'])
    await expect(turns.add('c')).rejects.toThrow('closed')
  })
})
