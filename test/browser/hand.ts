import type { Locator, Page } from 'playwright-core'

/** How somebody works a page: by mouse, or by keyboard alone. Everything is found by what is read on the page. */
export interface Hand {
  /** Follows a link, presses a button or opens what is folded away. */
  press(target: Locator): Promise<void>
  write(target: Locator, text: string): Promise<void>
  /** A radio button or a checkbox. */
  pick(target: Locator): Promise<void>
  /** An option of a list that opens. */
  select(target: Locator, option: string): Promise<void>
}

export type HandOn = (page: Page) => Hand

export const mouse: HandOn = () => ({
  press: (target) => target.click(),
  write: (target, text) => target.fill(text),
  pick: (target) => target.check(),
  async select(target, option) {
    await target.selectOption({ label: option })
  },
})
