import { openRows } from '@front-door/read-models'
import { describe, expect, it } from '@jest/globals'
import { recent } from './recent.js'
import { storesOf } from './stores.js'

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
