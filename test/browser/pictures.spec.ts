import { afterAll, beforeAll, describe, it } from '@jest/globals'
import { type Desk, openDesk } from './desk.js'
import { type Assessed, type Family, assessed, contactAbout } from './families.js'
import { pictureOf } from './picture.js'
import type { Worker } from './worker.js'

let desk: Desk
let jo: Worker
let family: Family
let under: Assessed
beforeAll(async () => {
  desk = await openDesk({ window: { width: 1280, height: 900 } })
  const { program } = desk
  under = await assessed(program, 'Wren', 'Alder')
  family = await contactAbout(
    program,
    'Rowan',
    'Hazel',
    'Police were called to shouting at home. A child was upstairs.',
  )
  for (const [given, name, priority] of [
    ['Linnet', 'Birch', 'RED'],
    ['Jay', 'Maple', 'AMBER'],
    ['Robin', 'Larch', 'GREEN'],
  ] as const) {
    const { child, contact } = await contactAbout(program, given, name)
    await program.act('jo.reed', `/children/${child}/acts/rate-priority`, {
      about: contact,
      priority,
      reason: 'As told.',
    })
  }
  jo = await desk.as('jo.reed')
}, 60_000)
afterAll(() => desk.close())

const picture = (name: string) => pictureOf(desk, jo, name)

describe('the main pages, as the README shows them with PICTURES=1', () => {
  it('the board', async () => {
    await jo.goTo('/?list=contacts&whose=all')
    await picture('board')
  }, 30_000)

  it('recording a contact', async () => {
    await jo.goTo('/contacts/new')
    await jo.answer({ Source: 'Police', 'Agency or school': 'Northtown Police', 'Domestic abuse is a concern': 'Yes' })
    await jo.page.evaluate('document.activeElement.blur(); scrollTo(0, 0)')
    await picture('record-a-contact')
  }, 30_000)

  it('screening', async () => {
    await jo.goTo(`/children/${family.child}`)
    await jo.does('Start screening')
    await jo.does('Rate the priority', { Priority: 'Amber', 'Reason for the priority': 'The third call this year.' })
    await jo.does('Ask a partner for information', { Agency: 'Health', 'What was asked': 'Anything that worries you?' })
    await jo.goTo(`/children/${family.child}/items/${family.contact}`)
    await picture('screening')
  }, 30_000)

  it('a decision, read once more before it is recorded', async () => {
    await jo.goTo(`/children/${family.child}/acts/decide-contact?contact=${family.contact}`)
    await jo.answer({
      Outcome: "Referral to children's social care",
      'Reason for the decision': 'The third call this year.',
    })
    await jo.press('Continue')
    await picture('decision')
  }, 30_000)

  it('a child’s record', async () => {
    await jo.goTo(`/children/${under.child}`)
    await picture('record')
  }, 30_000)

  it('how a date was counted', async () => {
    await jo.goTo(`/children/${under.child}/items/${under.assessment}`)
    await jo.page.locator('.app-clock summary').first().click()
    await jo.page.evaluate('document.activeElement.blur()')
    await picture('clock')
  }, 30_000)
})

describe('the pages of figures, as the docs show them with PICTURES=1', () => {
  let council: Desk
  beforeAll(async () => {
    council = await openDesk({ window: { width: 1280, height: 900 }, simulated: true })
  }, 120_000)
  afterAll(() => council.close())

  it('the key facts', async () => {
    const nat = await council.as('nat.frost')
    await nat.goTo('/performance')
    await pictureOf(council, nat, 'key-facts')
  }, 30_000)

  it('one figure', async () => {
    const nat = await council.as('nat.frost')
    await nat.goTo('/performance/kpis/contacts-to-referral?by=source-group')
    await pictureOf(council, nat, 'figure')
  }, 30_000)
})
