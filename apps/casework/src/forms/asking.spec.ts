import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type Desk, desk } from '../../testing/desk.js'
import { postedBy, wordsOf } from '../../../../libs/pages/testing/browser.js'

let here: Desk
let record = ''
beforeAll(async () => {
  here = await desk()
  const { body } = await here.post('/api/acts/receive-contact', {
    source: '6',
    concern: 'Heard.',
    children: [{ person: { givenName: 'Robin', familyName: 'Example' } }],
  })
  record = `/children/${body.children[0].child}`
})
afterAll(() => here.close())

describe('what a form asks', () => {
  it('is never answered by the link that led to it', async () => {
    const { body } = await here.page(`${record}/acts/restrict-record?to=ray.stone&reason=Because`, 'morgan.hill')
    expect(body).not.toContain('type="hidden" name="to"')
    expect(body).not.toContain('Because')
    expect(wordsOf(body)).toContain('Who may open it')
  })

  it('takes no other child whom nobody has registered: a mistyped id would begin a record', async () => {
    const form = await here.page(`${record}/acts/relate-person`)
    const typed = new URLSearchParams(postedBy(form.body))
    typed.set('other', 'NOBODY')
    typed.set('relation', 'SIBLING')
    const { status, body } = await here.submit(`${record}/acts/relate-person`, typed)
    expect(status).toBe(400)
    expect(wordsOf(body)).toContain('There is no child NOBODY. Check the id')
    const sent = await here.post(`/api${record}/acts/relate-person`, { other: 'NOBODY', relation: 'SIBLING' })
    expect(sent.status).toBe(404)
    expect((await here.page('/children/NOBODY')).status).toBe(404)
  })

  it('of a correction begins with what stands, and what is emptied there is nothing from then on', async () => {
    const told = { source: '3E', agency: 'Northtown Hospital', need: 'N1', domesticAbuse: true, concern: 'A burn.' }
    const sent = await here.post('/api/acts/receive-contact', { ...told, children: [{ person: { givenName: 'Al' } }] })
    const { child, events } = sent.body.children[0]
    const at = `/children/${child}/acts/correct-decision?event=${events.at(-1).id}`
    const answered = async (answers: Readonly<Record<string, string>>) => {
      const typed = new URLSearchParams(postedBy((await here.page(at)).body))
      for (const [name, value] of Object.entries({ ...answers, reason: 'A slip.' })) typed.set(name, value)
      const checked = await here.submit(at, typed)
      if (checked.status !== 200) return checked
      const sure = new URLSearchParams(postedBy(checked.body))
      sure.set('step', 'record')
      return here.submit(at, sure)
    }
    const now = async () => (await here.get(`/api/children/${child}`)).body.contacts[0]
    expect((await answered({ 'changed[agency]': 'Northtown Clinic' })).status).toBe(303)
    expect(await now()).toMatchObject({ agency: 'Northtown Clinic', need: 'N1', domesticAbuse: true })
    expect((await answered({ 'changed[agency]': '', 'changed[domesticAbuse]': '' })).status).toBe(303)
    expect(await now()).toEqual(expect.not.objectContaining({ agency: expect.anything() }))
    expect(await now()).toMatchObject({ source: '3E', need: 'N1', domesticAbuse: false })
    expect(wordsOf((await here.page(`/children/${child}`)).body)).toContain(
      'Agency or school was “Northtown Clinic”, now nothing',
    )
    const wrong = await answered({ 'changed[concern]': '' })
    expect([wrong.status, wordsOf(wrong.body)]).toEqual([400, expect.stringContaining('Enter what we were told.')])
    const asked = { event: events.at(-1).id, changed: { need: null }, reason: 'A slip.' }
    expect((await here.post(`/api/children/${child}/acts/correct-decision`, asked)).status).toBe(201)
    expect(await now()).not.toHaveProperty('need')
  })

  it('is asked about an entry once one is chosen: until then the record says how', async () => {
    for (const [act, words] of [
      ['correct-decision', 'Select “Correct this entry” under the entry'],
      ['correct-decision?event=none', 'Select “Correct this entry” under the entry'],
      ['give-reason', 'Nothing urgent was recorded about this child without its reason.'],
    ] as const) {
      const sent = await here.page(`${record}/acts/${act}`)
      expect(sent.status).toBe(303)
      expect(wordsOf((await here.page(String(sent.headers['location']))).body)).toContain(words)
    }
    const { contacts } = (await here.get(`/api${record}`)).body
    const urgent = { about: contacts[0].id, agencies: ['POLICE', 'SOCIAL_CARE', 'HEALTH'], outcome: 'SECTION_47' }
    const held = await here.post(`/api${record}/acts/hold-strategy-discussion`, urgent)
    expect(held.body).toMatchObject({ command: expect.any(String) })
    expect(wordsOf((await here.page(`${record}/acts/give-reason`)).body)).toContain('Give the reason of an urgent act')
  })

  it('bears an address that says a thing twice', async () => {
    expect((await here.page(`${record}/acts/decide-contact?form=a&form=b&contact=a&contact=b`)).status).toBe(200)
  })

  it('offers timescales by what they are called, and the trail tells which was missed in the same words', async () => {
    const { body } = await here.page(`${record}/acts/record-missed-timescale`, 'morgan.hill')
    expect(body).toMatch(/<option value="childSeen">[A-Z][a-z]+ /)
    const { contacts } = (await here.get(`/api${record}`)).body
    const missed = { clock: 'contactDecision', about: contacts[0].id, reason: 'Nobody was there.' }
    await here.post(`/api${record}/acts/record-missed-timescale`, missed, 'morgan.hill')
    const trail = wordsOf((await here.page(record)).body)
    expect(trail).toContain('Nobody was there.')
    expect(trail).not.toContain('contactDecision')
  })
})
