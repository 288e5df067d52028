import { openRows } from '@front-door/read-models'
import { describe, expect, it } from '@jest/globals'
import { recent } from './recent.js'
import { type Make, storesOf } from './stores.js'

describe('rows derived for a question', () => {
  it('are kept for the next one like it, and closed when others take their place and nobody asks them', async () => {
    const stores = storesOf(1)
    const made: string[] = []
    const closed: string[] = []
    const make = (key: string) => async () => {
      made.push(key)
      const rows = await openRows('')
      const close = async () => {
        closed.push(key)
        await rows.close()
      }
      return { ...rows, close }
    }
    const use = <T>(key: string, work: () => Promise<T>) => stores.use(key, make(key), work)
    await use('one', async () => undefined)
    await use('one', async () => use('other', async () => expect(closed).toEqual([])))
    expect([made, closed]).toEqual([['one', 'other'], ['one']])
    await stores.close()
    expect(closed).toEqual(['one', 'other'])
  })
})

describe('rows that somebody waits for', () => {
  /** Rows that are there when they are told to be. */
  function slowly() {
    let read: (events: number) => void = () => {}
    let finish = () => {}
    let fail: (error: Error) => void = () => {}
    const make: Make = (telling) => {
      read = telling
      return new Promise((resolve, reject) => {
        finish = () => resolve(openRows(''))
        fail = reject
      })
    }
    return { make, read: (events: number) => read(events), finish: () => finish(), fail: (error: Error) => fail(error) }
  }

  it('tell how many events they have read, and are ready once they are there', async () => {
    const stores = storesOf(1, 5)
    const { make, read, finish } = slowly()
    expect(await stores.begin('one', make)).toEqual({ read: 0 })
    read(40)
    expect(await stores.begin('one', make)).toEqual({ read: 40 })
    finish()
    expect(await stores.begin('one', make)).toBe('ready')
    await stores.close()
  })

  it('are not driven out by those of others, who wait for their turn', async () => {
    const stores = storesOf(1, 5)
    const [one, other] = [slowly(), slowly()]
    await stores.begin('one', one.make)
    one.finish()
    expect(await stores.begin('other', other.make)).toEqual({ read: 0 })
    expect(await stores.use('one', one.make, async () => 'used')).toBe('used')
    await stores.begin('other', other.make)
    other.finish()
    expect(await stores.begin('other', other.make)).toBe('ready')
    await stores.close()
  })

  it('tell once that they could not be derived', async () => {
    const stores = storesOf(1, 5)
    const { make, fail, finish } = slowly()
    await stores.begin('one', make)
    fail(new Error('No.'))
    await expect(stores.begin('one', make)).rejects.toThrow('No.')
    expect(await stores.begin('one', make)).toEqual({ read: 0 })
    finish()
    expect(await stores.begin('one', make)).toBe('ready')
    await stores.close()
  })
})

describe('answers', () => {
  it('are worked out once each; what failed is worked out again', async () => {
    const answers = recent<Promise<number>>(2)
    let worked = 0
    const work = async () => ++worked
    expect([await answers.of('a', work), await answers.of('a', work)]).toEqual([1, 1])
    await expect(answers.of('b', () => Promise.reject(new Error('No.')))).rejects.toThrow('No.')
    expect(await answers.of('b', work)).toBe(2)
    await answers.of('c', work)
    expect(await answers.of('a', work)).toBe(4)
  })
})
