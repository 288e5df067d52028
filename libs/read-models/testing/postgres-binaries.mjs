import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const INSTALLED = '/usr/lib/postgresql'

/** The folder of PostgreSQL's own programs on this machine: the one that POSTGRES_BIN names, or the newest of a system package. */
export function postgresBinaries() {
  const versions = existsSync(INSTALLED) ? readdirSync(INSTALLED).sort((one, other) => Number(other) - Number(one)) : []
  const folders = [process.env.POSTGRES_BIN ?? '', ...versions.map((version) => join(INSTALLED, version, 'bin'))]
  return folders.find((folder) => folder !== '' && existsSync(join(folder, 'initdb')))
}
