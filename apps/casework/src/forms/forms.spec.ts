import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type Desk, desk } from '../../testing/desk.js'
import { postedBy, wordsOf } from '../../../../libs/pages/testing/browser.js'

let here: Desk
beforeAll(async () => {
  here = await desk()
})
afterAll(() => here.close())

const contactAbout = async (children: object[] = [{ person: { givenName: 'Robin', familyName: 'Example' } }]) => {
  const { body } = await here.post('/api/acts/receive-contact', {
    source: '6',
    concern: 'Heard.',
    siblings: true,
    children,
  })
  return body.children.map(({ child, events }: { child: string; events: { items: { contact?: string } }[] }) => ({
    child,
    contact: events.find(({ items }) => items.contact)?.items.contact ?? '',
  })) as { child: string; contact: string }[]
}

const fill = (html: string, answers: Readonly<Record<string, string>>) => {
  const posted = new URLSearchParams(postedBy(html))
  for (const [name, value] of Object.entries(answers)) posted.set(name, value)
  return posted
}

describe('the form of an act', () => {
  it('asks what the act takes, and says who it is about and what is missing', async () => {
    const [one] = await contactAbout()
    const { status, body } = await here.page(`/children/${one?.child}/acts/decide-contact?contact=${one?.contact}`)
    expect(status).toBe(200)
    const words = wordsOf(body)
    for (const part of [
      'Robin Example',
      'Decide what happens after a contact',
      'Reason for the decision',
      'The priority has not been rated.',
    ])
      expect(words).toContain(part)
  })

  it('shows what is wrong beside what was typed, and records nothing', async () => {
    const [one] = await contactAbout()
    const address = `/children/${one?.child}/acts/decide-contact?contact=${one?.contact}`
    const form = await here.page(address)
    const { status, body } = await here.submit(address, fill(form.body, { reason: 'It was explained.' }))
    expect(status).toBe(400)
    expect(body).toContain('Error: Decide what happens after a contact')
    expect(wordsOf(body)).toContain('There is a problem')
    expect(body).toContain('It was explained.')
    expect((await here.get(`/api/children/${one?.child}`)).body.contacts[0].stage).toBe('received')
  })

  it('lets a decision be read once more, with what comes next, and then records it once', async () => {
    const [one] = await contactAbout()
    const address = `/children/${one?.child}/acts/decide-contact?contact=${one?.contact}`
    const form = await here.page(address)
    const checked = await here.submit(address, fill(form.body, { outcome: 'CIN_REFERRAL', reason: 'Help is needed.' }))
    expect(checked.status).toBe(200)
    expect(wordsOf(checked.body)).toContain('Decide on a referral (you can do this)')
    const posted = fill(checked.body, { step: 'record' })
    for (let times = 0; times < 2; times++)
      expect(await here.submit(address, posted)).toMatchObject({
        status: 303,
        headers: { location: `/children/${one?.child}?done=decide-contact` },
      })
    const { body } = await here.get(`/api/children/${one?.child}`)
    expect(body.contacts[0].stage).toBe('decided')
    expect(body.referrals).toHaveLength(1)
  })

  it('records the same for the siblings whom the contact was about, in one act', async () => {
    const [one, other] = await contactAbout([{ person: { givenName: 'Ash' } }, { person: { givenName: 'Bo' } }])
    const address = `/children/${one?.child}/acts/decide-contact?contact=${one?.contact}`
    const form = await here.page(address)
    expect(wordsOf(form.body)).toContain('Record the same for')
    const unsaid = await here.submit(address, fill(form.body, {}))
    expect(wordsOf(unsaid.body)).toContain('There is a problem Select the outcome')
    expect(unsaid.body).not.toContain('INFO_ADVICE,')
    const filled = fill(form.body, { outcome: 'NFA', reason: 'It was explained.', alsoFor: other?.child ?? '' })
    const checked = await here.submit(address, filled)
    expect(wordsOf(checked.body)).toContain('The same is recorded for Bo')
    await here.submit(address, fill(checked.body, { step: 'record' }))
    for (const each of [one, other])
      expect((await here.get(`/api/children/${each?.child}`)).body.contacts[0].stage).toBe('decided')
  })

  it('shows what others recorded meanwhile, keeps what was typed, and lets the worker decide again', async () => {
    const [one] = await contactAbout()
    const address = `/children/${one?.child}/acts/decide-contact?contact=${one?.contact}`
    const form = await here.page(address)
    const checked = await here.submit(address, fill(form.body, { outcome: 'NFA', reason: 'It was explained.' }))
    await here.post(
      `/api/children/${one?.child}/acts/rate-priority`,
      { about: one?.contact, priority: 'RED', reason: 'Injury.' },
      'robin.shaw',
    )
    const conflict = await here.submit(address, fill(checked.body, { step: 'record' }))
    expect(conflict.status).toBe(409)
    expect(wordsOf(conflict.body)).toContain('The record has changed since you opened this form')
    expect(conflict.body).toContain('It was explained.')
    const again = await here.submit(address, fill(conflict.body, { outcome: 'CIN_REFERRAL' }))
    expect(await here.submit(address, fill(again.body, { step: 'record' }))).toMatchObject({ status: 303 })
  })

  it('keeps what was typed when the session has ended, and shows it to the same person alone', async () => {
    const [one] = await contactAbout()
    const address = `/children/${one?.child}/acts/record-consent?about=${one?.contact}`
    const form = await here.page(address)
    const posted = fill(form.body, { reason: 'The parent agreed.' })
    const sent = await here.app.inject({
      method: 'POST',
      url: address,
      headers: { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
      payload: String(posted),
    })
    expect(sent.statusCode).toBe(303)
    const back = new URL(String(sent.headers.location), 'http://here').searchParams.get('returnTo') ?? ''
    expect(back).toContain('form=')
    expect((await here.page(back)).body).toContain('The parent agreed.')
    expect((await here.page(back, 'morgan.hill')).body).not.toContain('The parent agreed.')
  })

  it.each([
    [{ expectedBirthDate: '2026-09-01' }, 'What will this baby need to be safe?'],
    [{ givenName: 'Bo', birthDate: '2025-03-01' }, 'This child cannot say it in words yet.'],
    [{ givenName: 'Robin', birthDate: '2015-03-01' }, 'what worries the child'],
  ])('prompts for the voice of a child who is %j', async (person, prompt) => {
    const [one] = await contactAbout([{ person }])
    const address = `/children/${one?.child}/acts/record-voice?about=${one?.contact}`
    expect(wordsOf((await here.page(address)).body)).toContain(prompt)
  })

  it('says what is needed in some cases and when, and asks in the words that people use', async () => {
    const [one] = await contactAbout([{ person: { givenName: 'Robin', sex: 'U' } }])
    const record = `/children/${one?.child}`
    const conference = wordsOf((await here.page(`${record}/acts/hold-conference`, 'morgan.hill')).body)
    expect(conference).toContain('Section 47 enquiry Needed for an initial conference.')
    expect(conference).toContain('Category of abuse Needed where a plan is made')
    const details = wordsOf((await here.page(`${record}/acts/correct-person-details`)).body)
    expect(details).toContain('Sex (optional) Male Female Not known Not recorded')
    expect(wordsOf((await here.page(record)).body)).toContain('Sex Not known')
  })

  it('begins with the one thing it can be about', async () => {
    const [one] = await contactAbout()
    const { body } = await here.page(`/children/${one?.child}/acts/record-oversight`, 'morgan.hill')
    expect(new URLSearchParams(postedBy(body)).get('about')).toBe(one?.contact)
  })

  it('tells what is not there as a page', async () => {
    const { status, body } = await here.page('/children/NOBODY/acts/authorise-assessment')
    expect(status).toBe(404)
    expect(wordsOf(body)).toContain('Page not found')
  })
})
