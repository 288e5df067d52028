import { momentInWords, readMoment } from '@front-door/calendar'
import { eventName } from '@front-door/case-flow'
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

/** As many entries of a child as are shown before the others are asked for. */
const AT_FIRST = 3

/**
 * The children behind a change, each with the cases that count otherwise, and with what was recorded about the child
 * since; nothing of a record restricted to others.
 */
export function behindShown(behind: readonly Behind[], reader: SignedIn, named: (worker: string) => string) {
  return seenInList(reader, byChild(behind), aboutChild).map((cases) => {
    if ('restricted' in cases) return cases
    const [{ child = '', entries = [] } = {}] = cases
    const shown = entries.map((entry) => entryShown(entry, named))
    return {
      child: { text: child, href: `/children/${child}` },
      cases: cases.map(({ before, now }) => ({ was: before ?? 'not looked at', is: now ?? 'no longer looked at' })),
      entries: shown.slice(0, AT_FIRST),
      more: shown.slice(AT_FIRST),
    }
  })
}

function byChild(behind: readonly Behind[]): readonly (readonly Behind[])[] {
  const found = new Map<string, Behind[]>()
  for (const one of behind) found.set(one.child, [...(found.get(one.child) ?? []), one])
  return [...found.values()]
}

function aboutChild([{ child = '', restrictedTo } = {}]: readonly Partial<Behind>[]) {
  return { child, ...(restrictedTo ? { restrictedTo } : {}) }
}

function entryShown(entry: Behind['entries'][number], named: (worker: string) => string) {
  const { child, event, type, occurred_at, recorded_at, worker, corrects } = entry
  const happened = readMoment(occurred_at)
  return {
    href: `/children/${child}#event-${event}`,
    text: `${eventName(type)}${corrects ? ' (a correction)' : ''}`,
    when: `happened ${happened ? momentInWords(happened) : occurred_at}, recorded ${instantInWords(recorded_at)} by ${named(worker)}`,
  }
}
