import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type Desk, openDesk } from './desk.js'
import { contactAbout } from './families.js'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk({ axe: true })
}, 60_000)
afterAll(() => desk.close())

describe('two people who decide about one child at the same time', () => {
  it('do not overwrite one another: the second sees what is new, keeps what was typed, and decides again', async () => {
    const { child, contact } = await contactAbout(desk.program, 'Nell', 'Example')
    const [jo, robin] = [await desk.as('jo.reed'), await desk.as('robin.shaw')]
    const reason = 'Nothing known, and nobody hurt.'
    await jo.goTo(`/children/${child}/acts/decide-contact?contact=${contact}`)
    await jo.answer({ Outcome: 'No further action', 'Reason for the decision': reason })
    await jo.press('Continue')
    await robin.goTo(`/children/${child}/acts/rate-priority?about=${contact}`)
    await robin.answer({ Priority: 'Red', 'Reason for the priority': 'A second call tonight.' })
    await robin.press('Continue')
    await jo.press('Record')
    const says = await jo.reads()
    for (const said of [
      'The record has changed since you opened this form',
      'Priority rated',
      'A second call tonight.',
    ])
      expect(says).toContain(said)
    expect(await jo.page.getByLabel('Reason for the decision').inputValue()).toBe(reason)
    await jo.answer({ Outcome: "Referral to children's social care" })
    await jo.press('Continue')
    await jo.press('Record')
    const trail = jo.page.locator('.app-trail')
    expect(await trail.getByRole('heading', { name: 'Contact decided' }).count()).toBe(1)
    expect(await trail.innerText()).toContain("Referral to children's social care")
    expect(desk.trouble).toEqual([])
  }, 60_000)
})
