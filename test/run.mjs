// npm test: sets itself up, then runs every check and every suite, and says how many passed. With arguments, only the
// suites whose path matches: npm test -- libs/calendar
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { root, setUp } from '../apps/front-door/bin/set-up.mjs'
import { postgresBinaries } from '../libs/read-models/testing/postgres-binaries.mjs'
import { browserPath } from './browser/chromium.mjs'

const bin = (path) => [process.execPath, join(root, 'node_modules', path)]

const checks = [
  ['types', [...bin('typescript/bin/tsc'), '--noEmit']],
  ['lint', [...bin('eslint/bin/eslint.js'), '.']],
  ['format', [...bin('prettier/bin/prettier.cjs'), '--check', '.', '--log-level', 'warn']],
  ['import direction', [...bin('dependency-cruiser/bin/dependency-cruise.mjs'), 'apps', 'libs', 'test']],
  [
    'generated docs are current',
    [process.execPath, join(root, 'dist/apps/front-door/apps/front-door/src/write-docs.js'), '--check'],
  ],
]

/** Outside engines that some suites need. One that is missing is named; under CI that is a failure. */
const engines = [
  {
    name: 'the desk in a real browser',
    suites: 'test/browser/',
    missing: () =>
      browserPath()
        ? undefined
        : 'there is no Chromium. On Debian: apt-get install -y chromium. Elsewhere: CHROMIUM_PATH',
  },
  {
    name: 'the rows in PostgreSQL',
    suites: '/postgres/',
    missing: () =>
      postgresBinaries()
        ? undefined
        : 'there is no PostgreSQL. On Debian: apt-get install -y postgresql. Elsewhere: POSTGRES_BIN',
  },
]

setUp()
const only = process.argv.slice(2)
const tally = { passed: 0, failed: 0 }
if (only.length === 0) for (const [name, command] of checks) check(name, command)
const left = engines.filter(({ missing }) => missing())
for (const { name, missing } of left) skip(name, missing())
suites(left.flatMap(({ suites: path }) => ['--testPathIgnorePatterns', path]))
process.stdout.write(`\n${tally.passed} passed, ${tally.failed} failed\n`)
process.exitCode = tally.failed > 0 ? 1 : 0

function check(name, [command, ...args]) {
  process.stdout.write(`\n== ${name}\n`)
  count(spawnSync(command, args, { cwd: root, stdio: 'inherit' }).status === 0)
}

function skip(name, why) {
  process.stdout.write(`\nSKIPPED ${name}: ${why}\n`)
  if (process.env.CI === 'true') count(false)
}

function suites(ignored) {
  process.stdout.write('\n== suites\n')
  const folder = mkdtempSync(join(tmpdir(), 'front-door-test-'))
  const report = join(folder, 'report.json')
  const flags = ['--experimental-vm-modules', '--no-warnings=ExperimentalWarning']
  const [node, jest] = bin('jest/bin/jest.js')
  // Many suites wait for a browser or a disk: on two cores two of them at once take little longer than one.
  const workers = `--maxWorkers=${Math.max(2, availableParallelism() - 1)}`
  const args = ['--json', workers, `--outputFile=${report}`, '--silent=false', ...only, ...ignored]
  const { status } = spawnSync(node, [...flags, jest, ...args], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
  try {
    const { numPassedTests, numFailedTests, numFailedTestSuites, numTotalTests } = JSON.parse(
      readFileSync(report, 'utf8'),
    )
    tally.passed += numPassedTests
    // A suite that does not even load has no failed test of its own.
    tally.failed += Math.max(numFailedTests, numFailedTestSuites)
    if (status !== 0 && tally.failed === 0) tally.failed += 1
    if (numTotalTests === 0) count(false)
  } catch {
    count(false)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function count(passed) {
  if (passed) tally.passed += 1
  else tally.failed += 1
}
