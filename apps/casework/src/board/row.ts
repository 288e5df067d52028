import { type Moment, calendarOn, dayOf, isBefore, limitInWords, momentInWords } from '@front-door/calendar'
import { type Agreed, codes, flow, isActName, kindNames, stageNames } from '@front-door/case-flow'
import { type Tag, childName, codeLabel, dueTag, unitOf, withinSentence } from '@front-door/pages'
import { type Policy, policyOn } from '@front-door/policy'
import type { BoardRow } from '@front-door/read-models'

/** A row of the board as it is read. */
export interface RowShown {
  readonly child: { readonly name: string; readonly href: string }
  readonly what: { readonly text: string; readonly href: string; readonly next?: string }
  readonly from: { readonly source: string; readonly agency?: string }
  readonly came: string
  readonly priority?: Tag
  readonly due?: { readonly tag: Tag; readonly by: string; readonly why: string }
  readonly worker?: string
  readonly team?: string
  readonly marks: readonly Tag[]
}

export interface RowShowing {
  readonly now: Moment
  readonly workerName: (id: string) => string
  readonly agreed: Agreed
}

export function rowShown(row: BoardRow, { now, agreed, workerName }: RowShowing): RowShown {
  const policy = policyOn(agreed.policies, dayOf(now))
  const priority = priorityShown(row, policy)
  const due = dueShown(row, now, agreed)
  const next = row.act && isActName(row.act) ? flow[row.act].act.label : undefined
  return {
    child: { name: nameOf(row), href: `/children/${row.child}` },
    what: { text: whatItIs(row, policy), href: `/children/${row.child}/items/${row.item}`, ...(next ? { next } : {}) },
    from: {
      source: row.source ? codeLabel(codes.contactSource, row.source, policy.words) : '',
      ...(row.agency ? { agency: row.agency } : {}),
    },
    came: momentInWords(row.opened_at),
    ...(priority ? { priority } : {}),
    ...(due ? { due } : {}),
    ...(row.worker ? { worker: workerName(row.worker) } : {}),
    ...(row.team ? { team: row.team } : {}),
    marks: [
      ...(row.domestic_abuse ? [{ text: 'Domestic abuse', colour: 'purple' } as const] : []),
      ...(row.out_of_hours ? [{ text: 'EDT', colour: 'blue' } as const] : []),
    ],
  }
}

function nameOf({ given_name, family_name, mother_name, person }: BoardRow): string {
  return childName(
    {
      ...(given_name ? { givenName: given_name } : {}),
      ...(family_name ? { familyName: family_name } : {}),
      ...(mother_name ? { motherName: mother_name } : {}),
    },
    person,
  )
}

/** "Contact, decided: early help"; "Section 47 enquiry, under way". */
function whatItIs({ kind, stage, outcome }: BoardRow, { words }: Policy): string {
  const name = Object.entries(kindNames).find(([known]) => known === kind)?.[1] ?? kind
  const list = kind === 'contact' ? codes.contactOutcome : codes.referralOutcome
  const ended = outcome ? `: ${withinSentence(codeLabel(list, outcome, words))}` : ''
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}, ${stageNames[stage] ?? stage}${ended}`
}

const colours: Readonly<Record<string, Tag['colour']>> = { RED: 'red', AMBER: 'yellow', GREEN: 'green' }

function priorityShown({ priority }: BoardRow, { words }: Policy): Tag | undefined {
  if (!priority) return undefined
  return { text: codeLabel(codes.priority, priority, words), colour: colours[priority] ?? 'grey' }
}

/** How far off, by which timescale, and until when: the reason that something is overdue stands beside it. */
export function dueShown({ clock, due, opened_at }: BoardRow, now: Moment, agreed: Agreed): RowShown['due'] {
  if (!due || !clock) return undefined
  const timescales = Object.entries(policyOn(agreed.policies, dayOf(opened_at)).timescales)
  const timescale = timescales.find(([id]) => id === clock)?.[1]
  if (!timescale) return undefined
  const { words, limit } = timescale
  const was = isBefore(due, now) ? 'was due' : 'due'
  return {
    tag: dueTag(due, now, calendarOn(agreed.calendars, dayOf(now)), unitOf(limit)),
    by: momentInWords(due),
    why: `${words} (${limitInWords(limit)}), ${was} ${momentInWords(due)}`,
  }
}
