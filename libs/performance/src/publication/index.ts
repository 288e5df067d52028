export { type PublishedFigure, type PublishedGroup, type PublishedNumbers, published } from './figure.js'
export { type Measure, type Shown, rounded, shownInWords } from './measure.js'
export { type PublishedShare, type Share, publishedShare, publishedShares } from './shares.js'
export { publishedTogether } from './together.js'
export {
  type PublishedCount,
  type PublishedTable,
  suppressed,
  suppressedInGroups,
  suppressedList,
} from './suppression.js'
