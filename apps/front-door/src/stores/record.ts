import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Agreed } from '@front-door/case-flow'
import {
  type EventLog,
  type Histories,
  type HowToOpen,
  type Keys,
  type Recorder,
  historiesFrom,
  masterKeyFile,
  openKeys,
  openLog,
  recorderOf,
} from '@front-door/event-log'
import type { FrontDoorSettings } from '../settings/settings.js'
import { agreedFrom } from './agreed.js'

/** The record in a data folder: the log, the keys of the children, and the one way of writing. */
export interface Record {
  readonly log: EventLog
  readonly keys: Keys
  readonly histories: Histories
  readonly recorder: Recorder
  readonly agreed: Agreed
  close(): Promise<void>
}

export type WhereRecord = Pick<FrontDoorSettings, 'data' | 'masterKey' | 'policy' | 'calendar'>

/** There is no record in the folder. */
export class NoRecord extends Error {}

/** For what only reads: a mistyped folder would be made, and found empty and whole. Throws `NoRecord`. */
export function refuseWithout({ data }: Pick<WhereRecord, 'data'>): void {
  if (!existsSync(join(data, 'log.db')))
    throw new NoRecord(`There is no record in ${data}. Name its folder: --data DIR, or FRONT_DOOR_DATA.`)
}

/** Opens the record. Several programs may: the server, and a command beside it. */
export function openRecord({ data, masterKey, policy, calendar }: WhereRecord, how?: HowToOpen): Record {
  const agreed = agreedFrom({ policy, calendar })
  const master = masterKeyFile(masterKey ?? join(data, 'master.key'), data)
  const keys = openKeys(data, master)
  const log = openLog(data, how)
  const histories = historiesFrom(log)
  const recorder = recorderOf({ log, keys, histories, world: { ...agreed, newId: randomUUID } })
  return {
    log,
    keys,
    histories,
    recorder,
    agreed,
    close: async () => {
      await log.close()
      await keys.close()
    },
  }
}
