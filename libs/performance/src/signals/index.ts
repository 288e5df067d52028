export { type Caseload, type CaseloadsWanted, caseloads } from './caseloads.js'
export {
  type Conversion,
  type ConversionStep,
  type ConversionWanted,
  conversion,
  conversionSteps,
} from './conversion.js'
export {
  type CopiedReason,
  type CopiedReasonsWanted,
  type ReasonGiven,
  copiedReasons,
  reasonGiven,
} from './copied-reasons.js'
export type { Departure } from './departures.js'
export { type Direction, directionOfTravel } from './direction.js'
export { type ReStep, type ReSteppingWanted, type WayOut, reStepping, waysOut } from './re-stepping.js'
export { type DueCount, type DueItem, type DueWanted } from './due.js'
export type { LateEntry } from './late-entries.js'
export { type Unallocated, unallocatedCases } from './unallocated.js'
export { type Signals, signalsIn } from './signals.js'
