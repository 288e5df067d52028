import { type Instant, type Moment, calendarOn, dayOf, momentOf } from '@front-door/calendar'
import { type ActName, type Agreed, type Child, type Next, flow, kindNames } from '@front-door/case-flow'
import { roleName } from '../shell/names.js'
import { type Tag, dueTag } from './due.js'
import { itemInWords, missingShown } from './items.js'

/** An act that may come next, with every item it may be about. */
export interface NextShown {
  readonly act: ActName
  readonly label: string
  /** Who may do it: "a team manager". Said where that is not the reader. */
  readonly who: string
  readonly items: readonly NextItem[]
}

export interface NextItem {
  readonly href: string
  /** "assessment of 3 June 2025"; not there where the act is about the child. */
  readonly about?: string
  readonly tag?: Tag
  readonly missing: readonly string[]
}

export interface NextShowing {
  readonly role: string
  readonly now: Instant
  readonly calendars: Agreed['calendars']
  readonly href: (next: Next) => string
}

/** What may happen next: what the reader may do, and what waits for others. What is due first stays first. */
export function nextShown(child: Child, next: readonly Next[], showing: NextShowing) {
  const isYours = ({ roles }: Next) => roles.some((role) => role === showing.role)
  return {
    yours: byAct(child, next.filter(isYours), showing),
    others: byAct(
      child,
      next.filter((one) => !isYours(one)),
      showing,
    ),
  }
}

function byAct(child: Child, next: readonly Next[], showing: NextShowing): readonly NextShown[] {
  const acts = [...new Set(next.map(({ act }) => act))]
  return acts.map((act) => {
    const same = next.filter((one) => one.act === act)
    return {
      act,
      label: flow[act].act.label,
      who: orList((same[0]?.roles ?? []).map(aRole)),
      items: same.map((one) => itemOf(child, one, showing)),
    }
  })
}

function itemOf(child: Child, next: Next, { now, calendars, href }: NextShowing): NextItem {
  const about = itemInWords(child, next.about) ?? (next.kind ? kindNames[next.kind] : undefined)
  return {
    href: href(next),
    ...(about ? { about } : {}),
    ...(next.by?.due ? { tag: tagOf(next.by.due, momentOf(now), calendars) } : {}),
    missing: missingShown(next.missing),
  }
}

function tagOf(due: Moment, now: Moment, calendars: Agreed['calendars']): Tag {
  return dueTag(due, now, calendarOn(calendars, dayOf(now)))
}

/** "a team manager", "an early help co-ordinator"; a team or a kind of work needs no article. */
function aRole(role: string): string {
  const name = roleName(role).replace(/^[A-Z](?=[a-z])/, (first) => first.toLowerCase())
  if (role === 'edt' || role === 'business-support') return name
  return `${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name}`
}

function orList(names: readonly string[]): string {
  const last = names.at(-1) ?? 'nobody'
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} or ${last}` : last
}
