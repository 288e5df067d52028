import {
  type ChildTable,
  type Match,
  type MatchWanted,
  type RowStore,
  possibleDuplicates,
  possibleMatches as matchesIn,
} from '@front-door/read-models'
import { type ChildFound, type Finding, childFound, seenBy } from './child-in-words.js'
import type { RestrictedFound } from './way-in.js'

/** A record that may be of the child in front of us, and why. */
export interface MatchShown extends ChildFound {
  readonly why: string
}

export type MatchSeen = MatchShown | RestrictedFound

/** Records that may be of a child about to be recorded, as `find/matches.njk` shows them. Only for who may find children. */
export async function possibleMatches(
  rows: RowStore,
  wanted: MatchWanted,
  finding: Finding,
): Promise<readonly MatchSeen[]> {
  return shown(await matchesIn(rows, wanted), finding)
}

/** A possible duplicate, and where it is merged into the record it was found beside. */
export type DuplicateShown = MatchShown & { readonly merge: string }

/** A duplicate that the reader may not see they may not merge: it is left out. */
export async function duplicatesOf(
  rows: RowStore,
  child: ChildTable,
  finding: Finding,
): Promise<readonly DuplicateShown[]> {
  const seen = shown(await possibleDuplicates(rows, child), finding)
  return seen.flatMap((match) =>
    'restricted' in match
      ? []
      : [{ ...match, merge: `/children/${match.id}/acts/merge-person?into=${encodeURIComponent(child.child)}` }],
  )
}

function shown(matches: readonly Match[], finding: Finding): readonly MatchSeen[] {
  return seenBy(finding, matches, ({ child }) => child).map((match) =>
    'restricted' in match ? match : { ...childFound(match.child, finding), why: match.why },
  )
}
