import { dayOf } from '@front-door/calendar'
import {
  type Child,
  type Clock,
  type History,
  type Identity,
  type Referral,
  flow,
  isAnswerOfUse,
  openCase,
} from '@front-door/case-flow'
import { firstDue } from '../first-due.js'
import { folded } from '../folded.js'
import { restrictedTo } from '../restricted.js'
import type { BoardTable } from '../tables.js'
import { type Work, workOf } from '../work.js'
import { NOT_DUE } from './due.js'
import { type Hands, handsOf } from './hands.js'
import { type BoardList, listKey, waitingIn } from './lists.js'
import { requestsKey } from './requests.js'

/** Sorts after every name. */
const LAST = '~'
const urgencies = { RED: 1, AMBER: 2, GREEN: 3 } as const
const NOT_RATED = 4

type Matter = NonNullable<Work['matter']>
type WhoRow = Pick<
  BoardTable,
  'child' | 'person' | 'given_name' | 'family_name' | 'mother_name' | 'restricted_to' | 'sort_name'
>

/** The rows of the board: every contact on its day, everything that waits, once for each list it waits in, and what agencies were asked. */
export function boardRows(history: History, identity: Identity, clocks: readonly Clock[]): readonly BoardTable[] {
  const { state } = history
  const who = whoRow(state, identity)
  const hands = handsOf(history)
  const contacts = state.contacts.map((contact) => {
    const work = { item: contact, kind: 'contact', matter: contact, referral: undefined } as const
    return rowOf(listKey('contacts', dayOf(contact.openedAt)), work, { ...who, ...held(state, contact, hands) }, clocks)
  })
  const waiting = workOf(state).flatMap((work) => {
    const { item, kind, referral } = work
    const lists = referral?.id === item.id && referral.allocated ? [] : (waitingIn(kind, item.stage)?.lists ?? [])
    return lists.map((list) => rowOf(list, work, { ...who, ...handling(list, work, state, hands) }, clocks))
  })
  const requests = state.requests
    .filter((request) => request.stage === 'asked' && isAnswerOfUse(state, request))
    .map((item) => {
      const work = { item, kind: 'request', matter: undefined, referral: undefined } as const
      return rowOf(requestsKey(item.agency), work, { ...who, ...nobody }, clocks)
    })
  return [...contacts, ...waiting, ...requests]
}

function whoRow({ id, person }: Child, { givenName, familyName, motherName }: Identity): WhoRow {
  const restricted = restrictedTo(person)
  const name = restricted === null ? folded(`${familyName ?? ''} ${givenName ?? ''}`) : ''
  return {
    child: id,
    person: person.stage,
    given_name: givenName ?? null,
    family_name: familyName ?? null,
    mother_name: motherName ?? null,
    restricted_to: restricted,
    sort_name: name || LAST,
  }
}

type InHands = Pick<BoardTable, 'worker' | 'team'>
const nobody: InHands = { worker: null, team: null }

function handling(list: BoardList, { item, matter, referral }: Work, child: Child, hands: ReadonlyMap<string, Hands>) {
  if (list === 'unallocated') return nobody
  if (referral?.allocated) return allocatedTo(referral.allocated)
  return matter ? held(child, matter, hands) : (hands.get(item.id) ?? nobody)
}

/** A contact about an open case is for the worker of that case. */
function held(child: Child, matter: Matter, hands: ReadonlyMap<string, Hands>): InHands {
  const allocated = 'openCase' in matter && matter.openCase ? openCase(child)?.allocated : undefined
  if (allocated) return allocatedTo(allocated)
  return hands.get(matter.id) ?? { worker: null, team: matter.team }
}

const allocatedTo = ({ to, team }: NonNullable<Referral['allocated']>): InHands => ({ worker: to, team })

function rowOf(
  list: string,
  { item, kind, matter }: Work,
  who: WhoRow & InHands,
  clocks: readonly Clock[],
): BoardTable {
  const act = waitingIn(kind, item.stage)?.act
  const stops = (act && flow[act].stops) ?? []
  // An assessment or enquiry has clocks of its own on the way; a decision is due when the decision is.
  const telling = ['assessment', 'section47'].includes(kind)
    ? clocks
    : clocks.filter(({ clock }) => stops.includes(clock))
  const first = firstDue(telling, item.id)
  const priority = matter?.screening.priority?.level
  return {
    list,
    item: item.id,
    kind,
    stage: item.stage,
    outcome: matter?.id === item.id ? (matter.outcome ?? null) : null,
    act: act ?? null,
    ...who,
    source: matter?.source ?? null,
    agency: matter?.agency ?? null,
    opened_at: item.openedAt,
    priority: priority ?? null,
    urgency: priority ? urgencies[priority] : NOT_RATED,
    domestic_abuse: Number(matter?.domesticAbuse ?? false),
    out_of_hours: Number(matter?.outOfHours ?? false),
    clock: first?.clock ?? null,
    due: first?.due?.due ?? NOT_DUE,
  }
}
