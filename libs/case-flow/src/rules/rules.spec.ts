import { describe, expect, it } from '@jest/globals'
import {
  type FreshEvent,
  asRecorded,
  contradictions,
  eventDefinitions,
  historyOf,
  newContradictions,
  noHistory,
} from '../index.js'

type Fact = readonly [type: string, at: string, data: object]

/** A history as an import brings it: facts in the order given, however they contradict each other. */
function imported(...facts: readonly Fact[]) {
  const events = facts.map(([type, occurredAt, data], index): FreshEvent => ({
    id: `e${index}`,
    child: 'A1',
    occurredAt,
    recordedAt: '2026-04-20T09:00:00.000Z',
    worker: { id: 'cin-census', role: 'import', team: 'LA 301' },
    cause: 'file',
    type,
    version: eventDefinitions.find((each) => each.type === type)?.version ?? 1,
    data: data as Record<string, unknown>,
    words: {},
  }))
  return historyOf('A1', events.map(asRecorded)).state
}

const born: Fact = ['PersonRegistered', '2025-01-01', { birthDate: '2015-03-04', sex: 'F' }]
const referred = (at = '2025-06-02', referral = 'r'): Fact => ['ReferralReceived', at, { referral, source: '6' }]
const decided = (outcome = 'NOT_STATED', at = '2025-06-02', referral = 'r', need: string | undefined = 'N1'): Fact => [
  'ReferralDecided',
  at,
  { referral, outcome, dateUnknown: true, ...(need ? { need } : {}) },
]
const unborn = (expectedBirthDate: string): Fact => ['UnbornRegistered', '2025-01-01', { expectedBirthDate }]
const open: readonly Fact[] = [born, referred(), decided()]
const nfa: readonly Fact[] = [born, referred(), decided('NFA')]
const closed = (closure = 'RC7', at = '2025-09-01', referral = 'r'): Fact => ['CaseClosed', at, { referral, closure }]
const assessed = (start: string, end?: string, factors: string[] = ['4B'], assessment = 'a'): Fact[] => [
  ['AssessmentStarted', start, { assessment, referral: 'r' }],
  ...(end
    ? ([
        ['AssessmentCompleted', end, { assessment, outcome: 'NOT_STATED', factors }],
        ['AssessmentAuthorised', end, { assessment }],
      ] as Fact[])
    : []),
]
const enquiry = (at: string, section47 = 's'): Fact => ['Section47Started', at, { section47, referral: 'r' }]
const noConference = (section47 = 's'): Fact => [
  'Section47Concluded',
  '2025-07-01',
  { section47, outcome: 'NOT_STATED', dateUnknown: true },
]
const conference = (at: string, section47?: string): Fact => [
  'ConferenceHeld',
  at,
  {
    conference: `c${at}`,
    referral: 'r',
    kind: section47 ? 'INITIAL' : 'TRANSFER_IN',
    outcome: 'NOT_STATED',
    ...(section47 ? { section47 } : {}),
  },
]
const cp = (start: string, end?: string, plan = 'p'): Fact[] => [
  ['ProtectionPlanStarted', start, { plan, referral: 'r', category: 'NEG', previousPlans: 0 }],
  ...(end ? ([['ProtectionPlanEnded', end, { plan, ending: 'NOT_STATED' }]] as Fact[]) : []),
]
const review = (at: string): Fact => ['ProtectionPlanReviewed', at, { plan: 'p', outcome: 'CONTINUE' }]
const cin = (start: string, end?: string, plan = 'n'): Fact[] => [
  ['CinPlanStarted', start, { plan, referral: 'r' }],
  ...(end ? ([['CinPlanEnded', end, { plan, ending: 'NOT_STATED' }]] as Fact[]) : []),
]
const died: Fact = ['DeathRecorded', '2025-06-20', { deathDate: '2025-06-20' }]

