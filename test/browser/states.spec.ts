import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { axe } from './axe.js'
import { type Desk, openDesk } from './desk.js'
import { type Assessed, assessed, contactAbout } from './families.js'
import type { Worker } from './worker.js'

let desk: Desk
let jo: Worker
let family: Assessed
beforeAll(async () => {
  desk = await openDesk({ axe: true })
  family = await assessed(desk.program, 'Hazel', 'Example')
  jo = await desk.as('jo.reed')
}, 60_000)
afterAll(() => desk.close())
afterEach(() => expect(desk.trouble.splice(0)).toEqual([]))

describe('nothing that people with disabilities could not use is found', () => {
  it('on the pages about the service, where nothing is, and where somebody may not go', async () => {
    for (const address of ['/help', '/accessibility', '/safeguarding', '/drafts', '/nowhere', '/reads'])
      await jo.goTo(address)
    const ray = await desk.as('ray.stone')
    await ray.goTo(`/reads?child=${family.child}`)
    await ray.goTo('/set-aside')
  }, 60_000)

  it('where advice is asked for, and on its form when it is wrong', async () => {
    await jo.goTo('/consultations/new')
    await jo.press('Continue')
    expect(await jo.page.title()).toMatch(/^Error: /)
  }, 60_000)

  it('where a child may be registered already, and where one is picked', async () => {
    await jo.goTo('/contacts/new')
    await jo.answer({ Source: 'Police', 'What we were told': 'Told by phone.' })
    const hazel = { 'Given name': 'Hazel', 'Family name': 'Example', 'Date of birth': '2016-05-04' }
    await jo.answer(hazel, 'Child 1')
    await jo.press('Continue')
    await jo.press('Record')
    expect(await jo.page.title()).toMatch(/^Error: /)
    await jo.goTo(`/contacts/new?child=${family.child}`)
  }, 60_000)

  it('where an entry is corrected, and on the record as it was known on a day', async () => {
    await jo.goTo(`/children/${family.child}`)
    await jo.press(/^Correct this entry/)
    await jo.press('Continue')
    await jo.answer({ 'It was recorded by mistake': 'Yes', 'Reason for the correction': 'The wrong child.' })
    await jo.press('Continue')
    expect(await jo.reads()).toContain('Taken back')
    await jo.goTo(`/children/${family.child}?asKnownAt=2026-11-22`)
    await jo.goTo(`/children/${family.child}?asKnownAt=never`)
    await jo.goTo(`/children/${family.child}/items/${family.assessment}`)
    await jo.goTo(`/children/${family.child}/acts/correct-person-details`)
  }, 60_000)

  it('where a record is restricted: to who is named, who says what for, and to who is not', async () => {
    const { child } = await contactAbout(desk.program, 'Ida', 'Example')
    const restricted = { to: ['morgan.hill', 'jo.reed'], reason: 'A child of somebody who works here.' }
    await desk.program.act('morgan.hill', `/children/${child}/acts/restrict-record`, restricted)
    await jo.goTo(`/children/${child}`)
    await jo.press('Open the record')
    expect(await jo.page.title()).toMatch(/^Error: /)
    await jo.page.getByLabel('I work with this child or family').check()
    await jo.press('Open the record')
    expect(await jo.headings()).toContain('Record of Ida Example')
    const sam = await desk.as('sam.field')
    await sam.goTo(`/children/${child}`)
    expect(await sam.reads()).not.toContain('Ida')
  }, 60_000)

  it('where a restricted record is opened in an emergency, and closed again', async () => {
    const { child } = await contactAbout(desk.program, 'Ida', 'Night')
    const restricted = { to: ['morgan.hill'], reason: 'A child of somebody who works here.' }
    await desk.program.act('morgan.hill', `/children/${child}/acts/restrict-record`, restricted)
    const night = await desk.as('robin.shaw')
    await night.goTo(`/children/${child}`)
    await night.press('Open it in an emergency')
    expect(await night.reads()).not.toContain('Ida')
    await night.press('Continue')
    expect(await night.page.title()).toMatch(/^Error: /)
    await night.answer({ 'Why it cannot wait': 'The father is at the door.' })
    await night.press('Continue')
    expect(await night.headings()).toContain('Record of Ida Night')
    expect(await night.reads()).toContain('Robin Shaw opened it in an emergency')
    await night.press(/^End it now/)
    await night.press('Continue')
    await night.goTo(`/children/${child}`)
    expect(await night.reads()).not.toContain('Ida')
  }, 60_000)

  it('where somebody reads whom they merge into, and opens a restricted record whose people have left', async () => {
    const [one, kept] = [
      await contactAbout(desk.program, 'Ida', 'Twice'),
      await contactAbout(desk.program, 'Ida', 'Kept'),
    ]
    const toni = await desk.as('toni.bell')
    await toni.goTo(`/children/${one.child}/acts/merge-person?into=${kept.child}`)
    await toni.answer({ 'Why they are the same child': 'The same name and school.' })
    await toni.press('Continue')
    expect(await toni.headings()).toContain('Check before you record')
    expect(await toni.reads()).toMatch(/Name Ida Twice Ida Kept/)
    const restricted = { to: ['morgan.hill'], reason: 'A colleague, who has left.' }
    await desk.program.act('morgan.hill', `/children/${kept.child}/acts/restrict-record`, restricted)
    await toni.goTo(`/children/${kept.child}`)
    await toni.press('Open a restricted record again')
    expect(await toni.reads()).not.toContain('Ida')
    await toni.answer({ 'Why it is no longer restricted': 'Nobody of those named works here now.' })
    await toni.press('Continue')
    expect(await toni.headings()).toContain('Record of Ida Kept')
  }, 60_000)

  it('where a partner sees what was asked of their agency, and answers it', async () => {
    const dana = await desk.as('dana.cole')
    await dana.press('Information asked of us')
    await dana.press(/^Answer the request/)
    await dana.press('Continue')
    expect(await dana.page.title()).toMatch(/^Error: /)
    await dana.answer({ 'What you know': 'Seen at the clinic in May.' })
    await dana.press('Continue')
    await dana.press('Record')
    expect(await dana.reads()).toContain('Your answer is in the child’s record.')
    const chris = await desk.as('chris.ward')
    await chris.goTo('/requests')
  }, 60_000)

  it('in the warning before a session ends, and once somebody has signed out', async () => {
    const lee = await desk.as('lee.marsh')
    await lee.page.evaluate('document.querySelector("[data-session-warning]").showModal()')
    expect(await axe(lee.page)).toEqual([])
    await lee.page.keyboard.press('Escape')
    await lee.press('Sign out')
  }, 60_000)
})
