import { rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { browser } from '../../testing/browser.js'
import { type TestFrontDoor, demoIssuer, frontDoor, newFolder } from '../../testing/front-door.js'
import { verifier } from '../token/token.js'
import { whoAsks } from './who-asks.js'

let demo: Awaited<ReturnType<typeof demoIssuer>>
let door: TestFrontDoor
const folder = newFolder()

beforeAll(async () => {
  demo = await demoIssuer()
  door = await frontDoor({ folder, issuer: demo.issuer })
  const verify = verifier({ issuer: demo.issuer, audience: 'front-door' })
  door.fastify.get('/who', async (request) =>
    whoAsks(request, verify).catch(({ reason }: { reason: string }) => reason),
  )
})
afterAll(async () => {
  await door.close()
  await demo.close()
  rmSync(folder, { recursive: true })
})

describe('who asks', () => {
  async function who(authorization?: string, desk = browser(() => door)) {
    const cookie = [...desk.jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { cookie, ...(authorization ? { authorization } : {}) }
    const { payload } = await door.fastify.inject({ url: '/who', headers })
    return payload
  }

  it('is the person of the session, in a browser', async () => {
    const desk = browser(() => door)
    await desk.signInAs('jo.reed')
    expect(JSON.parse(await who(undefined, desk))).toMatchObject({ id: 'jo.reed' })
  })

  it('is the person of the token, in a program, and no session helps a token that is not good', async () => {
    const desk = browser(() => door)
    await desk.signInAs('jo.reed')
    expect(JSON.parse(await who(`Bearer ${await demo.tokenFor('sam.field')}`, desk))).toMatchObject({ id: 'sam.field' })
    expect(await who('Bearer forged', desk)).toBe('malformed')
    expect(await who('Basic am86cmVlZA==', desk)).toBe('missing')
  })

  it('is nobody without either', async () => {
    expect(await who()).toBe('missing')
  })
})
