export { type ChildShown, type ChildShowing, ageInWords, childName, childShown } from './child.js'
export { type ClockShown, type Workings, clockShown, clocksShown } from './clock.js'
export { type Tag, dueTag, plural, unitOf } from './due.js'
export { type ChildNamed, type Fact, factsOf, labelsOf } from './facts.js'
export {
  type Chosen,
  type Column,
  type ColumnAsked,
  type PagesShown,
  type Sorting,
  addressWith,
  chosenFilters,
  columnsFor,
  pagesFor,
} from './lists.js'
export { itemInWords, missingShown } from './items.js'
export { type NextItem, type NextShowing, type NextShown, nextShown } from './next-acts.js'
export { type ProblemPage, type ProblemShowing, problemPage } from './problem-page.js'
export { childrenIn } from './named.js'
export { type CorrectionShown, type TrailEntry, type TrailShowing, trailShown } from './trail.js'
