import { momentInWords, readMoment } from '@front-door/calendar'
import { eventName } from '@front-door/case-flow'
import { type DoorParts, workerNames } from '@front-door/door'
import { type SignedIn, seenInList } from '@front-door/identity'
import { instantInWords } from '@front-door/pages'
import { type Behind, type FigureChange, type FigureThen, kpiOf, shownInWords } from '@front-door/performance'
import { measureOf } from '../tables/figure-columns.js'

/** A figure that has changed since it was published: by how much, and whether that is more than was tolerable. */
export function changeShown({ id, published, now, by, judged }: FigureChange) {
  const kpi = kpiOf(id)
  const measure = kpi ? measureOf(kpi.kind) : 'count'
  const said = ({ value, numerator, denominator }: FigureThen) =>
    kpi?.kind === 'percent' && denominator !== null
      ? `${shownInWords(value, measure)} (${numerator} out of ${denominator})`
      : shownInWords(value, measure)
  return {
    ...{ id, name: kpi?.name ?? id, published: said(published), now: said(now), judged: judgements[judged] },
    by: by === null ? 'not known' : `${by > 0 ? '+' : ''}${by.toLocaleString('en-GB', { maximumFractionDigits: 2 })}`,
  }
}

const judgements = {
  beyond: { text: 'Beyond', colour: 'orange' },
  within: { text: 'Within', colour: 'green' },
  changed: { text: 'Changed', colour: 'grey' },
} as const

/** The cases behind a change, with what was recorded about each child since; nothing of a record restricted to others. */
export function behindShown(behind: readonly Behind[], reader: SignedIn, parts: DoorParts) {
  const named = workerNames(parts)
  return seenInList(reader, behind, ({ child, restrictedTo }) => ({
    child,
    ...(restrictedTo ? { restrictedTo } : {}),
  })).map((row) =>
    'restricted' in row
      ? row
      : {
          child: { text: row.child, href: `/children/${row.child}` },
          was: row.before ?? 'not looked at',
          is: row.now ?? 'no longer looked at',
          entries: row.entries.map(({ event, type, occurred_at, recorded_at, worker, corrects }) => {
            const happened = readMoment(occurred_at)
            return {
              href: `/children/${row.child}#event-${event}`,
              text: `${eventName(type)}${corrects ? ' (a correction)' : ''}`,
              when: `happened ${happened ? momentInWords(happened) : occurred_at}, recorded ${instantInWords(recorded_at)} by ${named(worker)}`,
            }
          }),
        },
  )
}
