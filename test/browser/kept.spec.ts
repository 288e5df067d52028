import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { type Desk, openDesk } from './desk.js'
import { type Family, contactAbout } from './families.js'
import type { Worker } from './worker.js'

let desk: Desk
let jo: Worker
beforeAll(async () => {
  desk = await openDesk()
  jo = await desk.as('jo.reed')
}, 60_000)
afterAll(() => desk.close())
afterEach(() => expect(desk.trouble).toEqual([]))

const rate = 'Rate the priority'
const answers = { Priority: 'Amber', 'Reason for the priority': 'Shouting, and a child upstairs.' }
const formOf = ({ child, contact }: Family) => `/children/${child}/acts/rate-priority?about=${contact}`

/** How often it stands in the trail of the record. */
async function times(title: string, { child }: Family): Promise<number> {
  await jo.goTo(`/children/${child}`)
  return jo.page.locator('.app-trail').getByRole('heading', { name: title }).count()
}

describe('a session that ends while a form is open', () => {
  it('keeps what was typed: after signing in again it is there, and is recorded once', async () => {
    const family = await contactAbout(desk.program, 'Ivo', 'Example')
    await jo.goTo(formOf(family))
    await jo.answer(answers)
    await jo.page.context().clearCookies()
    await jo.press('Continue')
    await jo.press(/^Jo Reed/)
    expect(await jo.page.getByLabel('Reason for the priority').inputValue()).toBe(answers['Reason for the priority'])
    expect(await jo.page.getByLabel('Amber').isChecked()).toBe(true)
    await jo.press('Continue')
    expect(await jo.reads()).toContain(`Recorded ${rate}`)
    expect(await times('Priority rated', family)).toBe(1)
  }, 30_000)

  it('keeps it also where the form is about children who are not registered yet', async () => {
    await jo.goTo('/contacts/new')
    await jo.answer({ Source: 'Police', 'What we were told': 'Told by phone.' })
    await jo.answer({ 'Given name': 'Juno', 'Family name': 'Example' }, 'Child 1')
    await jo.page.context().clearCookies()
    await jo.press('Continue')
    await jo.press(/^Jo Reed/)
    expect(await jo.page.getByLabel('What we were told').inputValue()).toBe('Told by phone.')
    expect(await jo.page.getByLabel('Given name').inputValue()).toBe('Juno')
  }, 30_000)
})

describe('a form that is left', () => {
  it('is found again among those that are not finished, with what was typed', async () => {
    await jo.goTo('/contacts/new')
    const kept = jo.page.waitForResponse((answer) => new URL(answer.url()).pathname === '/drafts')
    await jo.answer({ 'What we were told': 'Half a sentence' })
    await kept
    await jo.goTo('/drafts')
    await jo.page.getByRole('main').getByRole('link', { name: 'Record a contact' }).first().click()
    expect(await jo.page.getByLabel('What we were told').inputValue()).toBe('Half a sentence')
  }, 30_000)
})

describe('a program that is cut off while a form is open', () => {
  it('takes the form when it is back, and records it once', async () => {
    const family = await contactAbout(desk.program, 'Kit', 'Example')
    await jo.goTo(formOf(family))
    await jo.answer(answers)
    await desk.program.killAndRestart()
    await jo.press('Continue')
    // Meanwhile the page tried to keep what was typed, and found nobody there.
    expect(desk.trouble.splice(0).filter((each) => !each.includes('ERR_CONNECTION_REFUSED'))).toEqual([])
    expect(await jo.reads()).toContain(`Recorded ${rate}`)
    expect(await times('Priority rated', family)).toBe(1)
  }, 30_000)
})

describe('a form that is sent twice', () => {
  it('by a double click is recorded once', async () => {
    const family = await contactAbout(desk.program, 'Lou', 'Example')
    await jo.goTo(formOf(family))
    await jo.answer(answers)
    const loaded = jo.page.waitForURL(/done=/)
    await jo.page.getByRole('button', { name: 'Continue' }).dblclick()
    await loaded
    expect(await times('Priority rated', family)).toBe(1)
  }, 30_000)

  it('twice at the same moment, as from a browser without script, is recorded once', async () => {
    const { child, contact } = await contactAbout(desk.program, 'Noor', 'Example')
    await jo.goTo(`/children/${child}/acts/decide-contact?contact=${contact}`)
    await jo.answer({ Outcome: 'No further action', 'Reason for the decision': 'Nobody was hurt.' })
    await jo.press('Continue')
    const fields = 'Object.fromEntries(new FormData(document.querySelector("form[data-draft]")))'
    const form = { ...(await jo.page.evaluate<Record<string, string>>(fields)), step: 'record' }
    const send = () => jo.page.request.post(jo.page.url(), { form, headers: { accept: 'text/html' } })
    expect((await Promise.all([send(), send(), send()])).map((answer) => answer.status())).toEqual([200, 200, 200])
    expect(await times('Contact decided', { child, contact })).toBe(1)
  }, 30_000)

  it('is not there any more for who goes back to it', async () => {
    const family = await contactAbout(desk.program, 'Max', 'Example')
    await jo.goTo(formOf(family))
    await jo.answer(answers)
    await jo.press('Continue')
    await jo.page.goBack()
    expect(await jo.page.getByLabel('Reason for the priority').inputValue()).toBe('')
    expect(await times('Priority rated', family)).toBe(1)
  }, 30_000)

  it('by going back to the answers and sending them again is recorded as it was the first time', async () => {
    const { child, contact } = await contactAbout(desk.program, 'Oz', 'Example')
    await jo.goTo(`/children/${child}/acts/decide-contact?contact=${contact}`)
    await jo.answer({ Outcome: 'No further action', 'Reason for the decision': 'Nobody was hurt.' })
    await jo.press('Continue')
    await jo.press('Record')
    // The browser asks first whether to send the form again.
    await jo.page.goBack().catch(() => undefined)
    await jo.page.reload()
    await jo.answer({ Outcome: 'Early help', 'Reason for the decision': 'Another thought.' })
    await jo.press('Continue')
    expect(await jo.reads()).toContain('The contact is decided since')
    expect(await times('Contact decided', { child, contact })).toBe(1)
  }, 30_000)

  it('from two tabs is recorded once, a contact too', async () => {
    await jo.goTo('/contacts/new')
    await jo.answer({ Source: 'Police', 'What we were told': 'Told by phone.' })
    await jo.answer({ 'Given name': 'Quentin', 'Family name': 'Twofold' }, 'Child 1')
    await jo.press('Continue')
    const form = await jo.page.locator('input[name=_form]').first().inputValue()
    const second = await jo.page.context().newPage()
    await second.goto(`/contacts/new?form=${encodeURIComponent(form)}`)
    await second.getByRole('button', { name: 'Continue' }).click()
    await second.getByRole('button', { name: 'Record' }).waitFor()
    await jo.press('Record')
    await second.getByRole('button', { name: 'Record' }).click()
    await second.getByRole('heading', { level: 1 }).waitFor()
    await second.close()
    await jo.goTo('/find')
    await jo.answer({ Name: 'Twofold' })
    await jo.press('Find')
    expect(await jo.page.getByRole('link', { name: /Twofold/ }).count()).toBe(1)
  }, 30_000)
})
