export { type CheckedCin, type LeftOut, checkCin } from './cin/check.js'
export type {
  CinAssessment,
  CinChild,
  CinEpisode,
  CinItem,
  CinPerson,
  CinPlan,
  CinProtectionPlan,
  CinSection47,
} from './cin/child.js'
export { type ImportContext, importWorker } from './cin/context.js'
export type { Progress } from './cin/xml/decode.js'
export { CinFileError, type CinFailure } from './cin/xml/failure.js'
export { type CinHeader, readHeader } from './cin/header.js'
export { type News, whatIsNew } from './cin/news.js'
export { readCin } from './cin/read.js'
export { type ReportLine, type ReportedContradiction, leftOutLines } from './cin/report.js'
export type { Problem } from './cin/value.js'
