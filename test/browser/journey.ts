import { expect } from '@jest/globals'
import type { Desk } from './desk.js'
import type { Answers, Worker } from './worker.js'

const told = 'Police were called to shouting at home. Three children were upstairs.'
const onPage = async (worker: Worker) => (await worker.headings())[0]

/** Jo Reed records what the police told about three siblings, after being told what was left out. */
export async function recordContact(desk: Desk): Promise<void> {
  const jo = await desk.as('jo.reed')
  await jo.press('Record a contact')
  await jo.press('Continue')
  expect(await jo.page.title()).toBe('Error: Record a contact - Front Door')
  await jo.answer({ Source: 'Police', 'Domestic abuse is a concern': 'Yes', 'What we were told': told })
  const siblings: readonly Answers[] = [
    { 'Given name': 'Ash', 'Family name': 'Example', 'Date of birth': '2014-02-03', Sex: 'Male' },
    { 'Given name': 'Bryn', 'Family name': 'Example', 'Date of birth': '2017-08-09' },
    { 'Given name': 'Cam', 'Family name': 'Example' },
  ]
  for (const [index, child] of siblings.entries()) {
    if (index > 0) await jo.press('Add another child')
    await jo.answer(child, `Child ${index + 1}`)
  }
  await jo.unfold('More about this child', 'Child 3')
  await jo.answer({ 'School or nursery': 'Elm Lane Nursery' }, 'Child 3')
  await jo.answer({ 'The children are brothers and sisters': 'Yes' })
  await jo.press('Continue')
  expect(await jo.reads()).toContain(told)
  await jo.press('Record')
  expect(await onPage(jo)).toBe('The contact is recorded')
}

/** Ash is screened and referred, with what the police answered, consent, and what Ash said. */
export async function screen(desk: Desk): Promise<void> {
  const jo = await desk.as('jo.reed')
  await jo.press(/^Ash Example/)
  await jo.does('Start screening', { 'Record the same for': ['Bryn Example', 'Cam Example'] })
  await jo.does('Rate the priority', { Priority: 'Amber', 'Reason for the priority': 'The third call this year.' })
  await jo.does('Ask a partner for information', { Agency: 'Police', 'What was asked': 'Earlier calls to the home.' })
  await jo.does('Record the information a partner sent', { 'What came back': 'Two calls since March; no arrest.' })
  await jo.tries('Record the consent position', { 'Consent position': 'Refused' })
  expect(await jo.page.title()).toMatch(/^Error: /)
  await jo.answer({ 'Consent position': 'Given' })
  await jo.press('Continue')
  await jo.does("Record the child's voice", {
    'How the child was heard': 'The child told us',
    "The child's views, wishes and feelings": 'I put my headphones on.',
  })
  await jo.does('Conclude the screening', {
    'The history was considered': 'Yes',
    'Analysis and recommendation': 'A pattern that grows. An assessment is needed.',
  })
  await jo.does('Decide what happens after a contact', {
    Outcome: "Referral to children's social care",
    'Reason for the decision': 'Three calls, and a child who hides.',
  })
  await jo.does('Decide on a referral', {
    Outcome: 'Assessment',
    'Primary need': 'Abuse, neglect and exploitation',
    'Reason for the decision': 'The family needs a full picture.',
  })
}

