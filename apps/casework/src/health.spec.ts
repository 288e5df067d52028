import { describe, expect, it } from '@jest/globals'
import { healthOf } from './health.js'

describe('the health of the program', () => {
  it('is well while the rows keep up, and while they try again what may have passed', () => {
    expect(healthOf({ at: 38, end: 40, standing: 'keeping up', failed: 0 })).toEqual({
      status: 'ok',
      log: { end: 40 },
      rows: { standing: 'keeping up', behind: 2 },
    })
    expect(healthOf({ at: 38, end: 40, standing: 'retrying', failed: 2 }).status).toBe('ok')
  })

  it('is failing when they fail again and again, and when they have stopped', () => {
    expect(healthOf({ at: 38, end: 40, standing: 'retrying', failed: 3 }).status).toBe('failing')
    expect(healthOf({ at: 38, end: 40, standing: 'stopped', failed: 1 }).status).toBe('failing')
  })
})
