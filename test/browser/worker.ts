import { readFile } from 'node:fs/promises'
import type { Locator, Page } from 'playwright-core'
import type { HandOn } from './hand.js'

/** A question by its words, and the answer: words, the words of an option or of several, or a day. */
export type Answers = Readonly<Record<string, string | readonly string[]>>

/** Somebody at a page: what they do, in the words that they read there. */
export interface Worker {
  readonly page: Page
  goTo(address: string): Promise<void>
  /** Follows a link or presses a button, and waits for the page that it leads to. The first, where several say so. */
  press(name: string | RegExp): Promise<void>
  /** Follows a link that hands out a file. Gives its name and what is in it. */
  saves(name: string): Promise<{ readonly name: string; readonly bytes: Buffer }>
  /** Goes back to the page before, as the browser does. */
  goesBack(): Promise<void>
  /** Opens what is folded away. */
  unfold(words: string, within?: string): Promise<void>
  /** Answers questions of the form; where several groups ask the same, within the one of this legend. */
  answer(answers: Answers, within?: string): Promise<void>
  /** Does an act from the record or from the page of a thing: answers, reads them once more where asked to, records. */
  does(act: string, answers?: Answers): Promise<void>
  /** The same, where it may be refused. */
  tries(act: string, answers?: Answers): Promise<void>
  /** The words of the page, without its head and foot. */
  reads(): Promise<string>
  headings(): Promise<readonly string[]>
}

/** `arrived` is told of every page that they come to. */
export function workerAt(page: Page, handOn: HandOn, arrived: (page: Page) => Promise<void>): Worker {
  const hand = handOn(page)
  const main = page.getByRole('main')

  async function give(scope: Locator, question: string, answer: string | readonly string[]): Promise<void> {
    const name = asked(question)
    const words = scope.getByRole('textbox', { name })
    if (await words.count()) return hand.write(words.first(), String(answer))
    const list = scope.getByRole('combobox', { name })
    if (await list.count()) return hand.select(list, String(answer))
    const group = scope.getByRole('group', { name })
    if (typeof answer === 'string' && /^\d{4}-\d\d-\d\d$/.test(answer)) return giveDay(group, answer)
    for (const option of [answer].flat())
      await hand.pick(
        group
          .getByRole('radio', { name: option, exact: true })
          .or(group.getByRole('checkbox', { name: option, exact: true })),
      )
  }

  async function giveDay(group: Locator, day: string): Promise<void> {
    const [year = '', month = '', date = ''] = day.split('-')
    for (const [name, part] of [
      ['Day', date],
      ['Month', month],
      ['Year', year],
    ] as const)
      await hand.write(group.getByRole('textbox', { name }), String(Number(part)))
  }

  async function lostAt(name: string): Promise<string> {
    return `There is no "${name}" at ${page.url()}, which says: ${(await worker.reads()).slice(0, 1_500)}`
  }

  const worker: Worker = {
    page,
    async goTo(address) {
      await page.goto(address)
      await arrived(page)
    },
    async press(name) {
      const named = typeof name === 'string' ? { name, exact: true } : { name }
      const target = page.getByRole('link', named).or(page.getByRole('button', named)).first()
      if (!(await target.isVisible())) throw new Error(await lostAt(String(name)))
      const loaded = page.waitForEvent('load')
      await Promise.all([loaded, hand.press(target)])
      await arrived(page)
    },
    async saves(name) {
      const saving = page.waitForEvent('download')
      const [file] = await Promise.all([saving, hand.press(page.getByRole('link', { name, exact: true }))])
      return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) }
    },
    async goesBack() {
      await page.goBack()
      await arrived(page)
    },
    async unfold(words, within) {
      const scope = within ? page.getByRole('group', { name: within, exact: true }) : main
      await hand.press(scope.locator('summary', { hasText: words }))
    },
    async answer(answers, within) {
      const scope = within ? page.getByRole('group', { name: within, exact: true }) : main
      for (const [question, answer] of Object.entries(answers)) await give(scope, question, answer)
    },
    async does(act, answers) {
      await worker.tries(act, answers)
      if (!(await page.getByRole('alert').filter({ hasText: act }).isVisible()))
        throw new Error(await lostAt('Recorded'))
    },
    async tries(act, answers = {}) {
      await worker.press(new RegExp(`^${escaped(act)}( ?:|$)`))
      await worker.answer(answers)
      await worker.press('Continue')
      if ((await worker.headings())[0] === 'Check before you record') await worker.press('Record')
    },
    reads: async () => (await main.innerText()).replace(/\s+/g, ' '),
    headings: () => main.getByRole('heading').allInnerTexts(),
  }
  return worker
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** The question as it is asked, whether or not it must be answered. */
const asked = (question: string) => new RegExp(`^${escaped(question)}( \\(optional\\))?$`)
