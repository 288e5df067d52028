import { type ActName, type ChildEvent, type Fields, flow, missingFrom, subjectField } from '@front-door/case-flow'
import { today, workerNames } from '@front-door/door'
import {
  type ChildNamed,
  type ChildShown,
  type Choice,
  type Entries,
  type FieldProblem,
  answerRows,
  childShown,
  errorSummary,
  itemInWords,
  missingShown,
  onPage,
  questionsFor,
} from '@front-door/pages'
import { policyOn } from '@front-door/policy'
import type { KnownChild } from '../children/read-child.js'
import type { Parts } from '../parts.js'
import { changedSince, newNext, recent } from './around.js'
import type { Compared } from './compared.js'
import { flat } from './flat.js'
import { hintsOf, promptsFor } from './prompts.js'

/** A form for one act about one child: what is known of the child, what is asked, and what can be picked. */
export interface ActForm {
  readonly act: ActName
  readonly known: KnownChild
  readonly role: string
  readonly fields: Fields
  readonly choices: Readonly<Record<string, readonly Choice[]>>
  /** What goes with the form unseen, because the page that led here said it. */
  readonly fixed: Entries
  /** The event that is corrected or explained. */
  readonly about?: ChildEvent | undefined
  readonly childNamed?: (id: string) => ChildNamed | undefined
  readonly address: string
  /** Where it leads when it is recorded or given up. */
  readonly back: { readonly href: string; readonly text: string }
  /** For somebody who may not read the record: nothing of it stands around the form. */
  readonly apart?: Apart
}

/**
 * A form that stands by itself: what it is called there, the words of its questions, and what it answers or whom it is
 * about.
 */
export interface Apart {
  readonly title: string
  readonly labels: Readonly<Record<string, string>>
  readonly answers?: { readonly label: string; readonly text: string }
  /** What to know before it is done. */
  readonly hint?: string
  /** Who it is about, where not even a name may be shown. */
  readonly child?: ChildShown
}

/** How the form is shown: as it begins, as it was typed, or with what was wrong with that. */
export interface Showing {
  readonly form: string
  readonly values?: Entries
  readonly typed?: Entries
  readonly problems?: readonly FieldProblem[]
  /** The version that whoever decides has seen. */
  readonly seen: number
  readonly refused?: boolean
}

export function actPage(asked: ActForm, showing: Showing, parts: Parts) {
  const { act, known, fields, choices, fixed, apart } = asked
  const { typed, values, problems = [] } = showing
  const on = today(parts)
  const words = policyOn(parts.agreed.policies, on).words
  const labels = apart?.labels ?? {}
  const inWords = onPage(fields, problems, { ...(typed ? { typed } : {}), choices, words, labels })
  const questions = questionsFor(fields, {
    ...{ on, choices, words, labels, hidden: Object.keys(fixed), problems: inWords },
    hints: { ...promptsFor(known.history.state, on), ...hintsOf[act] },
    values: { ...values, ...fixed },
    ...(typed ? { typed: { ...typed, ...fixed } } : {}),
  })
  const subject = String(fixed[subjectField(flow[act]) ?? ''] ?? '')
  return {
    ...shell(asked, parts),
    ...(problems.length > 0 ? { errors: errorSummary(inWords, questions) } : {}),
    ...(showing.refused ? { notice: { kind: 'important' as const, text: oldPage } } : {}),
    ...{ form: showing.form, questions },
    // What has changed is shown, so that from here on it has been seen.
    seen: known.version,
    hint: apart ? apart.hint : flow[act].act.hint,
    about: apart ? undefined : itemInWords(known.history.state, subject),
    missing: missingShown(missingFor(asked, subject)),
    history: isTurning(act) ? recent(asked, parts) : undefined,
    changed: !apart && showing.seen < known.version ? changedSince(asked, showing.seen, parts) : undefined,
  }
}

/** The answers before they are recorded, what is missing, and what would come next. */
export function checkPage(
  asked: ActForm,
  showing: Showing,
  entered: Entries,
  after: KnownChild['history'],
  compared: Compared | undefined,
  parts: Parts,
) {
  const { known, fields, choices, fixed, address, apart } = asked
  const subject = String(fixed[subjectField(flow[asked.act]) ?? ''] ?? '')
  const words = policyOn(parts.agreed.policies, today(parts)).words
  return {
    ...shell(asked, parts),
    title: 'Check before you record',
    check: true,
    ...{ form: showing.form, seen: showing.seen },
    questions: [],
    typed: flat(showing.typed ?? {}),
    rows: answerRows(fields, {
      ...{ values: entered, choices, words, answeredOnly: true },
      hidden: [...Object.keys(fixed), ...(compared?.answers ?? [])],
      ...(apart ? { labels: apart.labels } : {}),
    }),
    compared,
    missing: missingShown(missingFor(asked, subject)),
    next: apart ? [] : newNext(known, after, asked.role, parts),
    address,
  }
}

function shell({ act, known, address, back, apart }: ActForm, parts: Parts) {
  const { history, identity } = known
  const title = apart?.title ?? flow[act].act.label
  const child = childShown(history.state, identity, {
    on: today(parts),
    restricted: history.state.person.restrictedTo !== undefined,
    workerName: workerNames(parts),
  })
  return {
    ...{ title, act: title, backLink: back, address },
    ...(apart
      ? { child: apart.child ?? { ...child, flags: [] }, answers: apart.answers }
      : { child, record: `/children/${history.child}` }),
  }
}

const oldPage =
  'This page was opened before you last signed in, so nothing was recorded. What you typed is below: check it, and send it again.'

/**
 * Acts that move something on, and those that change what was recorded, are read once more before they are recorded.
 */
export function isReadOnceMore(act: ActName): boolean {
  const { to, opens } = flow[act]
  return to !== undefined || opens !== undefined || act === 'merge-person' || act === 'correct-decision'
}

/** Decisions about what becomes of a contact, a referral or an assessment: the history stands in front of them. */
function isTurning(act: ActName): boolean {
  const { to = {}, on = {} } = flow[act]
  return ['contact', 'referral', 'assessment'].some((kind) => kind in to && kind in on)
}

function missingFor({ act, known }: ActForm, subject: string) {
  const asks = flow[act].asks ?? []
  return missingFrom(known.history.state).filter(({ about, what }) => about === subject && asks.includes(what))
}
