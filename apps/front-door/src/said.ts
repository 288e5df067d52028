import {
  CommandReused,
  KeyDestroyed,
  KeyMissing,
  UnreadableEvent,
  UnusableMasterKey,
  UnusableStore,
  WrongMasterKey,
} from '@front-door/event-log'
import { CannotStartIssuer, NoCookieSecret } from '@front-door/identity'
import { NoRowsDerived, RebuildUnderWay } from '@front-door/read-models'
import { BadSettings } from './settings/setting.js'
import { NoRecord } from './stores/record.js'

const foreseen = [
  BadSettings,
  CannotStartIssuer,
  CommandReused,
  KeyDestroyed,
  KeyMissing,
  NoCookieSecret,
  NoRecord,
  NoRowsDerived,
  RebuildUnderWay,
  UnreadableEvent,
  UnusableMasterKey,
  UnusableStore,
  WrongMasterKey,
]

/** What to tell a person about an error: its own sentence where it was foreseen, else all that is known of it. */
export function said(error: unknown): string {
  if (foreseen.some((kind) => error instanceof kind)) return (error as Error).message
  if ((error as { code?: unknown }).code === 'EADDRINUSE')
    return 'Another program already answers at this port. Stop it, or give another: PORT=3100 npm start'
  return (
    ofAFile(error) ?? ofTheSystem(error) ?? (error instanceof Error ? (error.stack ?? error.message) : String(error))
  )
}

/** SQLite says that a file is damaged, and not which. */
function ofAFile(error: unknown): string | undefined {
  if (!String((error as { code?: unknown }).code).startsWith('SQLITE_CORRUPT')) return undefined
  return `A file of the data folder is damaged (${(error as Error).message}). front-door verify says whether it is the log; docs/operating.md says what is to be done about each file.`
}

const unusable = ['EACCES', 'EEXIST', 'ENOENT', 'ENOSPC', 'ENOTDIR', 'EPERM', 'EROFS']

/** What the system would not do: with a file, or with an address to listen on. */
function ofTheSystem(error: unknown): string | undefined {
  const { code = '', path, syscall, address, hostname } = (error ?? {}) as NodeJS.ErrnoException & Where
  if (syscall === 'listen' || syscall === 'getaddrinfo')
    return `It cannot listen on ${address ?? hostname ?? 'that address'} (${code}). Give another HOST or PORT, like HOST=127.0.0.1.`
  if (!path || !unusable.includes(code)) return undefined
  return `${path} cannot be used (${code}). Give the user that runs Front Door the right to it, or name another folder: FRONT_DOOR_DATA, or --data DIR.`
}

interface Where {
  readonly address?: string
  readonly hostname?: string
}
