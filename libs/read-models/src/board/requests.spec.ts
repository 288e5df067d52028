import { afterEach, beforeEach, expect, it } from '@jest/globals'
import { type Following, follow } from '@front-door/feed'
import { agreed, council } from '../../testing/council.js'
import { projector, requestCount, requestsTo } from '../index.js'

let here: Awaited<ReturnType<typeof council>>
let following: Following
beforeEach(async () => {
  here = await council()
  following = follow(here.log, projector({ ...here, agreed }))
})
afterEach(async () => {
  await following.close()
  await here.close()
})

const ask = async (child: string, agency: 'POLICE' | 'HEALTH') => {
  const { state } = (await here.histories.current(child)).history
  const about = state.contacts[0]?.id ?? ''
  await here.do(child, 'request-information', { about, agency, asked: 'Known to you?' }, 'edt')
  const request = (await here.histories.current(child)).history.state.requests.at(-1)?.id ?? ''
  await following.reached(await here.log.end())
  return request
}
const to = async (agency: string, page = 1) =>
  (await requestsTo(here.rows, agency, { page, size: 2 })).map(({ item }) => item)

it('what an agency was asked waits in its own list, what is due first first, until it is answered', async () => {
  for (const child of ['A1', 'B2']) await here.do(child, 'receive-contact', { source: '6', concern: 'Heard.' }, 'edt')
  const first = await ask('A1', 'POLICE')
  const others = [await ask('B2', 'POLICE'), await ask('A1', 'POLICE')]
  const health = await ask('A1', 'HEALTH')
  expect(await to('POLICE')).toEqual([first, others[0]])
  expect(await to('POLICE', 2)).toEqual([others[1]])
  expect(await to('HEALTH')).toEqual([health])
  expect(await to('EDUCATION')).toEqual([])
  expect(await requestsTo(here.rows, 'POLICE', { page: 1, size: 1 })).toMatchObject([
    { child: 'A1', clock: 'informationReply', due: '2026-06-02', source: null, worker: null },
  ])
  await here.do('A1', 'information-not-received', { request: first, reason: 'Too urgent.' }, 'edt')
  await following.reached(await here.log.end())
  expect(await to('POLICE')).toEqual(others)
  expect(await requestCount(here.rows, 'POLICE')).toBe(2)
  const contact = (await here.histories.current('A1')).history.state.contacts[0]?.id ?? ''
  await here.do('A1', 'decide-contact', { contact, outcome: 'INFO_ADVICE', reason: 'Enough is known.' }, 'edt')
  await following.reached(await here.log.end())
  expect(await to('POLICE')).toEqual(others.slice(0, 1))
  expect(await to('HEALTH')).toEqual([])
})
