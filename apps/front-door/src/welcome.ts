import type { FrontDoorSettings } from './settings/settings.js'
import type { Running } from './serve.js'

/** What is printed when the program is ready. Its commands work as they stand in another terminal. */
export function welcome({ url, demo, events }: Running, { data }: FrontDoorSettings, env = process.env): string {
  const where = env['FRONT_DOOR_DATA'] ? ` --data ${data}` : ''
  const door = demo ? portOf(demo.issuer) : ''
  const lines = [
    '',
    `Front Door is ready at ${url}`,
    `  API: ${url}/api/docs`,
    `  Data: ${data} (${events} events)`,
    ...(demo
      ? [
          '',
          'DEMO: anybody can sign in as one of the invented staff. Never with real children.',
          `  A token for curl:  TOKEN=$(${door}npx front-door token jo.reed)`,
          '  Who there is:      npx front-door token',
        ]
      : []),
    ...(demo && events === 0
      ? [
          '',
          'The record is empty. For an invented council to look at, in another terminal:',
          `  npx front-door simulate --children 1000 --years 2 --seed 1${where}`,
        ]
      : []),
    '',
    'Ctrl+C stops it. Nothing that was acknowledged is lost, however it stops.',
    '',
  ]
  return lines.join('\n')
}

/** The demo's sign-in answers at the port after 3000, or the command has to be told where. */
function portOf(issuer: string): string {
  const { port } = new URL(issuer)
  return port === '3001' ? '' : `DEMO_ISSUER_PORT=${port} `
}
