import { createHash } from 'node:crypto'

/** Four 32-bit numbers: all that a sequence of chance starts from. */
export type Seed = readonly [number, number, number, number]

/** The seed that a text stands for. The same text gives the same seed on every machine. */
export function seedOf(text: string): Seed {
  const digest = createHash('sha256').update(text).digest()
  return [digest.readUInt32LE(0), digest.readUInt32LE(4), digest.readUInt32LE(8), digest.readUInt32LE(12)]
}

/** A seed of its own for one part of what another seed stands for: family 7, its 12th command. */
export function partOf([a, b, c, d]: Seed, part: number, within = 0): Seed {
  return [a ^ part, b ^ within, c, d]
}

/** Whole numbers below 2^32, the same again for the same seed. The generator is sfc32 (C. Doty-Humphrey, PractRand). */
export function seeded(seed: Seed): () => number {
  let [a, b, c, counter] = seed
  const next = () => {
    const sum = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (sum + ((c << 21) | (c >>> 11))) | 0
    return sum >>> 0
  }
  // Seeds that differ in one bit give unlike sequences only after some rounds.
  for (let round = 0; round < 15; round++) next()
  return next
}
