import { type Browser, type BrowserContext, chromium } from 'playwright-core'
import { axeInto } from './axe.js'
import { browserPath } from './chromium.mjs'
import { type HandOn, mouse } from './hand.js'
import { type Program, startProgram } from './program.js'
import { watchFor } from './watch.js'
import { type Worker, workerAt } from './worker.js'

/** How people sit at the desk. */
export interface Ways {
  readonly hand?: HandOn
  /** Whether their browser runs scripts. */
  readonly script?: boolean
  /** Whether every page they meet is looked through for what people with disabilities could not use. */
  readonly axe?: boolean
  /** Whether there is a council already: invented, of two years. */
  readonly simulated?: boolean
  /** CSS pixels. */
  readonly window?: { readonly width: number; readonly height: number }
}

/** The program with browsers in front of it, one for each person. */
export interface Desk {
  readonly program: Program
  /** Somebody of the demo's staff, signed in, in a browser of their own; the same one when asked again. */
  as(person: string): Promise<Worker>
  /** What went wrong where nobody sees it. Empty in a test that passes. */
  readonly trouble: string[]
  close(): Promise<void>
}

export async function openDesk({
  hand = mouse,
  script = true,
  axe = false,
  simulated = false,
  window,
}: Ways = {}): Promise<Desk> {
  const executablePath = browserPath()
  if (!executablePath) throw new Error('There is no Chromium here. Install one, or name it in CHROMIUM_PATH.')
  const program = await startProgram({ simulated })
  // A test runner is root in a container, where Chromium's own sandbox does not work.
  const browser: Browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  const trouble: string[] = []
  const people = new Map<string, Worker>()
  const arrived = axe ? axeInto(trouble) : async () => undefined

  async function sitDown(person: string): Promise<Worker> {
    const context: BrowserContext = await browser.newContext({
      baseURL: program.url,
      javaScriptEnabled: script,
      viewport: window ?? { width: 1280, height: 900 },
    })
    context.setDefaultTimeout(10_000)
    context.on('page', (page) => watchFor(page, trouble))
    const worker = workerAt(await context.newPage(), hand, arrived)
    await worker.goTo('/')
    await worker.press(staffNamed(person))
    return worker
  }

  return {
    program,
    trouble,
    async as(person) {
      const worker = people.get(person) ?? (await sitDown(person))
      people.set(person, worker)
      return worker
    },
    async close() {
      await browser.close()
      await program.close()
    },
  }
}

/** "jo.reed" signs in by the button that begins "Jo Reed". */
function staffNamed(id: string): RegExp {
  return new RegExp(`^${id.replace('.', ' ')}`, 'i')
}
