import { type Day, addDays, daysBetween } from '@front-door/calendar'
import { arrivals } from '../calibration.js'
import { type Chance, chanceFrom } from '../chance/chance.js'
import { type Seed, partOf } from '../chance/seeded.js'

/** On which day a family comes to notice: more in some months, fewer at weekends, a little more or less from year to year. */
export function arrivingBetween(seed: Seed, first: Day, last: Day): (chance: Chance) => Day {
  const trend = chanceFrom(partOf(seed, 0, 0xa7)).between(arrivals.trend)
  const count = daysBetween(first, last) + 1
  let sum = 0
  const upTo = Float64Array.from(
    { length: count },
    (_, index) => (sum += weightOf(addDays(first, index), index, trend)),
  )
  return (chance) => {
    const drawn = chance.between([0, sum])
    return addDays(first, Math.min(indexAbove(upTo, drawn), count - 1))
  }
}

function weightOf(day: Day, index: number, trend: number): number {
  const month = arrivals.months[Number(day.slice(5, 7)) - 1] ?? 1
  const early = 1 + arrivals.early.extra * Math.exp(-index / arrivals.early.days)
  return month * early * (1 + trend) ** (index / 365)
}

/** Where the first number stands that is above this one. They are in order. */
function indexAbove(numbers: Float64Array, one: number): number {
  let [low, high] = [0, numbers.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((numbers[middle] ?? Infinity) > one) high = middle
    else low = middle + 1
  }
  return low
}
