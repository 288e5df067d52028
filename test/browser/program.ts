import { mkdtempSync, rmSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Server, cli, serve } from '../program/program.js'

/** The program of the build, on a folder of its own that is gone afterwards. */
export interface Program {
  readonly url: string
  /** Does an act through the API, as a program of the council would. Gives what was answered. */
  act(person: string, path: string, body: object): Promise<Recorded>
  /** Asks the API. Gives what was answered. */
  ask(person: string, path: string): Promise<unknown>
  /** What a command prints as JSON, on the same data. */
  command(...words: readonly string[]): Promise<unknown>
  /** Ends the program without warning, as a power cut would, and starts it again at the same address. */
  killAndRestart(): Promise<void>
  close(): Promise<void>
}

export interface Recorded {
  readonly children: readonly {
    readonly child: string
    readonly events: readonly { readonly type: string; readonly items: Readonly<Record<string, string>> }[]
  }[]
}

/** A council small enough to be told in seconds, with every kind of figure in it. */
const invented = ['--children', '150', '--years', '2', '--seed', '7']

export async function startProgram({ simulated = false } = {}): Promise<Program> {
  const data = mkdtempSync(join(tmpdir(), 'front-door-desk-'))
  const command = async (...words: readonly string[]): Promise<unknown> => {
    const { code, out, err } = await cli([...words, '--data', data, '--json'])
    if (code !== 0) throw new Error(`${words.join(' ')}: ${err}`)
    return JSON.parse(out)
  }
  if (simulated) await command('simulate', ...invented)
  const [port = 0, issuer] = await freePorts(2)
  // The demo's sign-in answers at the same address after a restart: a page that stood open may lead only there.
  const start = () => serve(data, port, { DEMO_ISSUER_PORT: String(issuer), COUNCIL: 'Barton Council' })
  const tokens = new Map<string, string>()
  let server: Server = await start()
  const tokenOf = async (person: string) => {
    const token = tokens.get(person) ?? (await server.token(person))
    tokens.set(person, token)
    return token
  }
  return {
    url: server.url,
    async act(person, path, body) {
      const headers = { authorization: `Bearer ${await tokenOf(person)}`, 'content-type': 'application/json' }
      const answer = await fetch(`${server.url}/api${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
      const told: unknown = await answer.json()
      if (answer.status !== 201) throw new Error(`${path}: ${JSON.stringify(told)}`)
      return told as Recorded
    },
    async ask(person, path) {
      const headers = { authorization: `Bearer ${await tokenOf(person)}` }
      const answer = await fetch(`${server.url}/api${path}`, { headers })
      if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`)
      return answer.json()
    },
    command,
    async killAndRestart() {
      await server.stop('SIGKILL')
      server = await start()
    },
    async close() {
      await server.stop()
      rmSync(data, { recursive: true, force: true })
    },
  }
}

/** Ports that nobody listens on now, all different. */
async function freePorts(count: number): Promise<readonly number[]> {
  const probes = await Promise.all(
    Array.from(
      { length: count },
      () =>
        new Promise<ReturnType<typeof createServer>>((resolve, reject) => {
          const probe = createServer().on('error', reject)
          probe.listen(0, '127.0.0.1', () => resolve(probe))
        }),
    ),
  )
  return Promise.all(
    probes.map(
      (probe) =>
        new Promise<number>((resolve) => {
          const { port } = probe.address() as AddressInfo
          probe.close(() => resolve(port))
        }),
    ),
  )
}
