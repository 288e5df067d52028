import { describe, expect, it } from '@jest/globals'
import { healthOf } from './health.js'

describe('the health of the program', () => {
  const keepingUp = { at: 38, end: 40, standing: 'keeping up', failed: 0, setAside: 0 } as const

  it('is well while the rows keep up, and while they try again what may have passed', () => {
    expect(healthOf(keepingUp)).toEqual({
      status: 'ok',
      log: { end: 40 },
      rows: { standing: 'keeping up', behind: 2, setAside: 0 },
    })
    expect(healthOf({ ...keepingUp, standing: 'retrying', failed: 2 }).status).toBe('ok')
  })

  it('is degraded while a record is set aside, and says how many', () => {
    expect(healthOf({ ...keepingUp, setAside: 3 })).toMatchObject({ status: 'degraded', rows: { setAside: 3 } })
  })

  it('is failing when they fail again and again, whoever is set aside', () => {
    expect(healthOf({ ...keepingUp, standing: 'retrying', failed: 3, setAside: 1 }).status).toBe('failing')
  })
})
