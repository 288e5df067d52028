import type { Program, Recorded } from './program.js'

/** Children for the pages to show, recorded through the API. All invented. */
export interface Family {
  readonly child: string
  readonly contact: string
}

/** The same, with the assessment that is under way. */
export interface Assessed extends Family {
  readonly assessment: string
}

const named = ([given, family]: readonly [string, string], birthDate: string) => ({
  person: { givenName: given, familyName: family, birthDate, sex: 'F' },
})

/** One contact about one child: nothing is decided yet. */
export async function contactAbout(
  program: Program,
  given: string,
  family: string,
  concern = 'Heard through the wall.',
): Promise<Family> {
  const told = await program.act('jo.reed', '/acts/receive-contact', {
    source: '6',
    agency: 'Northtown Police',
    domesticAbuse: true,
    concern,
    children: [named([given, family], '2016-05-04')],
  })
  return { child: told.children[0]?.child ?? '', contact: itemIn(told, 'contact') }
}

/** A contact that became a referral, with an assessment under way: its record has clocks, facts and a long trail. */
export async function assessed(program: Program, given: string, family: string): Promise<Assessed> {
  const { child, contact } = await contactAbout(
    program,
    given,
    family,
    'Police were called to shouting. A child was upstairs.',
  )
  const act = (person: string, name: string, body: object) =>
    program.act(person, `/children/${child}/acts/${name}`, body)
  await act('jo.reed', 'start-screening', { about: contact })
  await act('jo.reed', 'rate-priority', { about: contact, priority: 'AMBER', reason: 'The third call this year.' })
  await act('jo.reed', 'record-consent', { about: contact, consent: 'GIVEN' })
  await act('jo.reed', 'record-voice', {
    about: contact,
    how: 'SAID',
    voice: 'I put my headphones on when they shout.',
  })
  const decided = await act('jo.reed', 'decide-contact', { contact, outcome: 'CIN_REFERRAL', reason: 'Three calls.' })
  const referral = itemIn(decided, 'referral')
  await act('jo.reed', 'decide-referral', { referral, outcome: 'ASSESSMENT', need: 'N1', reason: 'A full picture.' })
  await act('jo.reed', 'request-information', {
    about: referral,
    agency: 'HEALTH',
    asked: 'Anything that worries you?',
  })
  await act('morgan.hill', 'allocate-case', { referral, to: 'sam.field', team: 'Assessment North' })
  const started = await act('sam.field', 'start-assessment', { referral })
  return { child, contact, assessment: itemIn(started, 'assessment') }
}

function itemIn({ children }: Recorded, kind: string): string {
  const items = children.flatMap(({ events }) => events.map((event) => event.items[kind]))
  return items.find((item) => item !== undefined) ?? ''
}
