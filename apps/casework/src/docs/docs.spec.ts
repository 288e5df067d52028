import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { actNames, flow } from '@front-door/case-flow'
import { type Desk, desk } from '../../testing/desk.js'

let here: Desk
beforeAll(async () => {
  here = await desk()
})
afterAll(() => here.close())

describe('the description of the API', () => {
  it('has every act, for one child and for several, with its fields', async () => {
    const { body } = await here.anonymous('GET', '/api/openapi.json')
    expect(body.openapi).toBe('3.1.0')
    for (const name of actNames) {
      expect(body.paths[`/api/children/{child}/acts/${name}`].post.summary).toBe(flow[name].act.label)
      expect(body.paths[`/api/acts/${name}`].post.operationId).toBe(`${name}-for-several`)
      expect(Object.keys(body.components.schemas[name].properties)).toEqual([
        ...Object.keys(flow[name].act.fields),
        'occurredAt',
      ])
    }
  })

  it('has every reading, and no address twice', async () => {
    const { body } = await here.anonymous('GET', '/api/openapi.json')
    const readings = Object.keys(body.paths).filter((path) => body.paths[path].get)
    expect(readings.sort()).toEqual([
      '/api/acts',
      '/api/children',
      '/api/children/{child}',
      '/api/children/{child}/next',
      '/api/children/{child}/trail',
      '/api/contacts',
      '/api/worklist',
      '/api/worklist/counts',
      '/health',
    ])
    expect(body.paths['/api/acts/{act}']).toBeUndefined()
  })

  it('names the errors of every act and every reading, as problems', async () => {
    const { body } = await here.anonymous('GET', '/api/openapi.json')
    const statuses = (path: string, method: string) => Object.keys(body.paths[path][method].responses)
    const ofActs = ['200', '201', '400', '401', '403', '404', '410', '412', '413', '415', '422', '503']
    expect(statuses('/api/acts/receive-contact', 'post')).toEqual(ofActs)
    expect(statuses('/api/children/{child}/acts/rate-priority', 'post')).toEqual(ofActs)
    expect(statuses('/api/children/{child}/trail', 'get')).toEqual(['200', '400', '401', '403', '404', '503'])
    expect(statuses('/api/worklist', 'get')).toEqual(['200', '400', '401', '403', '503'])
  })

  it('can be read on a page whose scripts are its own', async () => {
    const { body } = await here.anonymous('GET', '/api/docs')
    expect(body).toContain('<script src="/api/docs/start.js">')
    expect(body).not.toMatch(/https?:/)
  })
})
