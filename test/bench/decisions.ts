import type { openCouncil } from './council.js'
import { type Rate, line, median, rateOf } from './measure.js'
import type { openMinimal } from './minimal.js'

const ROUNDS = 5
const TARGETS = new Map([
  [1, 1],
  [16, 1],
  [64, 5],
])

/** Durable decisions per second with 1, 16 and 64 callers, turn by turn beside one append per commit. */
export async function decisions(
  ours: ReturnType<typeof openCouncil>,
  theirs: ReturnType<typeof openMinimal>,
  children: number,
): Promise<readonly string[]> {
  let next = 0
  const child = () => next++ % children
  const lines: string[] = []
  for (const [callers, target] of TARGETS) {
    const rounds: { minimal: Rate; real: Rate }[] = []
    for (let round = 0; round < ROUNDS; round++) {
      const minimal = await rateOf(callers, 1_000, async () => theirs.decide(child()))
      const real = await rateOf(callers, 1_000, () => ours.decide(child()))
      rounds.push({ minimal, real })
    }
    const perSecond = (of: 'real' | 'minimal') => median(rounds.map((round) => round[of].perSecond))
    const ratios = rounds.map(({ real, minimal }) => real.perSecond / minimal.perSecond)
    const p99 = median(rounds.map(({ real }) => real.p99))
    lines.push(
      `${line(`decisions/s, ${callers} caller${callers > 1 ? 's' : ''}`, perSecond('real'), perSecond('minimal'), ratios, target)}   p99 ${p99.toFixed(1)} ms`,
    )
  }
  return lines
}
