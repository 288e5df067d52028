import { type EventLog, LogClosed } from '../log.js'
import { checkpointsOf } from './checkpoint.js'
import { commandsOn } from './commands.js'
import { followersOf } from './follow.js'
import { flawsIn } from './inspect.js'
import { readsOn } from './read.js'
import { openStore } from './store.js'
import { logFile } from './tables.js'
import { inTurns } from './turn.js'
import { growWal } from './wal.js'
import { writingOn } from './writing.js'

export interface HowToOpen {
  /** How long the write-ahead log is made at once. */
  readonly walBytes?: number
  /** The program of a thread that writes what many ask for at once: `writerThread`, for who serves many. */
  readonly thread?: URL | undefined
}

/**
 * The embedded log: one SQLite file, `log.db`, in a data folder. Several processes may have it open at once: versions
 * are checked within the transaction that writes, and nothing is remembered between two.
 *
 * Throws `UnusableStore` where the folder cannot be written or the file is not ours.
 */
export function openLog(folder: string, { walBytes = 16 << 20, thread }: HowToOpen = {}): EventLog {
  const connection = openStore(folder, logFile)
  growWal(connection, walBytes)
  const reads = readsOn(connection)
  const commands = commandsOn(connection)
  const followers = followersOf(reads.next)
  const writing = writingOn(connection, commands, thread)
  const checkpoints = checkpointsOf(connection, writing.checkpoint)
  const turns = inTurns(writing.write, {
    most: writing.most,
    settled(done) {
      for (const each of done) if ('events' in each) checkpoints.committed(each.events.length)
      followers.wake()
    },
  })
  const open = () => {
    if (!connection.open) throw new LogClosed()
    return reads
  }
  return {
    append: async ({ id, fingerprint }, appends) => open() && turns.add({ id, fingerprint, appends }),
    find: async (command) => open() && commands.find(command),
    readStream: async (stream, after = 0) => open().stream(stream, after),
    readWords: async (stream, events) => open().words(stream, events),
    readAll: (after, types) => open().all(after, types),
    readOpen: (after, types) => open().open(after, types),
    readStreams: (wanted = {}) => open().streams(wanted),
    subscribe: (after, handle) => open() && followers.follow(after, handle),
    streams: () => open().names(),
    end: async () => open().end(),
    async *inspect() {
      open()
      yield* flawsIn(connection)
    },
    async close() {
      await turns.close()
      await followers.close()
      await checkpoints.close()
      await writing.close()
      connection.close()
    },
  }
}
