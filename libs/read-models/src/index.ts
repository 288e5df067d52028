export {
  type BoardPlace,
  type BoardSort,
  type BoardWanted,
  boardCounts,
  boardPage,
  boardSorts,
  teamHasCases,
} from './board/board.js'
export type { BoardRow } from './board/due.js'
export { type BoardList, boardLists } from './board/lists.js'
export { requestCount, requestsTo } from './board/requests.js'
export { type Match, type MatchWanted, possibleDuplicates, possibleMatches } from './matches/matches.js'
export { type Range, type RangeRows, type Sources, rowsOfRange } from './derive.js'
export { isFarBehind, openRowsOf } from './of-log.js'
export { type Projecting, ROWS, projector } from './projector.js'
export { type Compared, type Difference, compare } from './rebuild/compare.js'
export type { Deriving } from './rebuild/deriving.js'
export { RebuildUnderWay } from './rebuild/fresh.js'
export { NoRowsDerived, type RebuildProgress, type Rebuilt, rebuild, rowsFile } from './rebuild/rebuild.js'
export {
  type ContactsWanted,
  type Page,
  type Paging,
  type SearchFor,
  type WorkWanted,
  contactList,
  findChildren,
  isPlace,
  workCounts,
  worklist,
} from './queries.js'
export { aboutRow } from './restricted.js'
export { rowsOf } from './rows.js'
export { setAsideIn } from './set-aside.js'
export { openRowsOnPostgres } from './postgres/store.js'
export { openRows } from './sqlite/store.js'
export type { ChildRows, RowStore } from './store.js'
export type { CinPlanTable } from './figures/plan-tables.js'
export type { FigureTables } from './figures/tables.js'
export {
  type BoardTable,
  type ChildTable,
  type ContactTable,
  type Rows,
  type SetAsideTable,
  type Tables,
  type WorkTable,
  childTables,
} from './tables.js'
