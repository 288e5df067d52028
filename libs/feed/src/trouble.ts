import type { Trouble } from './follow.js'

/** How many streams of a page are named: the failure is in one of them. */
const NAMED = 5

/** A line for whoever looks after the system: which events, of which records, by their ids and nothing else of them. */
export function troubleInWords({ consumer, page, error, failed, retryIn }: Trouble): string {
  const why = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  const what = page ? `events ${page.from} to ${page.to} (${named(page.streams)}) could not be taken in` : 'it failed'
  const then = `failure ${failed} in a row; next try in ${retryIn / 1_000} s`
  return `${consumer}: ${what}; ${then}. ${why}`
}

function named(streams: readonly string[]): string {
  const more = streams.length - NAMED
  return more > 0 ? `${streams.slice(0, NAMED).join(', ')} and ${more} more` : streams.join(', ')
}
