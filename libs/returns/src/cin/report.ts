import type { Day } from '@front-door/calendar'
import type { ChildId } from '@front-door/case-flow'
import type { CheckedCin } from './check.js'
import type { CinChild, CinEpisode } from './child.js'
import type { Problem } from './value.js'

/**
 * What became of a child (one line for each of its blocks), of an episode, or of an entry. Holds no name, no UPN and no
 * date of birth or death. The `events` of all lines add up to the events of the import.
 */
export interface ReportLine {
  /** `entry`: one element that is not as it should be. `file`: an element that is left out wherever it occurs. */
  readonly about: 'file' | 'child' | 'episode' | 'entry'
  /** The line of the file. */
  readonly line: number
  /** The LAchildID; empty where it cannot be used, and for what concerns the whole file. */
  readonly child: ChildId
  /** The referral date of the episode it is about. */
  readonly episode?: Day | undefined
  /** The element, on a line about an entry or the file. */
  readonly element?: string
  /** `kept`: of an entry that is recorded although it is not as it should be. */
  readonly outcome: 'added' | 'added to' | 'unchanged' | 'corrected' | 'kept' | 'not imported'
  /** Events recorded: on a line about a child, those about the person; the rest are on the lines of its episodes. */
  readonly events: number
  /** One or more sentences. */
  readonly says: string
  /** What contradicts itself, or a rule of the census, after the import. */
  readonly contradictions?: readonly ReportedContradiction[]
}

export interface ReportedContradiction {
  readonly rule: string
  readonly says: string
}

/** The lines of a child that has no id to import it under. */
export function notImported({ line, episodes, problems }: CinChild): readonly ReportLine[] {
  const nothing = { child: '', outcome: 'not imported', events: 0 } as const
  const says = 'The LAchildID is missing or is not 1 to 20 letters and digits, so the child is not imported.'
  return [
    { ...nothing, about: 'child', line, says },
    ...problemLines(problems, ''),
    ...episodes.flatMap((episode) => [
      undone(episode, '', 'Its child is not imported.'),
      ...problemLines(episode.problems, '', episode),
    ]),
  ]
}

/** The line of an episode of which nothing is imported. */
export function undone({ line, referralDate }: CinEpisode, child: ChildId, says: string): ReportLine {
  return { about: 'episode', line, child, ...datedBy(referralDate), outcome: 'not imported', events: 0, says }
}

function datedBy(episode: Day | undefined): Pick<ReportLine, 'episode'> {
  return episode === undefined ? {} : { episode }
}

/** One line for each entry that is not as it should be. */
export function problemLines(
  problems: readonly Problem[],
  child: ChildId,
  episode?: CinEpisode,
): readonly ReportLine[] {
  return problems.map(({ line, element, says, kept }) => {
    const of = { line, child, ...datedBy(episode?.referralDate), element }
    return { about: 'entry', ...of, outcome: kept ? 'kept' : 'not imported', events: 0, says }
  })
}

/** What of the file as a whole is left out: elements that are not read, each told once. */
export function leftOutLines({ leftOut }: CheckedCin): readonly ReportLine[] {
  return leftOut.map(({ element, line, count, why }) => {
    const says = `${element}, ${count === 1 ? 'once' : `${count} times`} in the file. ${why}`
    return { about: 'file', line, child: '', element, outcome: 'not imported', events: 0, says }
  })
}
