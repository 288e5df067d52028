import { afterEach, beforeEach } from '@jest/globals'
import type { EventLog } from '../../src/log.js'

/** An empty log, a way to close it and open it again, and a way to leave nothing behind. */
export interface Subject {
  readonly log: EventLog
  reopen(): Promise<EventLog>
  cleanUp(): Promise<void>
}

export type Open = () => Promise<Subject>

/** A fresh log for each test. */
export function fresh(open: Open): Subject {
  let subject: Subject
  beforeEach(async () => {
    subject = await open()
  })
  afterEach(() => subject.cleanUp())
  return {
    get log() {
      return subject.log
    },
    reopen: () => subject.reopen(),
    cleanUp: () => subject.cleanUp(),
  }
}
