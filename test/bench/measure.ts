/** What a run of many callers reached. */
export interface Rate {
  readonly perSecond: number
  /** Of single commands, in milliseconds. */
  readonly p50: number
  readonly p99: number
}

/**
 * So many callers, each with one command after another, for so long. With a pause between two, in milliseconds on
 * average, they come as people do: none waits for another, and none keeps time.
 */
export async function rateOf(callers: number, milliseconds: number, command: () => unknown, pause = 0): Promise<Rate> {
  const took: number[] = []
  const end = performance.now() + milliseconds
  const start = performance.now()
  const rest = () => new Promise((resolve) => setTimeout(resolve, 2 * pause * Math.random()))
  const caller = async () => {
    if (pause > 0) await rest()
    while (performance.now() < end) {
      const before = performance.now()
      await command()
      took.push(performance.now() - before)
      if (pause > 0) await rest()
    }
  }
  await Promise.all(Array.from({ length: callers }, caller))
  const seconds = (performance.now() - start) / 1_000
  took.sort((a, b) => a - b)
  const at = (share: number) => took[Math.floor(took.length * share)] ?? 0
  return { perSecond: took.length / seconds, p50: at(0.5), p99: at(0.99) }
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

export async function secondsOf(work: () => unknown): Promise<number> {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1_000
}

const round = (value: number) => Math.round(value).toLocaleString('en-GB')

/** One line of the report: both figures, their ratio, and the target it is held against. */
export function line(
  what: string,
  ours: number,
  theirs: number,
  ratios: readonly number[],
  target: number,
  atMost = false,
): string {
  const ratio = median(ratios)
  const met = atMost ? ratio <= target : ratio >= target
  const range = `${Math.min(...ratios).toFixed(2)}-${Math.max(...ratios).toFixed(2)}`
  return `${what.padEnd(44)}${round(ours).padStart(10)}${round(theirs).padStart(11)}   ${ratio.toFixed(2)} (${range})   target ${atMost ? '<=' : '>='} ${target.toFixed(2)}   ${met ? 'met' : 'NOT MET'}`
}
