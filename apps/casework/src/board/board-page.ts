import { type Instant, dayOf, momentOf } from '@front-door/calendar'
import { workerNames } from '@front-door/door'
import { type SignedIn, seenInList } from '@front-door/identity'
import { type Column, columnsFor, plural } from '@front-door/pages'
import { aboutRow, boardCounts, boardPage, boardSorts } from '@front-door/read-models'
import { wayInFor } from '../find/way-in.js'
import type { Parts } from '../parts.js'
import { type QueryAsked, type BoardAsked, askedOf, wantedOf, whoseByDefault } from './asked.js'
import { behindInWords } from './behind.js'
import { listWords } from './lists.js'
import { addressOf, laneLinks, pagesOf, tabsOf, whoseLinks } from './places.js'
import { rowShown } from './row.js'

const SIZE = 50

/** The board as it is shown to one person: one list of it, and how much stands in the others. */
export async function boardFor(parts: Parts, reader: SignedIn, query: QueryAsked, at: Instant) {
  const { rows, agreed } = parts
  const now = momentOf(at)
  const asked = askedOf(query, reader, await whoseByDefault(rows, reader))
  const wanted = wantedOf(asked, reader, dayOf(now))
  const counts = await boardCounts(rows, wanted)
  const found = await boardPage(rows, wanted, { ...asked, size: SIZE })
  const showing = { now, agreed, workerName: workerNames(parts) }
  const wayIn = wayInFor(reader, parts)
  const { name, about, empty } = listWords[asked.list]
  return {
    title: name,
    wide: true,
    about,
    tabs: tabsOf(asked, counts),
    whose: asked.list === 'unallocated' ? [] : whoseLinks(asked, reader),
    lanes: laneLinks(asked),
    columns: columnsOf(asked),
    rows: seenInList(reader, found, aboutRow).map((row) => ('restricted' in row ? wayIn(row) : rowShown(row, showing))),
    caption: `${name}: ${plural(counts[asked.list], 'row')}`,
    pages: pagesOf(asked, counts[asked.list], SIZE),
    empty: emptyWords(asked, empty),
    unfinished: parts.drafts.of(reader.id).length,
    behind: behindInWords(await parts.following.lag()),
  }
}

function columnsOf(asked: BoardAsked): readonly Column[] {
  const headings = [
    { text: 'Child', by: 'child' },
    { text: 'What it is' },
    { text: 'From' },
    { text: 'Came in', by: 'opened' },
    { text: 'Priority', by: 'priority' },
    { text: 'Due', by: 'due' },
    { text: 'With', by: 'worker' },
  ]
  return columnsFor(headings, {
    by: asked.sort,
    descending: asked.descending,
    href: (by, descending) => addressOf(asked, { sort: boardSorts.find((sort) => sort === by) ?? 'due', descending }),
  })
}

function emptyWords(asked: BoardAsked, empty: string) {
  const isWhole = asked.whose === 'all' || asked.list === 'unallocated'
  if (asked.page > 1)
    return {
      text: 'Nothing stands on this page of the list.',
      action: { href: addressOf(asked, { page: 1 }), text: 'Show the first page' },
    }
  if (isWhole && !asked.domesticAbuse && !asked.outOfHours) return { text: empty }
  return {
    text: 'Nothing stands in this part of the list.',
    action: {
      href: addressOf(asked, { whose: 'all', domesticAbuse: false, outOfHours: false }),
      text: 'Show all of it for the whole council',
    },
  }
}
