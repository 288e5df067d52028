/** Functions that the browser runs inside a page: Playwright sends them there as text. */
export function hasFocus(element: unknown): boolean
/** The words of the option that a list shows. */
export function optionShown(list: unknown): string | undefined
/** Says what has the focus where nobody can see that it has. */
export function focusHidden(): string | undefined
/** What is lost on a narrow screen: one line for each thing. */
export function lost(): string[]
/** The kinds of element that the page is made of, each once, in one line. */
export function partsOf(): string
