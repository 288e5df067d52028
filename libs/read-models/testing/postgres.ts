import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { postgresBinaries } from './postgres-binaries.mjs'

/** A PostgreSQL of the tests' own, in a folder of its own, reached over a socket in it. */
export interface Postgres {
  /** Makes an empty database and gives its address. */
  database(): Promise<string>
  /** Ends every connection from the server's side, as a restart would. */
  cutConnections(): Promise<void>
  close(): Promise<void>
}

/** PostgreSQL refuses to run as root: it is then run as the user of its package. */
const isRoot = process.getuid?.() === 0
const as = (command: readonly string[]) => (isRoot ? ['runuser', '-u', 'postgres', '--', ...command] : [...command])

/** Ends PostgreSQL when what started it ends, however it ends. Its own process is the one it names in its folder. */
const WITH_ITS_STARTER = 'data=$1; shift; "$@" & read -r _; kill -INT "$(head -n 1 "$data/postmaster.pid")"; wait'

/** English sorting, as a council's database may have: nothing may depend on it. From version 15 on initdb can be told. */
const ENGLISH = ['--encoding=UTF8', '--locale=C.UTF-8', '--locale-provider=icu', '--icu-locale=en-GB']
const PLAIN = ['--encoding=UTF8', '--locale=C.UTF-8']

export async function startPostgres(): Promise<Postgres> {
  const bin = postgresBinaries()
  if (!bin) throw new Error('PostgreSQL is not installed. On Debian: apt-get install -y postgresql')
  const folder = mkdtempSync(join(tmpdir(), 'front-door-postgres-'))
  const data = join(folder, 'data')
  mkdirSync(data)
  chmodSync(folder, 0o755)
  if (isRoot) execFileSync('chown', ['-R', 'postgres:', folder])
  const version = Number(/\d+/.exec(execFileSync(join(bin, 'initdb'), ['--version'], { encoding: 'utf8' }))?.[0])
  run([join(bin, 'initdb'), '-D', data, '-U', 'app', '--auth=trust', ...(version >= 15 ? ENGLISH : PLAIN)], folder)
  const settings = ['listen_addresses=', `unix_socket_directories=${folder}`, 'fsync=off']
  const command = as([join(bin, 'postgres'), '-D', data, ...settings.flatMap((each) => ['-c', each])])
  const server = spawn('sh', ['-c', WITH_ITS_STARTER, 'sh', data, ...command], {
    cwd: folder,
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  const exited = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  const address = (name: string) => `postgres://app@localhost/${name}?host=${encodeURIComponent(folder)}`
  const ask = async (sql: string) => {
    const client = new pg.Client({ connectionString: address('postgres') })
    await client.connect()
    await client.query(sql).finally(() => client.end())
  }
  await answering(() => ask('select 1'), server)
  let databases = 0
  return {
    database: async () => {
      const name = `rows${++databases}`
      await ask(`create database ${name}`)
      return address(name)
    },
    cutConnections: () =>
      ask(
        'select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname is not null',
      ),
    close: async () => {
      server.stdin?.end()
      await exited
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function run(command: readonly string[], cwd: string): void {
  const [program = '', ...args] = as(command)
  execFileSync(program, args, { cwd, stdio: 'ignore' })
}

async function answering(ask: () => Promise<void>, server: ChildProcess): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await ask()
      return
    } catch (error) {
      if (attempt === 200 || server.exitCode !== null) throw error
      await wait(50)
    }
  }
}