describe('a history that fits every rule', () => {
  it.each<[string, readonly Fact[]]>([
    ['a referral that ended without action', nfa],
    ['expected ten months after it was told', [unborn('2025-11-01')]],
    ['assessed, no further action', [...open, ...assessed('2025-06-03', '2025-07-10', ['21']), closed('RC8')]],
    ['assessed, stepped down to early help', [...open, ...assessed('2025-06-03', '2025-07-10'), closed('RC9')]],
    [
      'a child in need plan',
      [...open, ...assessed('2025-06-03', '2025-07-10'), ...cin('2025-07-10', '2025-08-20'), closed()],
    ],
    [
      'an enquiry without a conference',
      [...open, enquiry('2025-06-03'), noConference(), ...assessed('2025-06-03', '2025-07-10'), closed()],
    ],
    [
      'an enquiry to a protection plan',
      [...open, enquiry('2025-06-03'), conference('2025-06-20', 's'), ...cp('2025-06-20')],
    ],
    ['a transfer-in conference', [...open, conference('2025-06-20'), ...cp('2025-06-20')]],
    [
      'from a protection plan to child in need',
      [...open, conference('2025-06-20'), ...cp('2025-06-20', '2025-09-01'), ...cin('2025-09-01')],
    ],
    [
      'from child in need to a protection plan',
      [...open, ...cin('2025-06-10', '2025-06-20'), conference('2025-06-20'), ...cp('2025-06-20')],
    ],
    [
      'a plan from before the return',
      [
        ...open,
        [
          'ProtectionPlanStarted',
          '2025-06-20',
          { plan: 'p', referral: 'r', category: 'NEG', previousPlans: 0, carriedOver: true },
        ],
      ],
    ],
    ['died', [...open, died, closed('RC2', '2025-06-20')]],
    [
      'closed and referred again on the same day',
      [...open, closed(), referred('2025-09-01', 'q'), decided('NOT_STATED', '2025-09-01', 'q')],
    ],
    ['two without action on one day', [...nfa, referred('2025-06-02', 'q'), decided('NFA', '2025-06-02', 'q')]],
  ])('%s', (_, facts) => {
    expect(contradictions(imported(...facts))).toEqual([])
  })
})

