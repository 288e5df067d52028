import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openCouncil } from './council.js'
import { decisions } from './decisions.js'
import { desk } from './desk.js'
import { figures } from './figures.js'
import { longHistory } from './long-history.js'
import { openMinimal } from './minimal.js'
import { rows } from './rows.js'
import { wholeLog } from './whole-log.js'

/** As many as a council knows; decisions are made on some of them, as on a working day, and through HTTP on others. */
const CHILDREN = 20_000
const BUSY = 8_000
const LONG = 100

if (process.argv[2] === 'figures') {
  await figures((line) => console.log(line))
  process.exit()
}

if (process.argv[2] === 'rows') {
  await rows((line) => console.log(line))
  process.exit()
}

const folder = mkdtempSync(join(process.env['FRONT_DOOR_BENCH'] ?? tmpdir(), 'front-door-bench-'))
const ours = openCouncil(folder)
const theirs = openMinimal(folder)
try {
  console.log(
    `Node ${process.version}; ${CHILDREN.toLocaleString('en-GB')} children; words sealed; every figure durable; medians of rounds in turn.`,
  )
  console.log('The minimal one is test/bench/minimal.ts: one table, one commit for each command.\n')
  await ours.seed(CHILDREN + LONG)
  theirs.seed(CHILDREN, 9)
  await eachDecided(0)
  console.log(`${''.padEnd(44)}${'ours'.padStart(10)}${'minimal'.padStart(11)}   ratio (range)`)
  for (const part of [
    () => decisions(ours, theirs, BUSY),
    () => wholeLog(folder),
    () => longHistory(ours, CHILDREN),
    async () => {
      await eachDecided(BUSY)
      return desk(folder, ours, { from: BUSY, busy: BUSY, long: CHILDREN })
    },
  ])
    for (const line of await part()) console.log(line)
} finally {
  await ours.close()
  theirs.close()
  rmSync(folder, { recursive: true, force: true })
}

/** One decision on each, so that their histories are known when it begins. */
async function eachDecided(from: number): Promise<void> {
  for (let child = from; child < from + BUSY; child += 64)
    await Promise.all(Array.from({ length: 64 }, (_, index) => ours.decide(child + index)))
}
