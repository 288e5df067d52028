// Everything a fresh clone needs before it can run: packages when the lock file changed, a build when sources changed.
// Uses nothing but Node itself, for nothing else is there yet.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = join(dirname(fileURLToPath(import.meta.url)), '../../..')
const installed = join(root, 'node_modules/.front-door-installed')
const built = join(root, 'dist/.front-door-built')

/** Says what is being done, on standard error: standard output belongs to the command. */
const say = (text) => process.stderr.write(`${text}\n`)

export function setUp() {
  checkNode()
  const lock = fingerprint([join(root, 'package-lock.json')], process.version)
  if (readIf(installed) !== lock) {
    say('Installing packages (the first time takes a minute or two: SQLite may be compiled) ...')
    run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], headers())
    writeFileSync(installed, lock)
  }
  const sources = fingerprint(
    [...files('apps'), ...files('libs'), ...['tsconfig.json', 'nest-cli.json'].map((file) => join(root, file))],
    lock,
  )
  if (readIf(built) !== sources) {
    say('Building ...')
    run(process.execPath, [join(root, 'node_modules/@nestjs/cli/bin/nest.js'), 'build', 'front-door'])
    mkdirSync(dirname(built), { recursive: true })
    writeFileSync(built, sources)
  }
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  say(`Front Door needs Node 20.19 or later. This is ${process.version}.`)
  process.exit(2)
}

/** Where SQLite is compiled and Node came from a system package, its headers are on this machine already. */
function headers() {
  const place = [dirname(dirname(process.execPath)), '/usr'].find((each) =>
    existsSync(join(each, 'include/node/node.h')),
  )
  return place ? { npm_config_nodedir: place } : {}
}

function run(command, args, env = {}) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    env: { ...process.env, ...env },
  })
  if (status === 0) return
  say(`That did not work: ${command} ${args.join(' ')}${error ? ` (${error.message})` : ''}`)
  if (command === 'npm')
    say(
      'Compiling SQLite needs a C++ compiler, make and Python 3: on Debian, apt-get install -y build-essential python3',
    )
  process.exit(2)
}

function* files(folder) {
  for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
    if (entry.isFile() && /\.(ts|json)$/.test(entry.name) && !entry.name.endsWith('.spec.ts'))
      yield join(entry.parentPath, entry.name)
}

function fingerprint(paths, seed) {
  const hash = createHash('sha256').update(seed)
  for (const path of [...paths].sort()) hash.update(path.slice(root.length)).update(readFileSync(path))
  return hash.digest('hex')
}

function readIf(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}