/** Ash is handed to a social worker, assessed, and stepped down to early help. Nobody authorises their own assessment. */
export async function assessAndStepDown(desk: Desk): Promise<void> {
  const [morgan, sam, toni, alex] = [
    await desk.as('morgan.hill'),
    await desk.as('sam.field'),
    await desk.as('toni.bell'),
    await desk.as('alex.moor'),
  ]
  await find(morgan, 'Ash')
  await morgan.does('Allocate a case to a worker', { 'Allocated worker': 'Sam Field', Team: 'Assessment North' })
  await find(sam, 'Ash')
  await sam.does('Start an assessment')
  await sam.does('Record that the child was seen', { 'Seen alone': 'Yes', 'What was seen and heard': 'Talked easily.' })
  await find(toni, 'Ash')
  await toni.does('Complete an assessment', {
    Outcome: 'Step down to early help',
    'Factors identified': ['Domestic abuse: parent/carer is victim'],
    Analysis: 'The risk has moved out. The family has asked for help.',
  })
  await toni.tries('Authorise an assessment')
  expect(await toni.reads()).toContain('You worked on this assessment, so you cannot authorise it. Ask another manager')
  expect(await toni.page.title()).toMatch(/^Error: /)
  await find(morgan, 'Ash')
  await morgan.does('Authorise an assessment', { "The manager's comment": 'A clear picture.' })
  await find(sam, 'Ash')
  await sam.does('Propose a step-down to early help', {
    'Closure actions': 'A weekly check-in at school.',
    'Reason for the step-down': 'Safe, with support.',
  })
  await alex.press(/^Step-downs awaiting acceptance/)
  await alex.press(/^Ash Example/)
  await alex.does('Accept a step-down', {
    'Lead organisation': 'Northtown Family Centre',
    'Lead practitioner': 'Lee Example',
  })
}

/** Bryn goes straight to a strategy discussion and a section 47 enquiry. A conference is held on working days only. */
export async function protect(desk: Desk): Promise<void> {
  const [robin, sam] = [await desk.as('robin.shaw'), await desk.as('sam.field')]
  await find(robin, 'Bryn')
  await robin.does('Record a strategy discussion', {
    'Who took part': ['Police', 'Health', "Children's social care"],
    'What was decided': 'Section 47 enquiry',
    'Who carries out the enquiry': 'Police and social care jointly',
  })
  await find(sam, 'Bryn')
  await sam.does('Conclude a section 47 enquiry', {
    Outcome: 'Initial child protection conference',
    'Reason for the outcome': 'Harm is substantiated.',
  })
}

/** For Cam nothing more is done. */
export async function closeContact(desk: Desk): Promise<void> {
  const jo = await desk.as('jo.reed')
  await find(jo, 'Cam')
  await jo.does('Decide what happens after a contact', {
    Outcome: 'No further action',
    'Reason for the decision': 'Was not at home; seen well at nursery.',
  })
}

/** Opens the record of a child, by name. */
export async function find(worker: Worker, given: string): Promise<void> {
  await worker.press('Find a child')
  await worker.answer({ Name: given })
  await worker.press('Find')
  await worker.press(new RegExp(`^${given} Example`))
}

/** A reviewer reads the three records after the program was cut off. They cannot search: they are given the addresses. */
export async function readTrail(desk: Desk): Promise<void> {
  const jo = await desk.as('jo.reed')
  const records = new Map<string, string>()
  await jo.press('Board')
  for (const name of ['Ash', 'Bryn', 'Cam']) {
    await find(jo, name)
    records.set(name, new URL(jo.page.url()).pathname)
  }
  await desk.program.killAndRestart()
  await jo.goTo(records.get('Cam') ?? '')
  expect((await jo.headings())[0]).toBe('Record of Cam Example')
  const val = await desk.as('val.brook')
  const trailOf = async (name: string) => {
    await val.goTo(records.get(name) ?? '')
    return (await val.page.locator('.app-trail h3').allInnerTexts()).reverse()
  }
  expect(await trailOf('Ash')).toEqual([
    ...begun,
    'Priority rated',
    'Information requested',
    'Information received',
    'Consent recorded',
    'Child voice recorded',
    'Screening concluded',
    'Contact decided',
    'Referral received',
    'Referral decided',
    'Case allocated',
    'Assessment started',
    'Child seen',
    'Assessment completed',
    'Assessment authorised',
    'Step down proposed',
    'Step down accepted',
    'Early help started',
    'Case closed',
  ])
  expect(await trailOf('Bryn')).toEqual([
    ...begun,
    'Contact decided',
    'Referral received',
    'Referral decided',
    'Strategy discussion held',
    'Section 47 enquiry started',
    'Section 47 enquiry concluded',
  ])
  expect(await trailOf('Cam')).toEqual([...begun, 'Contact decided'])
}

const begun = ['Person registered', 'Contact received', 'Person related', 'Person related', 'Screening started']
