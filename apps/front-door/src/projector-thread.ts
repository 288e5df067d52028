import { parentPort, workerData } from 'node:worker_threads'
import { type Lag, follow, troubleInWords } from '@front-door/feed'
import { openRows, projector, rowsFile } from '@front-door/read-models'
import type { Message } from './projecting.js'
import { type WhereRecord, openRecord } from './stores/record.js'

/**
 * Derives rows in a thread of its own, so that deriving never holds up a decision. It reads the log and the keys,
 * and is the only writer of `rows.db`. It tells how it stands whenever that changes, and what
 * it could not take in.
 */
const where = workerData as WhereRecord
const { log, keys, histories, agreed, close } = openRecord(where)
const rows = await openRows(rowsFile(where.data))
const say = (message: Message) => parentPort?.postMessage(message)
const following = follow(log, projector({ log, keys, histories, rows, agreed }), {
  tell: (trouble) => say({ trouble: troubleInWords(trouble) }),
})

let told = ''
const telling = setInterval(() => void following.lag().then(tell), 250)
function tell({ standing, failed, error }: Lag): void {
  const now = { standing, failed, ...(error ? { error } : {}) }
  if (JSON.stringify(now) === told) return
  told = JSON.stringify(now)
  say(now)
}

parentPort?.on('message', () => {
  clearInterval(telling)
  void following
    .close()
    .then(() => rows.close())
    .then(close)
    .then(() => parentPort?.close())
})
