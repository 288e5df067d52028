/** One thing that national definitions leave open, or that a council may want to try out. */
export interface FigureSetting {
  readonly words: string
  /** What may be chosen, in words, by its code; or the least and the most of a whole number. */
  readonly choices: Readonly<Record<string, string>> | { readonly least: number; readonly most: number }
  readonly fallback: string
  /** True where the rows themselves are counted otherwise: they are derived again for the rehearsal. */
  readonly derivesAgain?: boolean
}

/**
 * What a figure may be counted by. The fallbacks are those of the published definitions, and where these are silent
 * the ones suggested in the notes on timescales. Asking with another value is a rehearsal and is labelled so.
 */
export const settings = {
  'assessment-clock': {
    words: 'From when an assessment is timed',
    choices: { start: 'Its start, as in the DfE figures', referral: 'The referral, as in Working Together' },
    fallback: 'start',
  },
  'assessment-limit': {
    words: 'Working days an assessment may take, where the statutory 45 are judged',
    choices: { least: 1, most: 250 },
    fallback: '45',
  },
  'assessments-counted': {
    words: 'Several assessments of one referral, reopened or extended',
    choices: { each: 'Each counts', last: 'Only the last to be authorised counts' },
    fallback: 'each',
  },
  'bank-holidays': {
    words: 'Bank holidays',
    choices: { excluded: 'Are not working days', ignored: 'Are working days like any others' },
    fallback: 'excluded',
    derivesAgain: true,
  },
  'cohort-of-contacts': {
    words: 'Which day puts the outcome of a contact into the period',
    choices: { received: 'The day it was received', decided: 'The day it was decided' },
    fallback: 'received',
  },
  'information-and-advice': {
    words: 'Contacts that end with information and advice',
    choices: { signposted: 'Count with those signposted', apart: 'Stand apart from those signposted' },
    fallback: 'signposted',
  },
  'same-day-referrals': {
    words: 'Several referrals of a child on one day',
    choices: { first: 'Only the first counts', each: 'Each counts' },
    fallback: 'first',
  },
  'earlier-nfa-referrals': {
    words: 'Whether an earlier referral that ended without further action makes a re-referral',
    choices: { count: 'It does', ignored: 'It does not' },
    fallback: 'count',
  },
  'twelve-months': {
    words: 'An earlier referral exactly twelve months before',
    choices: { included: 'Is within 12 months', excluded: 'Is not within 12 months' },
    fallback: 'included',
  },
  'decision-denominator': {
    words: 'Which referrals a decision within the limit is asked of',
    choices: {
      decided: 'Referrals with a decision',
      received: 'All received; an undecided one that is overdue fails',
    },
    fallback: 'decided',
  },
  'decision-limit': {
    words: 'Working days a decision on a referral may take',
    choices: { least: 1, most: 20 },
    fallback: '1',
  },
  'decision-day-0': {
    words: 'Day 0 of a decision where a referral comes out of hours or on a day that is not a working day',
    choices: { received: 'The day it came', 'next-working-day': 'The next working day' },
    fallback: 'received',
  },
  'referrals-that-go-on': {
    words: 'Which referrals an assessment is asked of',
    choices: { 'not-nfa': 'All but those that ended without further action', all: 'All' },
    fallback: 'not-nfa',
  },
  'not-in-need-with-s47': {
    words: 'A case with a section 47 enquiry, closed as assessed and not in need (the census forbids it)',
    choices: { excluded: 'Is not counted as not in need', included: 'Is counted as not in need' },
    fallback: 'excluded',
  },
  's47-cohort': {
    words: 'Which enquiries a conference is asked of',
    choices: { started: 'Those started in the period', concluded: 'Those concluded in the period' },
    fallback: 'started',
  },
  'conference-denominator': {
    words: 'Which conferences the limit is asked of',
    choices: {
      held: 'All held, transfers in among them',
      timed: 'Those whose duration can be told from the start of an enquiry',
    },
    fallback: 'held',
  },
  'conference-limit': {
    words: 'Working days from the start of an enquiry to its conference',
    choices: { least: 1, most: 100 },
    fallback: '15',
  },
  'protection-visit-limit': {
    words: 'Working days between child protection visits; `policy` is what the council has agreed',
    choices: { least: 1, most: 60 },
    fallback: 'policy',
    derivesAgain: true,
  },
  'cin-visit-limit': {
    words: 'Working days between child in need visits; `policy` is what the council has agreed',
    choices: { least: 1, most: 120 },
    fallback: 'policy',
    derivesAgain: true,
  },
  'step-down-follow-up': {
    words: 'Months after a step-down within which a new referral counts',
    choices: { '3': '3 months', '6': '6 months', '12': '12 months' },
    fallback: '12',
  },
} as const satisfies Readonly<Record<string, FigureSetting>>

export type SettingId = keyof typeof settings
export const settingIds = Object.keys(settings) as readonly SettingId[]

export const isSettingId = (id: string): id is SettingId => Object.hasOwn(settings, id)

/** Why a setting may not have this value, in a sentence; nothing where it may. */
export function whyNot(id: string, value: string): string | undefined {
  if (!isSettingId(id)) return `There is no setting called ${id.slice(0, 40)}.`
  const { choices, fallback }: FigureSetting = settings[id]
  if (value === fallback) return undefined
  if (!isRange(choices))
    return Object.hasOwn(choices, value) ? undefined : `Select one of ${Object.keys(choices).join(', ')} for ${id}.`
  const { least, most } = choices
  const fits = /^\d{1,4}$/.test(value) && Number(value) >= least && Number(value) <= most
  return fits ? undefined : `Enter a whole number from ${least} to ${most} for ${id}.`
}

export function isRange(choices: FigureSetting['choices']): choices is { least: number; most: number } {
  return 'least' in choices && typeof choices.least === 'number'
}

export type Chosen = Readonly<Partial<Record<SettingId, string>>>

/** Of what was chosen, what is not as it would be anyway. */
export function otherThanAgreed(chosen: Chosen = {}): Chosen {
  return Object.fromEntries(
    settingIds.flatMap((id) => {
      const value = chosen[id]
      return value === undefined || value === settings[id].fallback ? [] : [[id, value]]
    }),
  )
}
