export {
  type BoardPlace,
  type BoardRow,
  type BoardSort,
  type BoardWanted,
  boardCounts,
  boardPage,
  boardSorts,
  teamHasCases,
} from './board/board.js'
export { type BoardList, boardLists } from './board/lists.js'
export { type Match, type MatchWanted, possibleDuplicates, possibleMatches } from './matches/matches.js'
export { type Projecting, projector } from './projector.js'
export {
  type ContactsWanted,
  type Page,
  type Paging,
  type SearchFor,
  type WorkWanted,
  contactList,
  findChildren,
  workCounts,
  worklist,
} from './queries.js'
export { aboutRow } from './restricted.js'
export { rowsOf } from './rows.js'
export { type RowStore, openRows } from './store.js'
export type { CinPlanTable, FigureTables } from './figures/tables.js'
export type { BoardTable, ChildTable, ContactTable, Rows, Tables, WorkTable } from './tables.js'
