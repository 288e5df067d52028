import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { demoStaff } from '@front-door/identity'
import { defaultPolicy } from '@front-door/policy'
import { wordsOf } from '../../../../libs/pages/testing/browser.js'
import { type Desk, desk } from '../../testing/desk.js'

let here: Desk
let child: string
beforeAll(async () => {
  here = await desk()
  const answer = await here.post('/api/acts/receive-contact', {
    source: '6',
    concern: 'Heard.',
    children: [{ person: { givenName: 'Robin', familyName: 'Example' } }],
  })
  child = answer.body.children[0].child
  await here.caughtUp()
})
afterAll(() => here.close())

const readings: readonly (readonly [string, string])[] = [
  ['/api/children/CHILD', 'read-trail'],
  ['/api/children/CHILD/trail', 'read-trail'],
  ['/api/children/CHILD/next', 'read-trail'],
  ['/api/children?name=example', 'find-children'],
  ['/api/contacts', 'see-worklists'],
  ['/api/worklist', 'see-worklists'],
  ['/api/worklist/counts', 'see-worklists'],
  ['/children/CHILD', 'read-trail'],
  ['/children/CHILD/acts/record-oversight', 'record-oversight'],
  ['/find', 'find-children'],
  ['/requests', 'see-requests'],
  ['/reads', 'see-reads'],
  ['/set-aside', 'see-reads'],
]

describe('the door', () => {
  it.each(readings)('%s is open to the roles the policy names, and to nobody else', async (address, permission) => {
    for (const { id, role } of demoStaff) {
      const { status } = await here.get(address.replace('CHILD', child), id)
      expect([role, status]).toEqual([role, defaultPolicy.may[permission]?.includes(role) ? 200 : 403])
    }
  })

  it('is closed to whoever is not signed in', async () => {
    for (const [address] of readings)
      expect((await here.anonymous('GET', address.replace('CHILD', child))).status).toBe(401)
    expect((await here.anonymous('POST', '/api/acts/receive-contact')).status).toBe(401)
    expect((await here.get('/api/contacts', 'a-forged-token')).headers['www-authenticate']).toBe('Bearer')
  })

  it('is open to anyone for what holds no data: health and the description of the API', async () => {
    for (const address of [
      '/health',
      '/api/openapi.json',
      '/api/docs',
      '/api/docs/start.js',
      '/api/docs/assets/swagger-ui.css',
    ])
      expect([address, (await here.anonymous('GET', address)).status]).toEqual([address, 200])
  })
})

describe('the help', () => {
  it('leads people only where they may go, and nobody anywhere who is not signed in', async () => {
    const linksFor = async (person?: string) => {
      const { body } = person ? await here.page('/help', person) : await here.anonymous('GET', '/help')
      const main = String(body).slice(String(body).indexOf('<main'), String(body).indexOf('</main>'))
      return [...main.matchAll(/href="([^"]+)"/g)].map(([, href]) => href)
    }
    expect(await linksFor('jo.reed')).toEqual(['/contacts/new', '/consultations/new', '/', '/find', '/drafts'])
    expect(await linksFor('chris.ward')).toEqual(['/contacts/new', '/requests', '/drafts'])
    expect(await linksFor('val.brook')).toEqual(['/drafts'])
    expect(await linksFor()).toEqual([])
    expect(wordsOf((await here.page('/help', 'val.brook')).body)).toContain(
      'Somebody tells you about a child: record a contact.',
    )
  })
})

describe('the log of reads', () => {
  it('keeps who read what of which child, by id, and never a name', async () => {
    await here.get(`/api/children/${child}/trail`, 'val.brook')
    await here.get('/api/children?name=example&birthDate=2015-01-01', 'jo.reed')
    const { reads } = await here.reads.ofChild(child)
    expect(reads[0]).toMatchObject({ worker: 'val.brook', role: 'reviewer', what: 'trail', child })
    const search = (await here.reads.ofWorker('jo.reed')).reads[0]
    expect(search).toMatchObject({ what: 'search', search: { results: 0, fields: ['name', 'birthDate'] } })
    expect(JSON.stringify(search).toLowerCase()).not.toContain('example')
  })

  it('keeps nothing of a read that was refused', async () => {
    const before = (await here.reads.ofWorker('ray.stone')).reads.length
    await here.get(`/api/children/${child}/trail`, 'ray.stone')
    expect((await here.reads.ofWorker('ray.stone')).reads).toHaveLength(before)
  })
})

describe('the log of reads, to an administrator', () => {
  it('tells who has read a record, and what a worker has read', async () => {
    await here.page(`/children/${child}`, 'val.brook')
    const ofChild = wordsOf((await here.page(`/reads?child=${child}`, 'ray.stone')).body)
    expect(ofChild).toContain('Val Brook, Reviewer, Peer Review')
    const ofWorker = wordsOf((await here.page('/reads?worker=val.brook', 'ray.stone')).body)
    expect(ofWorker).toContain(child)
    expect(ofWorker).not.toContain('Robin')
  })
})

describe('every answer', () => {
  it('carries the security headers, and personal data are not kept by the browser', async () => {
    const { headers } = await here.get(`/api/children/${child}`)
    expect(headers['content-security-policy']).toContain("default-src 'none'")
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['cache-control']).toBe('no-store')
  })

  it('to a path that is there, asked in a way it does not take, says which it takes', async () => {
    const asked = async (method: 'PUT' | 'DELETE' | 'GET', url: string, accept = 'application/json') => {
      const { statusCode, headers, payload } = await here.app.inject({ method, url, headers: { accept } })
      return [statusCode, headers['allow'], payload]
    }
    for (const method of ['PUT', 'DELETE'] as const)
      expect(await asked(method, `/api/children/${child}`)).toEqual([
        405,
        'GET, HEAD',
        expect.stringContaining('/api/problems#method-not-allowed'),
      ])
    expect(await asked('GET', '/api/acts/decide-contact')).toEqual([405, 'POST', expect.anything()])
    expect(await asked('DELETE', '/find', 'text/html')).toEqual([405, 'GET, HEAD, POST', expect.anything()])
    expect(await asked('DELETE', '/nowhere')).toEqual([404, undefined, expect.anything()])
  })

  it('to what is not there, or not foreseen, is a problem that tells nothing of the inside', async () => {
    expect(await here.get('/nowhere')).toMatchObject({ status: 404, body: { type: '/api/problems#not-found' } })
    expect(await here.get(`/api/children/${'x'.repeat(500)}`)).toMatchObject({ status: 404 })
    expect(await here.get('/%zz')).toMatchObject({
      status: 400,
      body: { detail: 'The address cannot be read. Check its percent signs.' },
    })
  })
})
