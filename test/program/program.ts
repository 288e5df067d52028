import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')
const built = join(root, 'dist/apps/front-door/apps/front-door/src')

/**
 * A port for the programs of this worker of the test run, with the one after it: below those that the system gives out,
 * and apart from those of other workers, whose numbers follow on each other.
 */
export const ownPort = 10_000 + ((process.pid * 4) % 20_000)

/** What a command line printed, and how it ended. */
export interface Ran {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Runs a program of the build, as a user would, in a process of its own. */
export function cli(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ran> {
  const child = spawn(process.execPath, [entry('cli.js'), ...args], { env: { ...process.env, ...env } })
  return ended(child)
}

/** The server, in a process of its own. */
export interface Server {
  readonly url: string
  readonly process: ChildProcess
  /** What it has printed so far. */
  said(): string
  token(person: string): Promise<string>
  stop(signal?: NodeJS.Signals): Promise<number | null>
}

/** Starts the server on a data folder and waits until it says where it answers. */
export async function serve(data: string, port: number, settings: NodeJS.ProcessEnv = {}): Promise<Server> {
  const env = { ...process.env, ...settings, FRONT_DOOR_DATA: data, PORT: String(port), NODE_ENV: 'test' }
  const child = spawn(process.execPath, [entry('main.js')], { env })
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve))
  let said = ''
  const url = await new Promise<string>((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      said += chunk.toString()
      const ready = /ready at (\S+)/.exec(said)?.[1]
      if (ready) resolve(ready)
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    void exited.then((code) => reject(new Error(`The server ended with ${code}: ${said}`)))
  })
  return {
    url,
    process: child,
    said: () => said,
    token: async (person) => (await cli(['token', person], { ...settings, PORT: String(port) })).out.trim(),
    stop: async (signal = 'SIGTERM') => {
      child.kill(signal)
      return exited
    },
  }
}

/** The file of a program of the build. */
export function entry(name: string): string {
  const file = join(built, name)
  if (!existsSync(file)) throw new Error('The program has not been built. Run the suites with: npm test')
  return file
}

function ended(child: ChildProcess): Promise<Ran> {
  let out = ''
  let err = ''
  child.stdout?.on('data', (chunk: Buffer) => (out += chunk.toString()))
  child.stderr?.on('data', (chunk: Buffer) => (err += chunk.toString()))
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, out, err })))
}
