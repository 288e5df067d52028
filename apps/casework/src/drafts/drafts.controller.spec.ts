import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type Desk, desk } from '../../testing/desk.js'
import { postedBy, wordsOf } from '../../../../libs/pages/testing/browser.js'
import { flawsIn } from '../../../../libs/pages/testing/markup.js'

let here: Desk
beforeAll(async () => {
  here = await desk()
})
afterAll(() => here.close())

/** What the script of a form sends while somebody types. */
const typing = async (path: string, answers: Readonly<Record<string, string>>) => {
  const posted = new URLSearchParams(postedBy((await here.page(path)).body))
  for (const [name, value] of Object.entries({ ...answers, _path: path })) posted.set(name, value)
  return posted
}

describe('forms that are not finished', () => {
  it('are kept while somebody types, and go on where they were left', async () => {
    const posted = await typing('/contacts/new', { concern: 'Heard through the wall.' })
    expect((await here.submit('/drafts', posted)).status).toBe(204)
    const list = await here.page('/drafts')
    expect(wordsOf(list.body)).toContain('Record a contact')
    expect(flawsIn(list.body)).toEqual([])
    const address = /href="(\/contacts\/new\?form=[^"]+)"/.exec(list.body)?.[1] ?? ''
    expect((await here.page(address)).body).toContain('Heard through the wall.')
  })

  it('are told apart by whom they are about, by id or by the name that was typed, which stands in no address', async () => {
    const person = { givenName: 'Ria', birthDate: '2018-03-04' }
    const contact = { source: '6', concern: 'Heard.', children: [{ person }] }
    const { children } = (await here.post('/api/acts/receive-contact', contact)).body
    await here.submit('/drafts', await typing(`/contacts/new?child=${children[0].child}`, { concern: 'Heard.' }))
    const named = { 'children[0][person][givenName]': 'Ned', 'children[0][person][familyName]': 'Vale' }
    await here.submit('/drafts', await typing('/contacts/new', named))
    const { body } = await here.page('/drafts')
    expect(wordsOf(body)).toContain('Record a contact: Ned Vale')
    expect(wordsOf(body)).toContain(`Record a contact: child ${children[0].child}`)
    expect([...body.matchAll(/href="([^"]*)"/g)].join()).not.toContain('Ned')
  })

  it('are listed for whoever began them, and for nobody else', async () => {
    await here.submit('/drafts', await typing('/contacts/new', { concern: 'Heard.' }))
    expect(wordsOf((await here.page('/drafts', 'pat.lowe')).body)).toContain('You have finished every form you began.')
  })

  it('are let go when they are discarded, by the one who began them', async () => {
    await here.submit('/drafts', await typing('/consultations/new', { question: 'Asked.' }))
    const { body } = await here.page('/drafts')
    const form = /href="\/consultations\/new\?form=([^"]+)"/.exec(body)?.[1] ?? ''
    const discard = () => new URLSearchParams({ _form: decodeURIComponent(form) })
    await here.submit('/drafts/discard', discard(), 'pat.lowe')
    expect((await here.page('/drafts')).body).toContain(form)
    expect(await here.submit('/drafts/discard', discard())).toMatchObject({ status: 303 })
    expect((await here.page('/drafts')).body).not.toContain(form)
  })

  it('are gone once they are recorded, also where what was typed arrives late', async () => {
    const posted = await typing('/contacts/new', { source: '6', concern: 'Told by phone.' })
    const sent = await here.submit('/contacts/new', posted)
    const checked = await here.page(String(sent.headers['location']))
    const record = new URLSearchParams(postedBy(checked.body))
    record.set('step', 'record')
    expect((await here.submit('/contacts/new', record)).status).toBe(303)
    await here.submit('/drafts', posted)
    expect((await here.page('/drafts')).body).not.toContain(posted.get('_form'))
  })

  it('lead nowhere but to pages of ours', async () => {
    for (const path of ['https://elsewhere.example/', '//elsewhere.example', 'contacts/new', ''])
      expect(
        (
          await here.submit(
            '/drafts',
            await typing('/contacts/new', {}).then((posted) => {
              posted.set('_path', path)
              return posted
            }),
          )
        ).status,
      ).toBe(400)
  })
})
