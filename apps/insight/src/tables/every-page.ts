import type { Page, Paging } from '@front-door/read-models'

const AT_ONCE = 1_000

/** A list that is read page by page, to its end: nothing more of it is held than one page. */
export async function* everyPage<R>(read: (paging: Paging) => Promise<Page<R>>): AsyncGenerator<readonly R[]> {
  for (let after: string | undefined, more = true; more;) {
    const page = await read({ after, limit: AT_ONCE })
    yield page.rows
    after = page.next
    more = after !== undefined
  }
}
