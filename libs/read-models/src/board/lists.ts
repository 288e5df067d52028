import type { ActName, ItemKind } from '@front-door/case-flow'

/** The lists of the board, in the order of a child's way. */
export const boardLists = ['contacts', 'screening', 'decisions', 'assessments', 'step-downs', 'unallocated'] as const
export type BoardList = (typeof boardLists)[number]

/** The lists a thing stands in, and the act it waits for there. */
export interface Waiting {
  readonly act: ActName
  readonly lists: readonly BoardList[]
}

const toDecide = (act: ActName): Readonly<Record<string, Waiting>> => ({
  received: { act, lists: ['decisions'] },
  screening: { act, lists: ['screening', 'decisions'] },
})

/** What waits, by kind and stage. A referral that is an open case waits only while nobody has it. */
const waiting: Partial<Record<ItemKind, Readonly<Record<string, Waiting>>>> = {
  contact: toDecide('decide-contact'),
  referral: { ...toDecide('decide-referral'), open: { act: 'allocate-case', lists: ['unallocated'] } },
  assessment: {
    started: { act: 'complete-assessment', lists: ['assessments'] },
    returned: { act: 'complete-assessment', lists: ['assessments'] },
    completed: { act: 'authorise-assessment', lists: ['assessments'] },
  },
  section47: {
    started: { act: 'conclude-section-47', lists: ['assessments'] },
    'awaiting-conference': { act: 'hold-conference', lists: ['assessments'] },
  },
  request: { asked: { act: 'receive-information', lists: [] } },
  stepDown: { proposed: { act: 'accept-step-down', lists: ['step-downs'] } },
}

export function waitingIn(kind: ItemKind, stage: string): Waiting | undefined {
  return waiting[kind]?.[stage]
}

/** Contacts are listed by the day they came in; everything else for as long as it waits. */
export function listKey(list: BoardList, day: string): string {
  return list === 'contacts' ? `contacts ${day}` : list
}
