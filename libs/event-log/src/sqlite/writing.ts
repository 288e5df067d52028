import { dirname } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Appended } from '../log.js'
import type { Commands } from './commands.js'
import { type Parcel, packed } from './parcel.js'
import type { Connection } from './store.js'
import { type NotDone, together } from './transaction.js'
import { type Asked, type Written, toldOf, writer } from './write.js'

/** So many commands at once are worth the way to another thread and back. */
const MANY = 4
/** So many need not be shared out: one half is decided on while the other is written. */
const FEW = 32

export type ToThread = Parcel | 'checkpoint'
export type FromThread = readonly Written[] | 'ready' | 'failed'

type Done = readonly (Appended | NotDone)[]

/** Writes to the log, one turn after the other. */
export interface Writing {
  write(asked: readonly Asked[]): Done | Promise<Done>
  /** Of so many commands that wait, how many are best written together. */
  most(waiting: number): number
  /** Copies what is left in the write-ahead log into the file, between two commits. */
  checkpoint(): void
  close(): Promise<void>
}

/** The program of the thread. */
export const writerThread = new URL('./writer-thread.js', import.meta.url)

/**
 * A few commands are written here and now. Many are written by a thread, where there is to be one: while it writes and
 * the disk works, others are served and decide. What the thread could not write, whatever the reason, is written
 * here: a command that it had written after all is known by its id.
 */
export function writingOn(connection: Connection, commands: Commands, program: URL | undefined): Writing {
  const write = writer(connection, commands)
  const here = together<Asked, Appended>(connection, (asked) => told(asked, write(asked)), commands.undone)
  const checkpointHere = () => connection.open && connection.pragma('wal_checkpoint(PASSIVE)')
  let thread: Thread | undefined
  return {
    write(asked) {
      if (!program || asked.length < MANY) return here(asked)
      thread ??= threadOn(program, dirname(connection.name))
      return thread.write(asked)?.then((written) => (written ? told(asked, written) : here(asked))) ?? here(asked)
    },
    most: (waiting) => (program ? Math.max(FEW, waiting / 2) : waiting),
    checkpoint: () => void (thread?.checkpoint() || checkpointHere()),
    close: async () => thread?.close(),
  }
}

function told(asked: readonly Asked[], written: readonly Written[]): (Appended | NotDone)[] {
  return asked.map((each, index) => toldOf(each, written[index] ?? 0))
}

interface Thread {
  /** What came of each, or nothing where it failed. Nothing at once where the thread is not there (yet). */
  write(asked: readonly Asked[]): Promise<readonly Written[] | undefined> | undefined
  /** Has the thread do it, after what it is writing. False where it is at rest: then it can be done by who asks. */
  checkpoint(): boolean
  close(): Promise<void>
}

function threadOn(program: URL, folder: string): Thread {
  const worker = new Worker(program, { workerData: folder })
  let ready = false
  let answer: ((written: readonly Written[] | undefined) => void) | undefined
  const answered = (written: readonly Written[] | undefined) => {
    worker.unref()
    answer?.(written)
    answer = undefined
  }
  worker.unref()
  worker.on('message', (message: FromThread) => {
    if (message === 'ready') ready = true
    else answered(message === 'failed' ? undefined : message)
  })
  worker.on('error', () => undefined)
  // An error is followed by this. There will be no other thread: all is written by the one that is left.
  worker.on('exit', () => {
    ready = false
    answered(undefined)
  })
  const send = (message: ToThread, handedOver: readonly ArrayBuffer[] = []) => worker.postMessage(message, handedOver)
  /** What cannot go the way there is written here, where each is refused for a reason of its own. */
  const sent = (asked: readonly Asked[]) => {
    try {
      const parcel = packed(asked)
      send(parcel, [parcel.bytes.buffer])
      return true
    } catch {
      return false
    }
  }
  return {
    write(asked) {
      if (!ready || !sent(asked)) return undefined
      // Whoever waits for the disk keeps the process alive, and the thread alone does not.
      worker.ref()
      return new Promise((resolve) => (answer = resolve))
    },
    checkpoint() {
      if (!answer) return false
      send('checkpoint')
      return true
    },
    async close() {
      await worker.terminate()
    },
  }
}
