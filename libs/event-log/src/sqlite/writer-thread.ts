import { parentPort, workerData } from 'node:worker_threads'
import { commandsOn } from './commands.js'
import { unpacked } from './parcel.js'
import { openStore } from './store.js'
import { logFile } from './tables.js'
import { transactionOn } from './transaction.js'
import { PAGES_AT_MOST } from './wal.js'
import { type ToWrite, writer } from './write.js'
import type { FromThread, ToThread } from './writing.js'

/** Writes to the log for the thread that opened it (writing.ts), which never does so at the same time. */
const connection = openStore(workerData as string, logFile)
connection.pragma(`wal_autocheckpoint = ${PAGES_AT_MOST}`)
const commands = commandsOn(connection)
const write = writer(connection, commands)
const transaction = transactionOn(connection, commands.undone)
const say = (answer: FromThread) => parentPort?.postMessage(answer)

parentPort?.on('message', (message: ToThread) => {
  if (message === 'checkpoint') connection.pragma('wal_checkpoint(PASSIVE)')
  else say(outcomeOf(unpacked(message)))
})
say('ready')

/** Where it fails nothing was written, and whoever asked is told why by the thread that tries once more. */
function outcomeOf(asked: readonly ToWrite[]): FromThread {
  const outcome = transaction(() => write(asked))
  return 'done' in outcome ? outcome.done : 'failed'
}
