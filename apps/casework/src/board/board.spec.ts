import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { wordsOf } from '../../../../libs/pages/testing/browser.js'
import { flawsIn } from '../../../../libs/pages/testing/markup.js'
import { type Desk, desk } from '../../testing/desk.js'

let here: Desk
const children: Record<string, string> = {}

async function receive(givenName: string, familyName: string, more: object = {}, as = 'jo.reed'): Promise<string> {
  const { body } = await here.post(
    '/api/acts/receive-contact',
    {
      source: '6',
      agency: 'Barton Police',
      concern: 'Heard.',
      children: [{ person: { givenName, familyName } }],
      ...more,
    },
    as,
  )
  children[givenName] = body.children[0].child
  return body.children[0].events.at(-1).items.contact
}

const act = (givenName: string, name: string, body: object, as: string) =>
  here.post(`/api/children/${children[givenName]}/acts/${name}`, body, as)

beforeAll(async () => {
  here = await desk()
  const contact = await receive('Robin', 'Example', { domesticAbuse: true })
  await act('Robin', 'rate-priority', { about: contact, priority: 'RED', reason: 'Harm.' }, 'jo.reed')
  await act('Robin', 'start-screening', { about: contact }, 'jo.reed')
  await receive('Alex', 'Sample', { outOfHours: true }, 'robin.shaw')
  await receive('Kim', 'Hidden')
  const named = { to: ['morgan.hill'], reason: 'Family of somebody who works here.' }
  await act('Kim', 'restrict-record', named, 'morgan.hill')
  await here.caughtUp()
})
afterAll(() => here.close())

const words = async (address: string, as?: string) => wordsOf((await here.page(address, as)).body)

describe('the board', () => {
  it('has a tab for every list with how much stands in it, and is sound for a screen reader', async () => {
    const { status, body } = await here.page('/')
    expect(status).toBe(200)
    expect(flawsIn(body)).toEqual([])
    expect(wordsOf(body)).toContain(
      'Today’s contacts 3 In screening 1 Decisions due 3 Assessments due 0 Step-downs awaiting acceptance 0 Unallocated 0',
    )
    expect(body).toMatch(
      /<a class="moj-sub-navigation__link" href="\/\?list=contacts&amp;whose=all" aria-current="page">/,
    )
  })

  it('says of each row what it is, from whom, what comes next, how urgent, when it is due and why, and who has it', async () => {
    const row = await words('/?list=screening')
    expect(row).toContain('Robin Example Contact, in screening Decide')
    expect(row).toContain('Decide what happens after a contact Domestic abuse Police')
    expect(row).toContain('Police Barton Police 2 June 2026 at 9:00am Red')
    expect(row).toContain('4 hours left Red: decision (4 hours), due 2 June 2026 at 1:00pm Jo Reed Front Door')
    const { body } = await here.page('/?list=screening')
    expect(body).toContain(`href="/children/${children['Robin']}"`)
    expect(body).toMatch(
      new RegExp(
        `href="/children/${children['Robin']}/items/[\\w-]+" aria-label="Contact, in screening, Robin Example"`,
      ),
    )
  })

  it('shows what is the reader’s, the team’s or the whole council’s, and the lanes', async () => {
    expect(await words('/?list=decisions&whose=own', 'robin.shaw')).toMatch(/Decisions due 1 .*Alex Sample/)
    expect(await words('/?list=decisions&whose=team', 'robin.shaw')).not.toContain('Robin Example')
    expect(await words('/?list=decisions&lane=domestic-abuse')).toMatch(/Decisions due 1 .*Robin Example/)
    expect(await words('/?list=decisions&edt=1')).toMatch(
      /Decisions due 1 .*Alex Sample Contact, received .* EDT Police/,
    )
  })

  it('begins with a social worker’s own cases, and with everything at the front door', async () => {
    const own = await words('/', 'sam.field')
    expect(own).toContain('Assessments due 0')
    expect(own).toContain('Mine (shown)')
    expect(own).toContain('Nothing stands in this part of the list. Show all of it for the whole council')
    expect(await words('/', 'pat.lowe')).toContain('The whole council’s (shown)')
  })

  it('is sorted on the server by links that tell how it stands', async () => {
    const { body } = await here.page('/?list=decisions&sort=-child')
    expect(body).toMatch(/aria-sort="descending"><a [^>]*href="\/\?list=decisions&amp;whose=all&amp;sort=child">Child/)
    expect(wordsOf(body)).toMatch(/Restricted record.*Alex Sample.*Robin Example/)
    expect(await words('/?list=decisions&sort=child')).toMatch(/Robin Example.*Alex Sample.*Restricted record/)
  })

  it('says nothing of a restricted record but that it is there, except to the people it names', async () => {
    const { body } = await here.page('/')
    expect(body).toContain('Restricted record')
    expect(body).not.toContain('Hidden')
    const wayIn = `href="/children/${children['Kim']}/emergency"`
    expect(body).toContain(wayIn)
    expect(body.replace(wayIn, '')).not.toContain(String(children['Kim']))
    expect(await words('/?whose=all', 'morgan.hill')).toContain('Kim Hidden')
  })

  it('shows what it knows where an address asks for what there is not', async () => {
    const { status, body } = await here.page('/?list=lunch&whose=nobody&sort=colour&page=-1&lane[]=x')
    expect(status).toBe(200)
    expect(wordsOf(body)).toContain('Today’s contacts: 3 rows')
    for (const page of [9, 99999])
      expect(await words(`/?list=decisions&page=${page}`)).toContain('Nothing stands on this page of the list.')
  })

  it('tells what is overdue, since when and by which timescale', async () => {
    here.later(30)
    const row = await words('/?list=screening')
    expect(row).toContain('26 hours overdue Red: decision (4 hours), was due 2 June 2026 at 1:00pm')
    expect(await words('/')).toContain('No contact has come in today.')
  })

  it('shows partners and others without lists what they may do instead', async () => {
    const { status, body } = await here.page('/', 'chris.ward')
    expect(status).toBe(200)
    expect(wordsOf(body)).toContain('What you can do here Record a contact')
    expect(body).not.toContain('Example')
    expect(flawsIn(body)).toEqual([])
  })

  it('is kept in the log of reads whenever it is shown, and only then', async () => {
    await here.page('/', 'nat.frost')
    expect((await here.reads.ofWorker('nat.frost')).reads[0]).toMatchObject({ what: 'board' })
    await here.page('/', 'chris.ward')
    expect((await here.reads.ofWorker('chris.ward')).reads).toEqual([])
  })
})
