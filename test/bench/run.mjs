// npm run bench: builds, then times the real parts beside hand-written minimal ones, on the same disk in the same run.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, setUp } from '../../apps/front-door/bin/set-up.mjs'

setUp()
/** With the memory that npm start gives: what a request holds while it waits for the disk is then seldom copied. */
const { start } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).scripts
const memory = start.split(' ').filter((word) => word.startsWith('--'))
const run = (...args) => spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status ?? 1
process.exitCode =
  run(join(root, 'node_modules/@nestjs/cli/bin/nest.js'), 'build', 'bench') ||
  run(...memory, join(root, 'dist/bench/test/bench/main.js'), ...process.argv.slice(2))
