import { parentPort, workerData } from 'node:worker_threads'
import { type Lag, follow, troubleInWords } from '@front-door/feed'
import { openRows, projector, rowsFile } from '@front-door/read-models'
import type { Message } from './projecting.js'
import { type WhereRecord, openRecord } from './stores/record.js'

/**
 * Derives rows in a thread of its own, so that deriving never holds up a decision. It reads the log and the keys,
 * and is the only writer of `rows.db`. It tells how it stands whenever that changes, what it could not take in, and who
 * is set aside.
 */
const where = workerData as WhereRecord
const { log, keys, histories, agreed, close } = openRecord(where)
const rows = await openRows(rowsFile(where.data))
const say = (message: Message) => parentPort?.postMessage(message)
const tell = (trouble: string) => say({ trouble })
const following = follow(log, projector({ log, keys, histories, rows, agreed, tell }), {
  tell: (trouble) => tell(troubleInWords(trouble)),
  tellWell: (failed) => tell(`it goes on, after ${failed} failures in a row`),
})

let told = ''
// Where it cannot even be read how far it has come, that holds up what follows too, and is told by it.
const telling = setInterval(() => void following.lag().then(stand, () => undefined), 250)
function stand({ standing, failed, error }: Lag): void {
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
