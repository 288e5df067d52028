import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type Desk, desk } from '../../testing/desk.js'
import { intakeAt } from '../../testing/intake.js'
import { wordsOf } from '../../../../libs/pages/testing/browser.js'
import { flawsIn } from '../../../../libs/pages/testing/markup.js'

let here: Desk
beforeAll(async () => {
  here = await desk()
})
afterAll(() => here.close())
const { form, send, registered } = intakeAt(() => here)

describe('recording advice and support', () => {
  const asked = { source: '2A', question: 'Is this for us?', advice: 'Talk to the family.', followUp: 'NOTHING' }

  it('is a short form about one child, who may be unknown', async () => {
    const first = await form('jo.reed', '/consultations/new')
    expect(wordsOf(first)).not.toContain('Add another child')
    expect(flawsIn(first)).toEqual([])
    const checked = await send(first, asked)
    expect(checked.status).toBe(200)
    const sent = await send(checked.body, { step: 'record' })
    expect(String(sent.headers['location'])).toMatch(/^\/children\/\w+\?done=give-consultation$/)
  })

  it('is recorded for a child who is known', async () => {
    const known = await registered({ givenName: 'Ria', familyName: 'Shaw' })
    const checked = await send(await form('jo.reed', `/consultations/new?child=${known}`), asked)
    const sent = await send(checked.body, { step: 'record' })
    expect(sent.headers['location']).toBe(`/children/${known}?done=give-consultation`)
    expect((await here.get(`/api/children/${known}`)).body.consultations).toHaveLength(1)
  })

  it('is not for partners', async () => {
    expect((await here.page('/consultations/new', 'chris.ward')).status).toBe(403)
  })
})
