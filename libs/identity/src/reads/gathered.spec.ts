import { describe, expect, it } from '@jest/globals'
import { gathered } from './gathered.js'

describe('reads of one turn of the event loop', () => {
  it('share one commit, in their order, and those of the next turn the next', async () => {
    const commits: string[][] = []
    const { add } = gathered<string>(async (pieces) => void commits.push([...pieces]))
    await Promise.all(['a', 'b', 'c'].map(add))
    await add('d')
    expect(commits).toEqual([['a', 'b', 'c'], ['d']])
  })

  it('are not said to be done before the commit', async () => {
    let committed = false
    const { add } = gathered<string>(async () => {
      committed = true
    })
    const done = add('a').then(() => committed)
    expect(committed).toBe(false)
    expect(await done).toBe(true)
  })

  it('all fail together, and the next turn is none the worse', async () => {
    let full = true
    const { add } = gathered<string>(async () => {
      if (full) throw new Error('The disk is full.')
    })
    const both = await Promise.allSettled([add('a'), add('b')])
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    full = false
    await expect(add('c')).resolves.toBeUndefined()
  })

  it('wait while others are at work, and are then done together', async () => {
    const commits: string[][] = []
    let written = (): void => undefined
    const disk = new Promise<void>((resolve) => (written = resolve))
    const { add, finished } = gathered<string>(async (pieces) => {
      commits.push([...pieces])
      await disk
    })
    const first = add('a')
    await new Promise((resolve) => setTimeout(resolve, 5))
    const others = ['b', 'c'].map(add)
    await new Promise((resolve) => setTimeout(resolve, 5))
    expect(commits).toEqual([['a']])
    written()
    await finished()
    expect(commits).toEqual([['a'], ['b', 'c']])
    await Promise.all([first, ...others])
  })
})
