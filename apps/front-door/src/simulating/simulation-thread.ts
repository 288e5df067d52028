import { parentPort, workerData } from 'node:worker_threads'
import { recorderOf } from '@front-door/event-log'
import { demoStaff } from '@front-door/identity'
import { simulate } from '@front-door/simulation'
import { openRecord } from '../stores/record.js'
import type { ShareAsked, ShareTold } from './simulating.js'

/** Tells one share of a simulation, in a thread of its own, on the same files as the others. */
const { where, asked, share } = workerData as ShareAsked
const { log, keys, agreed, close } = openRecord(where)
const tell = (told: ShareTold) => parentPort?.postMessage(told)
try {
  const summary = await simulate({
    ...asked,
    ...{ agreed, share, staff: demoStaff },
    recorder: (newId) => recorderOf({ log, keys, world: { ...agreed, newId } }),
    onProgress: (progress) => tell({ progress }),
  })
  tell({ summary })
} finally {
  await close()
}
