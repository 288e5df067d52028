import { afterAll, beforeEach, describe, expect, it } from '@jest/globals'
import { wordsOf } from '../../../../libs/pages/testing/browser.js'
import { flawsIn } from '../../../../libs/pages/testing/markup.js'
import { type Desk, desk } from '../../testing/desk.js'
import { fill } from '../../testing/intake.js'

let here: Desk
let record: string
beforeEach(async () => {
  here ??= await desk()
  const { body } = await here.post('/api/acts/receive-contact', {
    ...{ source: '6', concern: 'Known to few.', children: [{ person: { givenName: 'Ivo' } }] },
  })
  record = `/children/${body.children[0].child}`
  const restricted = { to: ['morgan.hill'], reason: 'A parent works here.' }
  await here.post(`/api${record}/acts/restrict-record`, restricted, 'morgan.hill')
})
afterAll(() => here.close())

const night = 'robin.shaw'
const now = { 'x-purpose': 'safeguarding-now' }
const opened = (as = night) =>
  here.post(`/api${record}/acts/open-in-emergency`, { reason: 'The father is at the door.' }, as)
const read = (as = night) => here.get(`/api${record}`, as, now)

describe('a restricted record in an emergency', () => {
  it('is opened from the page that says so, with a reason, by roles that decide at the front door', async () => {
    const closed = await here.page(record, night)
    expect([closed.status, closed.body]).toEqual([403, expect.stringContaining(`href="${record}/emergency"`)])
    const form = await here.page(`${record}/emergency`, night)
    expect(wordsOf(form.body)).toContain('It opens to you for 24 hours')
    const unsaid = await here.submit(`${record}/emergency`, fill(form.body, {}), night)
    expect([unsaid.status, wordsOf(unsaid.body)]).toEqual([400, expect.stringContaining('There is a problem')])
    for (const { body } of [form, unsaid]) {
      expect(flawsIn(body)).toEqual([])
      expect(wordsOf(body)).not.toMatch(/Ivo|Known to few|A parent/)
    }
    const answers = fill(form.body, { reason: 'The father is at the door.' })
    for (let times = 0; times < 2; times++)
      expect(await here.submit(`${record}/emergency`, answers, night)).toMatchObject({
        status: 303,
        headers: { location: `${record}?done=open-in-emergency` },
      })
    expect((await read()).body.person.emergencyOpenings).toHaveLength(1)
    expect(await here.page(`${record}/emergency`, night)).toMatchObject({ status: 303, headers: { location: record } })
  })

  it('is not opened by others, nor where it is open to all', async () => {
    expect((await here.page(record, 'sam.field')).body).not.toContain('/emergency')
    expect((await here.page(`${record}/emergency`, 'sam.field')).status).toBe(403)
    expect((await opened('sam.field')).status).toBe(403)
    await here.post(`/api${record}/acts/lift-restriction`, { reason: 'Over.' }, 'morgan.hill')
    expect((await here.page(`${record}/emergency`, night)).status).toBe(404)
  })

  it('opens by the API too, to that worker for the hours of the policy, and every read of it is logged', async () => {
    expect((await read()).status).toBe(403)
    const answer = await opened()
    expect([answer.status, answer.body.children[0].next.length]).toEqual([201, expect.any(Number)])
    expect((await opened()).body.errors).toMatchObject([{ rule: 'already-open' }])
    expect((await read()).status).toBe(200)
    const { reads } = await here.reads.ofWorker(night)
    expect(reads[0]).toMatchObject({ child: record.split('/').at(-1), purpose: 'safeguarding-now' })
    expect((await read('jo.reed')).status).toBe(403)
    here.later(23)
    expect((await read()).status).toBe(200)
    here.later(2)
    expect((await read()).status).toBe(403)
  })

  it('shows who opened it, until when and why to whoever it names, also once that is over', async () => {
    await opened()
    const page = async () => (await here.get(record, 'morgan.hill', { ...now, accept: 'text/html' })).body as string
    const shown = wordsOf(await page())
    expect(shown).toMatch(/Robin Shaw opened it in an emergency on .* It is open to them until/)
    expect(shown).toMatch(/Record opened in emergency .* Open until \d+ June 2026 at .* The father is at the door\./)
    expect(flawsIn(await page())).toEqual([])
    here.later(30)
    expect(wordsOf(await page())).toMatch(/Robin Shaw opened it in an emergency on .* That ended on/)
    expect(await page()).not.toContain('End it now')
  })

  it('is closed again at once by “End it now”, and whoever ends what they opened is led away from it', async () => {
    await opened()
    const page = (await here.get(record, night, { ...now, accept: 'text/html' })).body as string
    const address = /href="([^"]+end-emergency-opening[^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const headers = { ...now, accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' }
    const form = await here.get(address, night, headers)
    const ended = await here.post(address, String(fill(form.body as string, {})), night, headers)
    expect(ended).toMatchObject({ status: 303, headers: { location: '/?done=end-emergency-opening' } })
    expect((await read()).status).toBe(403)
    const again = await here.post(address, String(fill(form.body as string, {})), night, headers)
    expect(again.status).toBe(403)
  })
})
