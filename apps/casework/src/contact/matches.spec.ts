import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type Desk, desk } from '../../testing/desk.js'
import { born, child, told, intakeAt } from '../../testing/intake.js'
import { wordsOf } from '../../../../libs/pages/testing/browser.js'
import { flawsIn } from '../../../../libs/pages/testing/markup.js'

let here: Desk
beforeAll(async () => {
  here = await desk()
})
afterAll(() => here.close())
const { form, send, registered } = intakeAt(() => here)

const address = '/contacts/new'

describe('a child who may be registered already', () => {
  const typed = child(0, { givenName: 'ida', familyName: 'North', ...born('2017-03-02'), school: 'Barton Primary' })

  it('with the same name and date of birth has to be told apart before anything is recorded', async () => {
    const known = await registered({ givenName: 'Ida', familyName: 'North', birthDate: '2017-03-02' })
    const checked = await send(await form(), { ...told, ...typed })
    expect(wordsOf(checked.body)).toContain(`This is Ida North, born 2 March 2017, ${known}`)
    expect(wordsOf(checked.body)).toContain('Same name and date of birth')
    expect(checked.body).not.toMatch(/name="children\[0\]\[is\]"[^>]*checked/)
    expect(flawsIn(checked.body)).toEqual([])

    const unsaid = await send(checked.body, { step: 'record' })
    expect(unsaid.status).toBe(400)
    expect(wordsOf(unsaid.body)).toContain('Select whether the child is one of these children.')
    expect(unsaid.body).toContain('href="#children-0-is"')

    const said = await send(unsaid.body, { ...child(0, { is: known }), step: 'record' })
    expect(said).toMatchObject({ status: 303, headers: { location: `/children/${known}?done=receive-contact` } })
    expect((await here.get(`/api/children/${known}`)).body.contacts).toHaveLength(2)
  })

  it('shows what happened lately to the one that is picked, before anything is recorded', async () => {
    const checked = await send(await form(), { ...told, ...typed })
    expect(wordsOf(checked.body)).not.toContain('The last 12 months')
    const known = /name="children\[0\]\[is\]"[^>]* value="(\w+)"/.exec(checked.body)?.[1] ?? ''
    const picked = await send(checked.body, { ...child(0, { is: known }), step: 'check' })
    expect(wordsOf(picked.body)).toContain('The last 12 months')
    expect(wordsOf(picked.body)).toContain('Contact of 2 June 2026 at 9:00am, police, received')
  })

  it('says what was typed that is not added to the record', async () => {
    const checked = await send(await form(), { ...told, ...typed })
    expect(wordsOf(checked.body)).toContain('is not added to a record that is there already: School or nursery.')
  })

  it('can be a new child all the same', async () => {
    const checked = await send(await form(), { ...told, ...typed })
    const said = await send(checked.body, { ...child(0, { is: 'new' }), step: 'record' })
    expect(said.status).toBe(303)
    const id = /^\/children\/(\w+)\?/.exec(String(said.headers['location']))?.[1]
    expect((await here.get(`/api/children/${id}`)).body.contacts).toHaveLength(1)
  })

  it('has to be told apart also where they are only a little alike', async () => {
    await registered({ givenName: 'Jan', familyName: 'Pell', birthDate: '2016-04-05' })
    const other = child(0, { givenName: 'Jo', familyName: 'Pell', ...born('2016-04-05') })
    const checked = await send(await form(), { ...told, ...other })
    expect(checked.body).not.toMatch(/name="children\[0\]\[is\]"[^>]*checked/)
    const unsaid = await send(checked.body, { step: 'record' })
    expect(unsaid.status).toBe(400)
    expect(wordsOf(unsaid.body)).toContain('Select whether the child is one of these children.')
    expect((await send(unsaid.body, { ...child(0, { is: 'new' }), step: 'record' })).status).toBe(303)
  })

  it('is registered once when a form is sent twice, though it then finds itself', async () => {
    const own = child(0, { givenName: 'Kay', familyName: 'Lund', ...born('2015-02-03') })
    const checked = await send(await form(), { ...told, ...own })
    const first = await send(checked.body, { step: 'record' })
    await here.caughtUp()
    const second = await send(checked.body, { step: 'record' })
    expect(second).toMatchObject({ status: 303, headers: { location: first.headers['location'] } })
  })

  it('cannot be picked for two children of the form', async () => {
    const known = await registered({ givenName: 'Liv', familyName: 'Orr', birthDate: '2014-01-02' })
    const same = { givenName: 'Liv', familyName: 'Orr', ...born('2014-01-02') }
    const two = await send(await form(), { ...told, ...child(0, same), step: 'add' })
    const checked = await send(two.body, child(1, same))
    const said = await send(checked.body, { ...child(0, { is: known }), ...child(1, { is: known }), step: 'record' })
    expect(said.status).toBe(400)
    expect(wordsOf(said.body)).toContain(`Select another answer: ${known} is on this form twice.`)
  })

  it('is not shown to a partner, who may tell and not read', async () => {
    const known = await registered({ givenName: 'Max', familyName: 'Penn', birthDate: '2013-01-02' })
    const same = child(0, { givenName: 'Max', familyName: 'Penn', ...born('2013-01-02') })
    expect(await form('chris.ward')).not.toContain('data-matches')
    const checked = await send(await form('chris.ward'), { ...told, ...same }, 'chris.ward')
    expect(checked.body).not.toContain(known)
    const sent = await send(checked.body, { step: 'record' }, 'chris.ward')
    expect(sent.status).toBe(303)
    const { status, body } = await here.page(String(sent.headers['location']), 'chris.ward')
    expect(status).toBe(200)
    expect(body).not.toContain('Penn')
    expect((await here.page(`${address}?child=${known}`, 'chris.ward')).body).not.toContain('Penn')
  })
})
