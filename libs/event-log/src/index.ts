export { canonical } from './canonical.js'
export { hashOf } from './chain.js'
export type { Flaw } from './flaw.js'
export { ensureFolder } from './folder.js'
export { type Histories, type Known, historiesFrom } from './histories.js'
export {
  type Append,
  type Appended,
  type EventLog,
  type EventToAppend,
  type OpenEvent,
  type Position,
  type StoredEvent,
  type StreamEvent,
  type StreamsWanted,
  type Subscription,
  LogClosed,
  START,
  UnreadableEvent,
  WrongVersion,
} from './log.js'
export { childrenNamed } from './named.js'
export {
  type NotAllowed,
  type Performed,
  type Recorded,
  type Stale,
  type Told,
  CommandReused,
  TooManyAtOnce,
} from './performed.js'
export { IllFitting } from './prepare.js'
export { type PlainEvent, appendPlain } from './plain.js'
export { ensurePrivate } from './private.js'
export { childEvent, childOf, isOfChild, streamOf } from './reader.js'
export { type Recorder, type Records, recorderOf } from './recorder.js'
export { type HowToOpen, openLog } from './sqlite/log.js'
export { writerThread } from './sqlite/writing.js'
export { DamagedStore, UnusableStore, damageIn } from './sqlite/store.js'
export { textOf } from './text.js'
export { type TrailWords, trailWords } from './trail-words.js'
export { type Progress, type Verified, verify } from './verify.js'
export { type Keys, KeyDestroyed, KeyMissing, WrongMasterKey } from './words/keys.js'
export { MASTER_KEY_SIZE, UnusableMasterKey, masterKeyFile } from './words/master-key.js'
export { openWords } from './words/open-words.js'
export { type Words, TamperedWords } from './words/seal.js'
export { openKeys } from './words/sqlite-keys.js'
