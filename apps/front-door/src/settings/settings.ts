import { resolve } from 'node:path'
import { agreedFrom } from '../stores/agreed.js'
import { populationsFrom } from '../stores/populations.js'
import { BadSettings, type Settings, address, oneOf, readSettings, text, wholeNumber } from './setting.js'
import { unknownSettings } from './unknown.js'

/** Every setting there is. `npm run docs` writes docs/settings.md from this list. */
export const settings = {
  profile: {
    env: 'FRONT_DOOR_PROFILE',
    means:
      '`demo` brings its own sign-in with invented staff. `production` needs the council’s own sign-in, and refuses the demo’s.',
    fallback: 'demo',
    read: oneOf('demo', 'production'),
  },
  data: {
    env: 'FRONT_DOOR_DATA',
    means:
      'The folder that holds the record: `log.db` (never rewritten), `keys.db`, `reads.db`, `rows.db` (can be derived again) and, unless given below, the master key.',
    fallback: 'data',
    read: (value: string) => resolve(value),
  },
  port: { env: 'PORT', means: 'Where it answers.', fallback: '3000', read: wholeNumber(0, 65_535) },
  host: {
    env: 'HOST',
    means: 'The network address it listens on. Behind a reverse proxy that ends TLS, leave it.',
    fallback: '127.0.0.1',
    read: text,
  },
  url: {
    env: 'FRONT_DOOR_URL',
    means:
      'The address people type into their browser. Production needs https: whatever ends TLS passes on to `PORT`. This machine’s own address unless given.',
    read: address,
  },
  council: {
    env: 'COUNCIL',
    means: 'The council’s name, as its pages show it.',
    fallback: 'Demo council',
    read: text,
  },
  demoIssuerPort: {
    env: 'DEMO_ISSUER_PORT',
    means: 'Demo only: where the demo’s own sign-in answers. The port after `PORT` unless given.',
    read: wholeNumber(0, 65_535),
  },
  issuer: {
    env: 'OIDC_ISSUER',
    means: 'Production: the address of the council’s OpenID Connect issuer.',
    read: address,
  },
  audience: {
    env: 'OIDC_AUDIENCE',
    means: 'What access tokens must be for. Entra ID: the Application ID URI of the API.',
    fallback: 'front-door',
    read: text,
  },
  clientId: {
    env: 'OIDC_CLIENT_ID',
    means: 'Production: what the issuer calls Front Door when people sign in through a browser.',
    read: text,
  },
  clientSecret: {
    env: 'OIDC_CLIENT_SECRET',
    means: 'Production: the secret of that client, where it has one.',
    read: text,
  },
  sessionIdleMinutes: {
    env: 'SESSION_IDLE_MINUTES',
    means: 'After so long without a click people sign in again. What they typed is kept.',
    fallback: '60',
    read: wholeNumber(1, 720),
  },
  sessionHours: {
    env: 'SESSION_HOURS',
    means: 'After so long people sign in again in any case.',
    fallback: '12',
    read: wholeNumber(1, 24),
  },
  idClaim: {
    env: 'OIDC_ID_CLAIM',
    means: 'The claim that holds the worker’s id. Entra ID: `oid`.',
    fallback: 'sub',
    read: text,
  },
  roleClaim: {
    env: 'OIDC_ROLE_CLAIM',
    means: 'The claim that holds the role. Entra ID: `roles`.',
    fallback: 'role',
    read: text,
  },
  teamClaim: { env: 'OIDC_TEAM_CLAIM', means: 'The claim that holds the team.', fallback: 'team', read: text },
  plainJwt: {
    env: 'OIDC_ACCEPT_PLAIN_JWT',
    means: '`yes` where the issuer marks access tokens `JWT` and not `at+jwt`, as Entra ID does.',
    fallback: 'no',
    read: (value: string) => oneOf('yes', 'no')(value) === 'yes',
  },
  masterKey: {
    env: 'FRONT_DOOR_MASTER_KEY_FILE',
    means:
      'The file with the 32-byte master key under which the keys of all children are wrapped. Keep it, and its backup, apart from the data. `master.key` in the data folder unless given; production must give it.',
    read: (value: string) => resolve(value),
  },
  policy: {
    env: 'FRONT_DOOR_POLICY',
    means: 'A JSON file with the council’s own versions of the policy (docs/policy.md).',
    read: (value: string) => resolve(value),
  },
  calendar: {
    env: 'FRONT_DOOR_CALENDAR',
    means: 'A JSON file with closure days and newly announced bank holidays (docs/policy.md).',
    read: (value: string) => resolve(value),
  },
  population: {
    env: 'FRONT_DOOR_POPULATION',
    means:
      'A JSON file with the children aged 0 to 17 of the area, by the year (to 31 March) whose rates they are used for: `{"2026": 52100}` (ONS mid-year estimates). Without it there are no rates for 10,000 children.',
    read: (value: string) => resolve(value),
  },
  logLevel: {
    env: 'LOG_LEVEL',
    means: 'How much the program says about itself. Never names, words about a child or tokens.',
    fallback: 'warn',
    read: oneOf('fatal', 'error', 'warn', 'info', 'debug', 'silent'),
  },
} as const

export type FrontDoorSettings = Settings<typeof settings>

const known = Object.values(settings).map(({ env }) => env)

/** The settings of this run, and the files they name. Throws `BadSettings` with all that is wrong. */
export function settingsOf(env: NodeJS.ProcessEnv): FrontDoorSettings {
  const { values: given, problems: unread } = readSettings(settings, env)
  const problems = [...unknownSettings(env, known), ...unread]
  if (given.profile === 'demo' && env['NODE_ENV'] === 'production')
    problems.push(
      'FRONT_DOOR_PROFILE must be production where NODE_ENV is production: the demo’s sign-in lets anybody in.',
    )
  if (given.profile === 'demo' && given.port === 65_535 && given.demoIssuerPort === undefined)
    problems.push('DEMO_ISSUER_PORT must be given where PORT is 65535: there is no port after it.')
  if (given.profile === 'production' && !given.issuer) problems.push('OIDC_ISSUER must be given in production.')
  if (given.profile === 'production' && !given.clientId) problems.push('OIDC_CLIENT_ID must be given in production.')
  if (given.profile === 'production' && !given.url?.startsWith('https://'))
    problems.push('FRONT_DOOR_URL must be given in production, and begin with https://.')
  if (given.profile === 'production' && !given.masterKey)
    problems.push('FRONT_DOOR_MASTER_KEY_FILE must be given in production, on another disk than the data.')
  problems.push(...problemsOf(() => agreedFrom(given)), ...problemsOf(() => populationsFrom(given.population)))
  if (problems.length > 0) throw new BadSettings(problems)
  return given
}

/** What is wrong with a file: it would be found out only when somebody asks for what is counted with it. */
function problemsOf(read: () => unknown): readonly string[] {
  try {
    read()
    return []
  } catch (error) {
    if (error instanceof BadSettings) return error.problems
    throw error
  }
}
