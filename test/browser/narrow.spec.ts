import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { type Desk, openDesk } from './desk.js'
import { type Family, assessed } from './families.js'
import { lost } from './in-page.mjs'
import type { Worker } from './worker.js'

// A window of 1280 by 1024 holds half as much at 200 %, and a quarter at 400 % (WCAG 2.2, 1.4.10).
const zooms = [
  ['200 %', { width: 640, height: 512 }],
  ['400 %', { width: 320, height: 256 }],
] as const

it('the lists of the board stand in one line on a usual screen', async () => {
  const desk = await openDesk({ window: { width: 1280, height: 900 } })
  const { page } = await desk.as('jo.reed')
  const tabs = await page.getByRole('navigation', { name: 'Lists of the board' }).getByRole('link').all()
  const boxes = await Promise.all(tabs.map((tab) => tab.boundingBox()))
  await desk.close()
  expect(boxes).toHaveLength(6)
  expect(boxes).toEqual(boxes.map((box) => ({ ...box, y: boxes[0]?.y })))
}, 60_000)

describe.each(zooms)('at %s', (_, window) => {
  let desk: Desk
  let jo: Worker
  let family: Family
  beforeAll(async () => {
    desk = await openDesk({ window })
    family = await assessed(desk.program, 'Maximiliana-Theodora', 'Featherstonehaugh-Willoughby')
    jo = await desk.as('jo.reed')
  }, 60_000)
  afterAll(() => desk.close())
  afterEach(() => expect(desk.trouble).toEqual([]))

  const nothingIsLost = async ({ page }: Worker) =>
    expect([page.url(), await page.evaluate(lost)]).toEqual([page.url(), []])

  const addresses = () => [
    ...['contacts', 'screening', 'decisions', 'assessments', 'step-downs', 'unallocated'].map(
      (list) => `/?list=${list}&whose=all`,
    ),
    ...[
      '/find',
      '/drafts',
      '/help',
      '/accessibility',
      '/safeguarding',
      '/nowhere',
      '/contacts/new',
      '/consultations/new',
    ],
    `/contacts/new?child=${family.child}`,
    `/children/${family.child}`,
    `/children/${family.child}/items/${family.contact}`,
    `/children/${family.child}/acts/hold-strategy-discussion?about=${family.contact}`,
    `/children/${family.child}/acts/correct-person-details`,
  ]

  it('nothing is lost on any page, and none scrolls sideways', async () => {
    for (const address of addresses()) {
      await jo.goTo(address)
      await nothingIsLost(jo)
    }
  }, 60_000)

  it('nothing is lost where all that is folded away is open', async () => {
    for (const address of [`/children/${family.child}`, '/contacts/new', '/help']) {
      await jo.goTo(address)
      for (const summary of await jo.page.locator('summary').all()) await summary.click()
      await nothingIsLost(jo)
    }
  }, 60_000)

  it('nothing is lost in a form that is wrong, in the answers read once more, in what is found', async () => {
    await jo.goTo('/contacts/new')
    await jo.press('Continue')
    await nothingIsLost(jo)
    await jo.answer({ Source: 'Police', 'What we were told': `${'A long word: '.repeat(20)}${'o'.repeat(200)}` })
    await jo.answer({ 'Given name': 'Maximiliana-Theodora', 'Family name': 'Featherstonehaugh-Willoughby' }, 'Child 1')
    await jo.press('Continue')
    await nothingIsLost(jo)
    await jo.answer({ 'Is this child registered already?': 'None of these: a new child' })
    await jo.press('Record')
    await nothingIsLost(jo)
    await jo.goTo('/find')
    await jo.answer({ Name: 'Featherstonehaugh' })
    await jo.press('Find')
    await nothingIsLost(jo)
  }, 60_000)

  it('nothing is lost for a manager, for whoever looks after the system, or for a partner', async () => {
    const [morgan, ray] = [await desk.as('morgan.hill'), await desk.as('ray.stone')]
    for (const address of ['/', `/children/${family.child}`]) {
      await morgan.goTo(address)
      await nothingIsLost(morgan)
    }
    for (const address of ['/', `/reads?child=${family.child}`, '/set-aside']) {
      await ray.goTo(address)
      await nothingIsLost(ray)
    }
    const dana = await desk.as('dana.cole')
    await dana.goTo('/requests')
    await nothingIsLost(dana)
    await dana.press(/^Answer the request/)
    await nothingIsLost(dana)
  }, 60_000)
})
