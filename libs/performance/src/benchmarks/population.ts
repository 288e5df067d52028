import { type Day, isDay } from '@front-door/calendar'

/** The children aged 0 to 17 of the area, by the year (to 31 March) whose rates they are used for. */
export type Populations = Readonly<Record<number, number>>

/** How many children a rate for twelve months that end on a day is divided by: those of that year, or of the last told. */
export function populationFor(
  populations: Populations,
  to: Day,
): { readonly people: number; readonly year: number } | { readonly unavailable: string } {
  const ending = Number(to.slice(0, 4)) + (to.slice(5) > '03-31' ? 1 : 0)
  const year = Object.keys(populations)
    .map(Number)
    .filter((each) => each <= ending)
    .toSorted((one, other) => one - other)
    .at(-1)
  const people = year === undefined ? undefined : populations[year]
  if (year === undefined || people === undefined)
    return {
      unavailable: `The population aged 0 to 17 is not known for ${ending} or before. Name it in the file of populations.`,
    }
  return { people, year }
}

/**
 * Reads a council's own file: `{"2025": 52400, "2026": 52100}`, each year with the ONS mid-year estimate of children
 * aged 0 to 17 that its rates are divided by. Gives every problem as a sentence.
 */
export function readPopulations(written: unknown): {
  readonly populations: Populations
  readonly problems: readonly string[]
} {
  if (typeof written !== 'object' || written === null || Array.isArray(written))
    return { populations: {}, problems: ['The populations must be an object of years: {"2026": 52100}.'] }
  const problems = Object.entries(written).flatMap(([year, people]) => [
    ...(isDay(`${year}-03-31`) ? [] : [`${year.slice(0, 20)} is not a year like 2026.`]),
    ...(Number.isInteger(people) && Number(people) > 0
      ? []
      : [`The population of ${year.slice(0, 20)} must be a whole number above 0.`]),
  ])
  return { populations: problems.length > 0 ? {} : (written as Populations), problems }
}
