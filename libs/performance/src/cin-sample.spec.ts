import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { addMonths, englandAndWales2028, workingDaysBetween } from '@front-door/calendar'
import { Imported, sample } from '../../returns/testing/importing.js'
import { figuresOf } from '../testing/council.js'

/** The elements of a name, and the text of one within a piece of XML: enough for a file that is well-formed. */
const all = (xml: string, name: string) =>
  [...xml.matchAll(new RegExp(`<${name}>([^]*?)</${name}>`, 'g'))].map(([, text = '']) => text)
const one = (xml: string, name: string) => all(xml, name)[0]?.trim() ?? ''
const elapsed = (from: string, to: string) => workingDaysBetween(from, to, englandAndWales2028)

/** The return counted as it stands, element by element. */
function inReturn(file: string, from: string, to: string) {
  const xml = readFileSync(sample(file), 'utf8')
  const within = (day: string) => day >= from && day <= to
  const children = all(xml, 'Child').map((child) => all(child, 'CINdetails'))
  const episodes = children.flatMap((own) =>
    own.map((details) => ({
      details,
      on: one(details, 'CINreferralDate'),
      earlier: own.map((each) => one(each, 'CINreferralDate')),
    })),
  )
  const referrals = episodes.filter(({ on }) => within(on))
  const assessments = episodes
    .flatMap(({ details }) => all(details, 'Assessments'))
    .map((xml) => [one(xml, 'AssessmentActualStartDate'), one(xml, 'AssessmentAuthorisationDate')] as const)
  const done = assessments.filter(([, authorised]) => within(authorised))
  const enquiries = episodes
    .flatMap(({ details }) => all(details, 'Section47'))
    .map((xml) => [one(xml, 'S47ActualStartDate'), one(xml, 'DateOfInitialCPC')] as const)
  const movedIn = episodes.map(({ details }) =>
    one(details.replaceAll(/<Section47>[^]*?<\/Section47>/g, ''), 'DateOfInitialCPC'),
  )
  const plans = episodes.flatMap(({ details }) => all(details, 'ChildProtectionPlans'))
  const started = plans.filter((plan) => within(one(plan, 'CPPstartDate')))
  const held = [
    ...enquiries.filter(([, held]) => within(held)),
    ...movedIn.filter(within).map((day) => ['', day] as const),
  ]
  const isNfa = ({ details }: { details: string }) => ['1', 'true'].includes(one(details, 'ReferralNFA'))
  return {
    referrals: [referrals.length, null],
    're-referrals': [
      referrals.filter(({ on, earlier }) => earlier.some((day) => day < on && day >= addMonths(on, -12))).length,
      referrals.length,
    ],
    'referrals-nfa': [referrals.filter(isNfa).length, referrals.length],
    'assessments-completed': [done.length, null],
    'assessments-45wd': [done.filter(([start, end]) => elapsed(start, end) <= 45).length, done.length],
    s47: [enquiries.filter(([start]) => within(start)).length, null],
    icpc: [held.length, null],
    'icpc-15wd': [
      held.filter(([start, day]) => start !== '' && start <= day && elapsed(start, day) <= 15).length,
      held.length,
    ],
    'cp-plans-started': [started.length, null],
    'cp-repeat-plans': [started.filter((plan) => Number(one(plan, 'NumberOfPreviousCPP')) > 0).length, started.length],
    'cin-open': [
      episodes.filter(
        ({ details, on }) =>
          on !== '' &&
          on <= to &&
          !isNfa({ details }) &&
          !(one(details, 'CINclosureDate') !== '' && one(details, 'CINclosureDate') <= to),
      ).length,
      null,
    ],
  }
}

describe('the figures of a return that was imported', () => {
  it.each([
    ['cin-sample-clean.xml', '2025-04-01', '2026-03-31'],
    ['d2i-sample-cin.xml', '2019-04-01', '2020-03-31'],
    ['d2i-sample-cin.xml', '2015-04-01', '2024-03-31'],
  ])('%s are what its elements come to, from %s to %s', async (file, from, to) => {
    const imported = new Imported()
    await imported.add(sample(file))
    const expected = inReturn(file, from, to)
    const figures = await figuresOf(() => [...imported.histories.values()]).figures({
      from,
      to,
      ids: Object.keys(expected),
    })
    expect(Object.fromEntries(figures.map(({ id, numerator, denominator }) => [id, [numerator, denominator]]))).toEqual(
      expected,
    )
  })
})
