import { expect } from '@jest/globals'
import { dayOf, inWords, momentOf } from '@front-door/calendar'
import { type Counted, type Figure, lastFinancialYear, shownInWords } from '@front-door/performance'
import type { Desk } from './desk.js'
import type { Worker } from './worker.js'

const ID = 'assessments-45wd'
const NAME = 'Assessments within 45 working days'
const LIMIT = 'Working days an assessment may take, where the statutory 45 are judged'

const year = lastFinancialYear(dayOf(momentOf(new Date().toISOString())))
const theYear = `Year to March ${year.to.slice(0, 4)}`

/** The figure as the API tells it, of the last financial year unless asked otherwise. */
async function told({ program }: Desk, asked: Readonly<Record<string, string>> = {}): Promise<Figure> {
  const query = new URLSearchParams({ ...year, ids: ID, ...asked })
  const [figure] = (await program.ask('nat.frost', `/performance/kpis?${query}`)) as readonly Figure[]
  if (!figure) throw new Error('The API tells no figure.')
  return figure
}

const valueOn = ({ page }: Worker) => page.locator('.app-figure__value').innerText()
const inPercent = ({ value }: Counted) => shownInWords(value, 'percent')

/** From whatever page of figures to the one figure, of the last financial year. */
async function openFigure(nat: Worker): Promise<void> {
  await nat.press('Figures')
  await nat.press('All figures')
  await nat.press(NAME)
}

/** From the key facts to one of them, which says the same. */
export async function readKeyFacts(desk: Desk): Promise<void> {
  const nat = await desk.as('nat.frost')
  await nat.press('Figures')
  expect((await nat.headings())[0]).toBe('Key facts')
  const fact = nat.page.getByRole('row').filter({ has: nat.page.getByRole('link', { name: NAME, exact: true }) })
  const said = await fact.locator('strong').first().innerText()
  await nat.press(NAME)
  expect(await valueOn(nat)).toBe(said)
  await nat.answer({ Period: theYear })
  await nat.press('Show')
  expect(await valueOn(nat)).toBe(inPercent(await told(desk)))
}

/** Broken down by team: the teams add up to the whole. */
export async function breakDown(desk: Desk): Promise<void> {
  const nat = await desk.as('nat.frost')
  await nat.answer({ 'Broken down by': 'Team' })
  await nat.press('Show')
  await nat.unfold('Broken down by team: the numbers')
  const { groups = [], denominator } = await told(desk, { by: 'team' })
  const rows = nat.page.getByRole('table', { name: `${NAME}: by team` }).locator('tbody tr')
  const shown = await rows.evaluateAll((all) => all.map(({ cells }) => [...cells].map((cell) => cell.textContent)))
  expect(shown).toEqual(
    groups.map((group) => [
      ...[group.name, inPercent(group)],
      ...[String(group.numerator), String(group.denominator), group.code],
    ]),
  )
  expect(groups.length).toBeGreaterThan(0)
  expect(groups.reduce((sum, group) => sum + (group.denominator ?? 0), 0)).toBe(denominator)
  await nat.press(groups[0]?.name ?? '')
  expect(await nat.reads()).toContain(`Only: ${groups[0]?.name}`)
  await nat.press(NAME)
}

/** From the number to what it is made of, to one child's trail, and back. */
export async function openCases(desk: Desk): Promise<void> {
  const nat = await desk.as('nat.frost')
  const { numerator, denominator } = await told(desk)
  await nat.press('What this is made of')
  await nat.press(`Counted ${numerator}`)
  const children = nat.page.getByRole('row').getByRole('rowheader')
  expect(await children.count()).toBe(Math.min(numerator ?? 0, 50))
  const child = await children.first().innerText()
  await nat.press(child)
  expect(await nat.page.locator('.app-trail').getByRole('heading').allInnerTexts()).toContain('Assessment authorised')
  await nat.goesBack()
  await nat.press(`All ${denominator}`)
  expect(await nat.page.getByRole('link', { name: child, exact: true }).count()).toBeGreaterThan(0)
  await nat.press(NAME)
}

/** As the record stood on a day. */
export async function askAsKnown(desk: Desk): Promise<void> {
  const nat = await desk.as('nat.frost')
  const day = `${year.from.slice(0, 4)}-09-30`
  await openFigure(nat)
  await nat.unfold('Other days, as known on a date, or for publication')
  await nat.answer({ 'As known on': day })
  await nat.press('Show')
  expect(await nat.reads()).toContain(`As the record stood at the end of ${inWords(day)}.`)
  const then = await told(desk, { asKnownAt: day })
  expect(await valueOn(nat)).toBe(inPercent(then))
  expect(then.denominator).toBeLessThan((await told(desk)).denominator ?? 0)
}

/** Under another setting: labelled, and what cannot be is told beside the question. */
export async function rehearse(desk: Desk): Promise<void> {
  const nat = await desk.as('nat.frost')
  await openFigure(nat)
  await nat.unfold('Try it counted another way')
  await nat.answer({ [LIMIT]: '1000' })
  await nat.press('Show')
  expect(await nat.page.title()).toMatch(/^Error: /)
  await nat.answer({ [LIMIT]: '20', 'Bank holidays': 'Are working days like any others' })
  await nat.press('Show')
  const says = await nat.reads()
  expect(says).toContain(`Rehearsal, not the agreed figure. ${LIMIT}: 20.`)
  expect(says).toContain('Bank holidays: are working days like any others.')
  const tried = await told(desk, { 'setting.assessment-limit': '20', 'setting.bank-holidays': 'ignored' })
  expect(await valueOn(nat)).toBe(inPercent(tried))
}

/** Days of one's own, wrong and right; and from then on a period picked from the list again. */
export async function pickDays(desk: Desk): Promise<void> {
  const nat = await desk.as('nat.frost')
  await openFigure(nat)
  const [from, to] = [`${year.from.slice(0, 4)}-06-03`, `${year.from.slice(0, 4)}-11-17`]
  await nat.unfold('Other days, as known on a date, or for publication')
  await nat.answer({ 'First day': from })
  await nat.press('Show')
  expect(await nat.reads()).toContain('Enter both the first and the last day.')
  await nat.answer({ 'Last day': to })
  await nat.press('Show')
  expect(await nat.reads()).toContain(`${inWords(from)} to ${inWords(to)}`)
  expect(await valueOn(nat)).toBe(inPercent(await told(desk, { from, to })))
  await nat.answer({ Period: theYear })
  await nat.press('Show')
  expect(await nat.page.locator('.app-figure__period').innerText()).toBe(`${inWords(year.from)} to ${inWords(year.to)}`)
}

/** What is shown, as files. */
export async function takeFiles(desk: Desk): Promise<void> {
  const nat = await desk.as('nat.frost')
  await openFigure(nat)
  const { numerator, denominator, value } = await told(desk)
  const csv = await nat.saves('CSV')
  expect(csv.name).toBe(`${NAME} ${year.from} to ${year.to}.csv`)
  expect(csv.bytes.toString()).toContain(`${year.from},${year.to},${value},${numerator},${denominator}`)
  const excel = await nat.saves('Excel')
  expect(excel.name).toMatch(/\.xlsx$/)
  // A workbook is a ZIP file, and those begin so.
  expect(excel.bytes.subarray(0, 2).toString()).toBe('PK')
}
