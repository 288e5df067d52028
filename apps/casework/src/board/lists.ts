import type { Role } from '@front-door/policy'
import type { BoardList } from '@front-door/read-models'

interface ListWords {
  readonly name: string
  readonly about: string
  /** What is said where nothing stands in it. */
  readonly empty: string
}

/** What the board says of each of its lists. */
export const listWords: Readonly<Record<BoardList, ListWords>> = {
  contacts: {
    name: 'Today’s contacts',
    about: 'Everything that has come in today, decided or not.',
    empty: 'No contact has come in today.',
  },
  screening: {
    name: 'In screening',
    about: 'Contacts and referrals that somebody is gathering information about.',
    empty: 'Nothing is in screening.',
  },
  decisions: {
    name: 'Decisions due',
    about: 'Contacts and referrals that wait for a decision.',
    empty: 'No decision is waiting.',
  },
  assessments: {
    name: 'Assessments due',
    about: 'Assessments and section 47 enquiries under way, and assessments that wait for authorisation.',
    empty: 'No assessment or section 47 enquiry is under way.',
  },
  'step-downs': {
    name: 'Step-downs awaiting acceptance',
    about: 'Families for whom early help has been asked to take over, and has not answered.',
    empty: 'No step-down waits for an answer from early help.',
  },
  unallocated: {
    name: 'Unallocated',
    about: 'Open cases without a worker, from the whole council.',
    empty: 'Every open case has a worker.',
  },
}

/** Where the board opens for those whose work is not at the front door itself. */
const firstFor: Partial<Record<Role, BoardList>> = {
  'social-worker': 'assessments',
  'early-help-co-ordinator': 'step-downs',
}

export function firstListFor(role: Role): BoardList {
  return firstFor[role] ?? 'contacts'
}
