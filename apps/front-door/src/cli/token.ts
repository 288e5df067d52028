import { demoSecret, demoStaff } from '@front-door/identity'
import type { CliCommand } from './command.js'
import { BadUse, DONE } from './io.js'

export const tokenCommand: CliCommand = {
  usage: 'token [PERSON]',
  about:
    'Demo only: an access token for one of the invented staff, from the running program. Without a person: who there is.',
  words: 1,
  options: {},
  async run({ words: [person], settings, json }, io) {
    if (!person) {
      if (json) io.out(JSON.stringify(demoStaff))
      else io.out(demoStaff.map(({ id, role, team }) => `${id.padEnd(14)}${role.padEnd(26)}${team}`).join('\n'))
      return DONE
    }
    if (!demoStaff.some(({ id }) => id === person))
      throw new BadUse(`Nobody on the invented staff is called ${person}. front-door token lists them.`)
    const token = await ask(`http://127.0.0.1:${settings.demoIssuerPort ?? settings.port + 1}/token`, person)
    io.out(json ? JSON.stringify({ token }) : token)
    return DONE
  },
}

async function ask(url: string, person: string): Promise<string> {
  const basic = Buffer.from(`${person}:${demoSecret}`).toString('base64')
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { authorization: `Basic ${basic}`, 'content-type': 'application/x-www-form-urlencoded' },
      body: 'grant_type=client_credentials',
      signal: AbortSignal.timeout(5_000),
    })
    const { access_token: token } = (await answer.json()) as { access_token?: string }
    if (token) return token
  } catch {
    // Told below: whatever answers there is not the demo's sign-in.
  }
  throw new BadUse(
    `The demo's sign-in does not answer at ${url}. Start the program first (npm start). ` +
      `If it was started with another PORT, give this the same: PORT=3100 npx front-door token ${person}`,
  )
}
