import { parentPort, workerData } from 'node:worker_threads'
import { type Lag, follow, troubleInWords } from '@front-door/feed'
import { ROWS, isFarBehind, openRows, projector, rebuild, rowsFile } from '@front-door/read-models'
import type { Message } from './projecting.js'
import { type WhereRecord, openRecord } from './stores/record.js'

/**
 * Derives rows in a thread of its own, so that deriving never holds up a decision. It reads the log and the keys,
 * and is the only writer of `rows.db`. It tells how it stands whenever that changes, what it could not take in, and who
 * is set aside.
 */
const where = workerData as WhereRecord
const record = openRecord(where)
const { log, keys, histories, agreed, close } = record
const rows = await openRows(rowsFile(where.data))
const say = (message: Message) => parentPort?.postMessage(message)
const tell = (trouble: string) => say({ trouble })
let isFollowing = false

parentPort?.on('message', () => {
  // What is derived anew is gone on with at the next start.
  if (!isFollowing) process.exit()
  clearInterval(telling)
  void following
    .close()
    .then(() => rows.close())
    .then(close)
    .then(() => parentPort?.close())
})

await deriveAnewIfFarBehind()
const following = follow(log, projector({ log, keys, histories, rows, agreed, tell }), {
  tell: (trouble) => tell(troubleInWords(trouble)),
  tellWell: (failed) => tell(`it goes on, after ${failed} failures in a row`),
})
isFollowing = true

let told = ''
// Where it cannot even be read how far it has come, that holds up what follows too, and is told by it.
const telling = setInterval(() => void following.lag().then(stand, () => undefined), 250)
function stand({ standing, failed, error }: Lag): void {
  const now = { standing, failed, ...(error ? { error } : {}) }
  if (JSON.stringify(now) === told) return
  told = JSON.stringify(now)
  say(now)
}

/**
 * After an import, an upgrade or a restored back-up. Where it cannot be done all is taken in by pages, which tells why.
 */
async function deriveAnewIfFarBehind(): Promise<void> {
  const [at, end] = [await rows.checkpoint(ROWS), await log.end()]
  if (!isFarBehind(at, end)) return
  say({ note: `${end - at} events are not in the lists and figures yet: all are derived anew` })
  const begun = Date.now()
  try {
    await rebuild(record, { folder: where.data })
    say({ note: `derived anew in ${((Date.now() - begun) / 1_000).toFixed(1)} s` })
  } catch (error) {
    tell(`rows could not be derived anew, and are taken in page by page. ${String(error)}`)
  }
}
