export type { Act, Refusal } from './act/index.js'
export type { Child, EmergencyOpening, Item, Referral } from './child/index.js'
export {
  findItem,
  isAnswerOfUse,
  itemKinds,
  itemsOf,
  openCase,
  undecidedReferral,
  unknownChild,
} from './child/index.js'
export * as codes from './codes/index.js'
export { datesInDoubt, longAgo } from './contact/long-ago.js'
export type { ChildId, EventDefinition, Envelope, NewEvent, Worker } from './event/event.js'
export { happened } from './event/event.js'
export * as fields from './fields/index.js'
export type { Field, Fields, ItemKind, JsonSchema, Problem } from './fields/index.js'
export { type Agreed, type Clock, clocksOf, runningClocks } from './flow/clocks.js'
export {
  type Change,
  type Command,
  type Decided,
  type FreshEvent,
  type Refused,
  type World,
  asRecorded,
  decide,
} from './flow/decide.js'
export { flowInMarkdown, stateDiagram } from './flow/diagram.js'
export { subjectField } from './flow/guard.js'
export { type Missing, missingFrom } from './flow/evidence.js'
export { kindNames, stageNames } from './flow/names.js'
export { type Next, nextFor } from './flow/next.js'
export { whyNotToCorrect } from './flow/recorded-by.js'
export type { Row } from './flow/row.js'
export { type ActName, type InputOfAct, actNames, flow, isActName } from './flow/table.js'
export {
  type ChildEvent,
  type EventType,
  definitionOf,
  definitions,
  eventDefinitions,
  whyIllFitting,
} from './history/events.js'
export { otherRecord, twinIn } from './history/both-records.js'
export { eventSchemas } from './history/schemas.js'
export {
  type History,
  asCorrected,
  asKnownAt,
  eventsOf,
  fingerprinted,
  findEvent,
  historyOf,
  noHistory,
  remember,
} from './history/fold.js'
export { type TrailCorrection, type TrailLine, eventName, factsInWords, trailOf } from './history/trail.js'
export { isOver, openTo } from './person/open-to.js'
export { type Identity, identityOf, tellingWho } from './person/identity.js'
export { type OpenedWords, wordsAsCorrected } from './history/words.js'
export { type Contradiction, contradictions, newContradictions } from './rules/contradictions.js'
