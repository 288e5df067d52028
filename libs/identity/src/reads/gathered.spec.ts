import { describe, expect, it } from '@jest/globals'
import { gathered } from './gathered.js'

describe('reads of one turn of the event loop', () => {
  it('share one commit, in their order, and those of the next turn the next', async () => {
    const commits: string[][] = []
    const { add } = gathered<string>((pieces) => void commits.push([...pieces]))
    await Promise.all(['a', 'b', 'c'].map(add))
    await add('d')
    expect(commits).toEqual([['a', 'b', 'c'], ['d']])
  })

  it('are not said to be done before the commit', async () => {
    let committed = false
    const { add } = gathered<string>(() => {
      committed = true
    })
    const done = add('a').then(() => committed)
    expect(committed).toBe(false)
    expect(await done).toBe(true)
  })

  it('all fail together, and the next turn is none the worse', async () => {
    let full = true
    const { add } = gathered<string>(() => {
      if (full) throw new Error('The disk is full.')
    })
    const both = await Promise.allSettled([add('a'), add('b')])
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    full = false
    await expect(add('c')).resolves.toBeUndefined()
  })
})
