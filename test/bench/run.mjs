// npm run bench: builds, then times the real parts beside hand-written minimal ones, on the same disk in the same run.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { root, setUp } from '../../apps/front-door/bin/set-up.mjs'

setUp()
const run = (...args) => spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status ?? 1
process.exitCode =
  run(join(root, 'node_modules/@nestjs/cli/bin/nest.js'), 'build', 'bench') ||
  run(join(root, 'dist/bench/test/bench/main.js'), ...process.argv.slice(2))