describe('a history that contradicts itself', () => {
  it.each<[string, readonly Fact[]]>([
    ['8606', [['UnbornRegistered', '2025-06-02', { expectedBirthDate: '2026-06-02' }], referred(), decided()]],
    ['expected-soon', [unborn('2025-11-02')]],
    ['expected-soon', [unborn('2024-10-31')]],
    ['8555Q', [born, died, referred('2025-06-21'), decided('NFA', '2025-06-21')]],
    ['8610', [born, referred(), decided('NOT_STATED', '2025-06-02', 'r', '')]],
    ['8630', [...open, closed('RC7', '2025-06-01')]],
    ['nfa-not-closed', [...nfa, closed()]],
    ['8805', [...open, closed('NOT_STATED')]],
    ['8810', [...open, ['CaseClosed', '2025-09-01', { referral: 'r', closure: 'RC7', dateUnknown: true }]]],
    ['8614', [...open, ['AssessmentStarted', '2025-06-03', { assessment: 'a', referral: 'r', factors: ['4B'] }]]],
    [
      '8730',
      [
        ...open,
        conference('2025-06-20'),
        ['ProtectionPlanStarted', '2025-06-20', { plan: 'p', referral: 'r', category: 'NEG' }],
      ],
    ],
    [
      '8905',
      [
        ...open,
        conference('2025-06-20'),
        ['ProtectionPlanStarted', '2025-06-20', { plan: 'p', referral: 'r', category: 'NOT_STATED' }],
      ],
    ],
    ['8585Q', [...open, closed('RC2')]],
    ['8825Q', [...open, closed('RC8')]],
    ['2990', [...open, ...assessed('2025-06-03', '2025-07-10'), ...cin('2025-07-11', '2025-08-01'), closed('RC9')]],
    ['8831', [...nfa, conference('2025-06-20')]],
    ['8832', [...nfa, ...cp('2025-06-20')]],
    ['4000', [...nfa, ...cin('2025-06-20')]],
    ['8565', [...open, ...assessed('2025-06-03', '2025-09-02'), closed('RC7', '2025-09-01')]],
    ['8867', [...open, ...assessed('2025-06-03'), closed()]],
    ['8868', [...open, enquiry('2025-06-03'), closed()]],
    ['closed-with-open-plan', [...open, ...cin('2025-06-03'), closed()]],
    ['1103', [...open, ...assessed('2025-06-01')]],
    ['8608', [...open, ...assessed('2025-06-10', '2025-06-09')]],
    ['8896', [...open, ...assessed('2025-06-03'), ...assessed('2025-06-04', undefined, [], 'b')]],
    ['8897Q', [...open, ...assessed('2025-06-03', '2025-06-10', [])]],
    ['8869', [...open, ...assessed('2025-06-03', '2025-06-10', ['21', '4B'])]],
    ['2889', [...open, enquiry('2025-06-01')]],
    ['8839', [...open, enquiry('2025-06-03'), enquiry('2025-06-04', 't')]],
    [
      '8890',
      [
        ...open,
        enquiry('2025-06-03'),
        conference('2025-06-20', 's'),
        enquiry('2025-06-20', 't'),
        conference('2025-07-01', 't'),
      ],
    ],
    ['1104', [...open, conference('2025-05-30')]],
    ['8615', [...open, enquiry('2025-06-10'), conference('2025-06-09', 's')]],
    ['8875', [...open, enquiry('2025-06-03'), conference('2025-06-07', 's')]],
    ['4015', [...open, ...cin('2025-06-01')]],
    ['1105', [...open, ...cp('2025-06-01')]],
    ['4008', [...open, died, ...cin('2025-06-21')]],
    ['4009Q', [...open, died, ...cin('2025-06-10', '2025-06-21')]],
    ['4011', [...open, ...cin('2025-06-10', '2025-06-09')]],
    ['4004', [...open, ...cin('2025-06-10'), ...cin('2025-06-12', undefined, 'm')]],
    ['4014', [...open, ...cin('2025-06-10', '2025-06-20'), ...cin('2025-06-20', '2025-06-25', 'm')]],
    ['4001', [...open, conference('2025-06-20'), ...cp('2025-06-20'), ...cin('2025-06-25')]],
    ['4016', [...open, conference('2025-06-20'), ...cp('2025-06-20', '2025-08-01'), ...cin('2025-07-31')]],
    ['4017', [...open, ...cin('2025-06-10', '2025-06-21'), conference('2025-06-20'), ...cp('2025-06-20')]],
    [
      '4003',
      [
        ...open,
        conference('2025-06-20'),
        ...cp('2025-06-20', '2025-09-01'),
        ...cin('2025-09-01', '2025-10-01'),
        review('2025-09-15'),
      ],
    ],
    ['2885', [...open, conference('2025-06-20'), ...cp('2025-06-21')]],
    ['8840', [...open, conference('2025-06-20'), ...cp('2025-06-20', '2025-06-20')]],
    ['8935', [...open, conference('2025-06-20'), ...cp('2025-06-20'), ...cp('2025-06-20', undefined, 'q')]],
    [
      '8940',
      [...open, conference('2025-06-20'), ...cp('2025-06-20', '2025-06-30'), ...cp('2025-06-20', '2025-07-10', 'q')],
    ],
    ['8841', [...open, conference('2025-06-20'), ...cp('2025-06-20'), review('2025-06-20')]],
    ['8815', [...open, referred('2025-07-01', 'q'), decided('NOT_STATED', '2025-07-01', 'q')]],
    ['8816', [...open, referred('2025-07-01', 'q'), decided('NFA', '2025-07-01', 'q')]],
    ['8820', [...open, closed(), referred('2025-08-31', 'q'), decided('NFA', '2025-08-31', 'q')]],
    ['2884', [...open, enquiry('2025-06-03'), conference('2025-06-20', 's'), conference('2025-06-20')]],
  ])('breaks rule %s', (rule, facts) => {
    expect(contradictions(imported(...facts)).map((each) => each.rule)).toContain(rule)
  })

  it('names the item, and says the rule as a sentence', () => {
    expect(contradictions(imported(...open, ...assessed('2025-06-01')))).toEqual([
      { rule: '1103', says: 'An assessment does not start before the referral.', about: 'a' },
    ])
  })
})

describe('an act on a history that contradicts itself already', () => {
  it('is judged only by what it adds', () => {
    const before = imported(...open, ...assessed('2025-06-01'))
    expect(newContradictions(before, imported(...open, ...assessed('2025-06-01'), ...cin('2025-06-10')))).toEqual([])
    expect(
      newContradictions(before, imported(...open, ...assessed('2025-06-01'), closed())).map(({ rule }) => rule),
    ).toEqual(['8867'])
    expect(newContradictions(noHistory('A1').state, before)).toHaveLength(1)
  })
})
