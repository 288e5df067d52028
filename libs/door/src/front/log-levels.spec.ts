import { expect, it } from '@jest/globals'
import { logLevelsUpTo } from './log-levels.js'

it('says everything up to the level that is set, and nothing where it is silent', () => {
  expect(logLevelsUpTo('error')).toEqual(['fatal', 'error'])
  expect(logLevelsUpTo('debug')).toEqual(['fatal', 'error', 'warn', 'log', 'debug'])
  expect(logLevelsUpTo('silent')).toBe(false)
})
