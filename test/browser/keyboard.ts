import type { Locator, Page } from 'playwright-core'
import type { Hand } from './hand.js'
import { focusHidden, hasFocus, optionShown } from './in-page.mjs'

/** More stops than any page of ours has. */
const MOST_STOPS = 300

/** By Tab, the arrows, Space, Enter and typing alone. Each stop on the way must be seen to have the focus. */
export function keyboard(page: Page): Hand {
  const press = (key: string) => page.keyboard.press(key)

  async function reach(target: Locator): Promise<void> {
    const wanted = await target.elementHandle()
    if (!wanted) throw new Error('There is nothing to reach.')
    for (let stop = 0; stop < MOST_STOPS; stop++) {
      if (await wanted.evaluate(hasFocus)) return
      await press('Tab')
      const hidden = await page.evaluate(focusHidden)
      if (hidden) throw new Error(`${page.url()}: the focus cannot be seen: ${hidden}`)
    }
    throw new Error(`${page.url()}: Tab does not reach ${target}`)
  }

  return {
    async press(target) {
      await reach(target)
      await press('Enter')
    },
    async write(target, text) {
      await reach(target)
      await press('Control+a')
      await page.keyboard.type(text)
    },
    async pick(target) {
      const type = await target.getAttribute('type')
      if (type === 'checkbox') {
        await reach(target)
        if (!(await target.isChecked())) await press('Space')
        return
      }
      // Tab stops at a group of radio buttons once; the arrows go through it.
      const name = await target.getAttribute('name')
      const group = page.locator(`input[type=radio][name="${name}"]`)
      const picked = group.and(page.locator(':checked'))
      await reach((await picked.count()) > 0 ? picked : group.first())
      await press('Space')
      for (let stop = 0; stop < MOST_STOPS && !(await target.isChecked()); stop++) await press('ArrowDown')
      if (!(await target.isChecked())) throw new Error(`${page.url()}: the arrows do not reach ${target}`)
    },
    async select(target, option) {
      await reach(target)
      const shown = () => target.evaluate(optionShown)
      await press('Home')
      for (let stop = 0; stop < MOST_STOPS && (await shown()) !== option; stop++) await press('ArrowDown')
      if ((await shown()) !== option) throw new Error(`${page.url()}: the arrows do not reach ${option}`)
    },
  }
}
