import { writeSync } from 'node:fs'
import { englandAndWales2028 } from '@front-door/calendar'
import { openKeys, openLog, recorderOf, writerThread } from '@front-door/event-log'
import { defaultPolicy } from '@front-door/policy'
import { MASTER, commandOf } from './crash-commands.js'

/**
 * A program that records with sixteen callers at once, as fast as it can, until it is killed (test/faults/kill.spec.ts).
 * Says `asked <id>` before each command and `kept <id> <events>` when it was acknowledged. Arguments: the data folder,
 * a name for this run (or `finish`, to do only what is left), and the ids of earlier commands to ask again.
 */
const CALLERS = 16
const [folder = '', run = '', ...left] = process.argv.slice(2)
const log = openLog(folder, { thread: writerThread })
const keys = openKeys(folder, MASTER)
let ids = 0
const world = {
  policies: [defaultPolicy],
  calendars: [englandAndWales2028],
  newId: () => `${run}-${process.pid}-${++ids}`,
}
const recorder = recorderOf({ log, keys, world })

/** Straight to the pipe: what stands in it survives the process. */
const say = (text: string) => writeSync(1, `${text}\n`)

let next = 0
const nextId = () => left.pop() ?? (run === 'finish' ? undefined : `${run}x${++next}`)

async function caller(): Promise<void> {
  for (let id = nextId(); id; id = nextId()) {
    say(`asked ${id}`)
    const performed = await recorder.perform(commandOf(id), 'asked')
    if (performed.outcome !== 'recorded') throw new Error(JSON.stringify(performed))
    const events = performed.children.reduce((total, told) => total + told.events.length, 0)
    say(`kept ${id} ${events}`)
  }
}

await Promise.all(Array.from({ length: CALLERS }, caller))
await log.close()
await keys.close()
