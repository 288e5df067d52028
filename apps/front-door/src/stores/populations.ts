import { readFileSync } from 'node:fs'
import { type Populations, readPopulations } from '@front-door/performance'
import { BadSettings } from '../settings/setting.js'

/** How many children live in the area, year by year, as the council has said; none where it has not. Throws `BadSettings`. */
export function populationsFrom(file: string | undefined): Populations {
  if (!file) return {}
  const { populations, problems } = readPopulations(contentOf(file))
  if (problems.length > 0) throw new BadSettings(problems.map((problem) => `${file}: ${problem}`))
  return populations
}

function contentOf(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new BadSettings([`${file} cannot be read: ${error instanceof Error ? error.message : 'unknown'}`])
  }
}
