import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type Desk, desk } from '../../testing/desk.js'
import { child, fill, told, intakeAt } from '../../testing/intake.js'
import { wordsOf } from '../../../../libs/pages/testing/browser.js'

let here: Desk
beforeAll(async () => {
  here = await desk()
})
afterAll(() => here.close())
const { form, send } = intakeAt(() => here)

const address = '/contacts/new'

describe('a form that is left', () => {
  it('keeps every child when the session has ended, for the same person alone', async () => {
    const two = await send(await form(), { ...told, ...child(0, { givenName: 'Ned' }), step: 'add' })
    const sent = await here.app.inject({
      method: 'POST',
      url: address,
      headers: { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
      payload: String(fill(two.body, child(1, { givenName: 'Ola', school: 'Barton Primary' }))),
    })
    const back = new URL(String(sent.headers.location), 'http://here').searchParams.get('returnTo') ?? ''
    const again = await form('jo.reed', back)
    for (const part of ['value="Ned"', 'value="Ola"', 'value="Barton Primary"', 'They were alone at home.'])
      expect(again).toContain(part)
    expect(await form('morgan.hill', back)).not.toContain('Ned')
    const checked = await send(again, {})
    expect((await send(checked.body, { step: 'record' })).status).toBe(303)
  })

  it('is changed from the page that is read before recording, and loses nothing', async () => {
    const checked = await send(await form(), { ...told, ...child(0, { givenName: 'Pia' }) })
    const link = /href="(\/contacts\/new\?form=[^"#]*)#children-0-person-givenName"/.exec(checked.body)?.[1] ?? ''
    expect(await form('jo.reed', link)).toContain('value="Pia"')
    expect((await send(checked.body, { step: 'change' })).body).toContain('value="Pia"')
  })

  it('stands at the page before when somebody goes back, and is a new one once it was recorded', async () => {
    const sent = await here.submit(address, fill(await form(), { ...told, ...child(0, { givenName: 'Uma' }) }))
    const check = String(sent.headers['location'])
    const checked = await here.page(check)
    expect(wordsOf(checked.body)).toContain('Check before you record')
    expect(wordsOf((await here.page(check)).body)).toBe(wordsOf(checked.body))
    await send(checked.body, { step: 'record' })
    const back = await here.page(check)
    expect(wordsOf(back.body)).toContain('The form you went back to was recorded or discarded. This is a new one.')
    expect(back.body).not.toContain('Uma')
  })

  it('that was begun by somebody else goes on from what was posted, and loses nothing', async () => {
    const { status, body } = await send(await form(), { ...told, ...child(0, { givenName: 'Viv' }) }, 'morgan.hill')
    expect(status).toBe(200)
    expect(wordsOf(body)).toContain('Viv')
  })

  it('that was recorded is not recorded again with other answers', async () => {
    const checked = await send(await form(), { ...told, ...child(0, { givenName: 'Quin' }) })
    await send(checked.body, { step: 'record' })
    const other = await send(checked.body, { concern: 'Something else.', step: 'record' })
    expect(other).toMatchObject({ status: 303, headers: { location: '/contacts/recorded?again=1' } })
    expect(wordsOf((await here.page('/contacts/recorded?again=1')).body)).toContain('nothing was recorded again')
  })
})
