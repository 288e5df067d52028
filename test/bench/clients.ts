import { Agent, request } from 'node:http'
import { Worker, isMainThread, parentPort } from 'node:worker_threads'
import { type Rate, rateOf } from './measure.js'

/** One request as a client sends it. */
export interface Sent {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly body?: string
}

/** So many clients, each with one request after another, taken in turn from a list. */
export interface Load {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly clients: number
  readonly milliseconds: number
  /** Between two requests of one client: people read what they asked for. */
  readonly pause?: number
  readonly requests: readonly Sent[]
}

export type Answered = Rate & { readonly failed: readonly string[] }

/** Clients in a thread of their own: what they do is not the server's time. */
export function clients() {
  const thread = new Worker(new URL(import.meta.url))
  return {
    ask: (load: Load) =>
      new Promise<Answered>((resolve, reject) => {
        const failed = (error: Error) => reject(error)
        thread.once('error', failed)
        thread.once('message', (answered: Answered) => {
          thread.off('error', failed)
          resolve(answered)
        })
        thread.postMessage(load)
      }),
    close: () => thread.terminate(),
  }
}

let next = 0

async function play({ url, headers, clients: many, milliseconds, pause = 0, requests }: Load): Promise<Answered> {
  const agent = new Agent({ keepAlive: true, maxSockets: many })
  const failed: string[] = []
  const ask = async () => {
    const sent = requests[next++ % requests.length]
    if (!sent) return
    const status = await send(url, sent, headers, agent)
    if (status >= 400 && failed.length < 5) failed.push(`${sent.method} ${sent.path}: ${status}`)
  }
  const rate = await rateOf(many, milliseconds, ask, pause)
  agent.destroy()
  return { ...rate, failed }
}

function send(url: string, { method, path, body }: Sent, headers: Load['headers'], agent: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    const sending = request(url + path, { method, agent, headers }, (answer) => {
      answer.resume()
      answer.once('end', () => resolve(answer.statusCode ?? 0))
    })
    sending.once('error', reject)
    sending.end(body)
  })
}

if (!isMainThread)
  parentPort?.on('message', (load: Load) => void play(load).then((rate) => parentPort?.postMessage(rate)))
