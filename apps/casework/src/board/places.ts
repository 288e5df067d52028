import { addressWith } from '@front-door/pages'
import { type BoardList, boardLists } from '@front-door/read-models'
import type { SignedIn } from '@front-door/identity'
import type { BoardAsked, Whose } from './asked.js'
import { listWords } from './lists.js'

/** A link of the board, the one that is shown now marked. */
export interface Switch {
  readonly text: string
  readonly href: string
  readonly current: boolean
}

/** The address of the board as it stands, with something changed. A change of list or of part begins at its first page. */
export function addressOf(asked: BoardAsked, change: Partial<BoardAsked> = {}): string {
  const { list, whose, domesticAbuse, outOfHours, sort, descending, page } = { ...asked, ...change }
  const stays = change.page !== undefined
  return addressWith(
    '/',
    {},
    {
      list,
      whose,
      lane: domesticAbuse ? 'domestic-abuse' : undefined,
      edt: outOfHours ? '1' : undefined,
      sort: sort === 'due' && !descending ? undefined : `${descending ? '-' : ''}${sort}`,
      page: stays && page > 1 ? String(page) : undefined,
    },
  )
}

/** The lists as tabs, each with how much stands in it as the board is narrowed. */
export function tabsOf(asked: BoardAsked, counts: Readonly<Record<BoardList, number>>) {
  return boardLists.map((list) => ({
    text: listWords[list].name,
    href: addressOf(asked, { list }),
    count: counts[list],
    current: list === asked.list,
  }))
}

const whoseWords: Readonly<Record<Whose, string>> = { own: 'Mine', team: 'My team’s', all: 'The whole council’s' }

export function whoseLinks(asked: BoardAsked, { team }: SignedIn): readonly Switch[] {
  const offered: readonly Whose[] = team === '' ? ['own', 'all'] : ['own', 'team', 'all']
  return offered.map((whose) => ({
    text: whoseWords[whose],
    href: addressOf(asked, { whose }),
    current: whose === asked.whose,
  }))
}

/** Lanes within the board. The link of one that is set takes it off. */
export function laneLinks(asked: BoardAsked): readonly Switch[] {
  const { domesticAbuse, outOfHours } = asked
  return [
    {
      text: 'Domestic abuse',
      href: addressOf(asked, { domesticAbuse: !domesticAbuse }),
      current: domesticAbuse,
    },
    {
      text: 'Out of hours (EDT)',
      href: addressOf(asked, { outOfHours: !outOfHours }),
      current: outOfHours,
    },
  ]
}

/** As the pagination component takes it; nothing where all stands on one page. */
export function pagesOf(asked: BoardAsked, count: number, size: number) {
  const last = Math.ceil(count / size)
  if (last < 2 && asked.page === 1) return undefined
  const href = (page: number) => ({ href: addressOf(asked, { page }) })
  const near = [...new Set([1, asked.page - 1, asked.page, asked.page + 1, last])].filter((n) => n >= 1 && n <= last)
  const items = near.flatMap((number, index) => [
    ...(number - (near[index - 1] ?? number) > 1 ? [{ ellipsis: true }] : []),
    { number, current: number === asked.page, ...href(number) },
  ])
  return {
    ...(asked.page > 1 ? { previous: href(Math.min(asked.page - 1, last)) } : {}),
    ...(asked.page < last ? { next: href(asked.page + 1) } : {}),
    items,
  }
}
