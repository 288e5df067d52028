import { describe } from '@jest/globals'
import { appending } from './contract/appending.js'
import { atOnce } from './contract/at-once.js'
import { commands } from './contract/commands.js'
import { following } from './contract/following.js'
import { reading } from './contract/reading.js'
import type { Open } from './contract/subject.js'

/** What every adapter of the log must do, whatever it keeps its events in. */
export function eventLogContract(name: string, open: Open): void {
  describe(`${name} keeps the contract of the log`, () => {
    describe('appending', () => appending(open))
    describe('a command asked again', () => commands(open))
    describe('several at once', () => atOnce(open))
    describe('reading', () => reading(open))
    describe('following', () => following(open))
  })
}

export type { Open, Subject } from './contract/subject.js'
