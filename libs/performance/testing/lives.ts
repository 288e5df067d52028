import { addDays } from '@front-door/calendar'
import type { ChildEvent, History } from '@front-door/case-flow'
import fc from 'fast-check'
import { told, histories } from './told.js'

/** Days that lie where figures turn: round the ends of years and months, bank holidays, and the last of February. */
const turning = ['2024-02-28', '2024-02-29', '2024-03-29', '2024-12-24', '2025-02-28', '2025-03-31', '2025-04-01']
const day = fc
  .tuple(fc.constantFrom(...turning), fc.constantFrom(0, 0, 1, 2, 5, 30, 90, 181, 182, 365, 366, -365))
  .map(([from, by]) => addDays(from, by))
/** So many days later, none of them past the years that the working calendar knows; or not at all. */
const later = fc.option(fc.constantFrom(0, 1, 2, 3, 14, 15, 21, 22, 63, 64, 91, 92, 183, 365, 800), { nil: undefined })
const soon = fc.constantFrom(0, 0, 1, 3, 30)
const yes = fc.boolean()

const episode = fc.record({
  on: day,
  source: fc.constantFrom('6', '2A', '3A', '5D', '10'),
  outOfHours: yes,
  imported: fc.constantFrom(false, false, true),
  decided: later,
  outcome: fc.constantFrom('NFA', 'STEP_DOWN_EH', 'ASSESSMENT', 'ASSESSMENT', 'STRATEGY_S47'),
  allocated: later,
  worker: fc.constantFrom('kim.day', 'sam.lee'),
  closed: later,
  closure: fc.constantFrom('RC7', 'RC8', 'RC9'),
  assessments: fc.array(
    fc.record({
      start: soon,
      authorised: later,
      outcome: fc.constantFrom('NFA', 'STEP_DOWN_EH', 'OTHER', 'NOT_STATED'),
    }),
    { maxLength: 2 },
  ),
  enquiries: fc.array(fc.record({ start: soon, conference: later, before: yes, plan: yes }), { maxLength: 2 }),
  movedIn: later,
  plan: fc.option(
    fc.record({
      start: soon,
      ended: later,
      reviews: fc.array(fc.constantFrom(60, 91, 92, 270, 300)),
      previous: fc.nat({ max: 1 }),
    }),
    { nil: undefined },
  ),
  visits: fc.array(fc.record({ after: fc.constantFrom(1, 13, 14, 15, 28, 29, 40), seen: yes }), { maxLength: 4 }),
  cinPlan: fc.option(soon, { nil: undefined }),
  steppedDown: fc.option(soon, { nil: undefined }),
  helpEnded: later,
})
type Episode = typeof episode extends fc.Arbitrary<infer E> ? E : never

const contact = fc.record({
  on: day,
  outcome: fc.constantFrom(undefined, 'NFA', 'INFO_ADVICE', 'SIGNPOST', 'EH_REFERRAL', 'CIN_REFERRAL', 'OPEN_CASE'),
  decided: fc.constantFrom(0, 1, 3),
})

/**
 * The histories of some children to whom anything may have happened, in the order in which it did; all of them, now and
 * then, as an earlier system told it.
 */
export const someLives: fc.Arbitrary<readonly History[]> = fc
  .tuple(
    fc.array(
      fc.record({ episodes: fc.array(episode, { maxLength: 4 }), contacts: fc.array(contact, { maxLength: 3 }) }),
      { minLength: 1, maxLength: 4 },
    ),
    fc.constantFrom(false, false, true),
  )
  .map(([lives, imported]) =>
    lives.flatMap(({ episodes, contacts }, at) => {
      const told = imported ? episodes.map((each) => ({ ...each, imported })) : episodes
      return histories(...eventsOf(`C${at}`, told, imported ? [] : contacts))
    }),
  )

type Event = Parameters<typeof told>

function eventsOf(
  child: string,
  episodes: readonly Episode[],
  contacts: readonly (typeof contact extends fc.Arbitrary<infer C> ? C : never)[],
) {
  const events = [
    ...contacts.flatMap((each, at) => {
      const id = { contact: `${child}-contact-${at}` }
      const received: Event = ['ContactReceived', each.on, { ...id, source: '6', concern: 'Heard.' } as never]
      const decided: Event = [
        'ContactDecided',
        addDays(each.on, each.decided),
        { ...id, outcome: each.outcome } as never,
      ]
      return each.outcome ? [received, decided] : [received]
    }),
    ...episodes.flatMap((each, at) => episodeEvents(`${child}-${at}`, each)),
  ]
  return events
    .toSorted(([, one], [, other]) => (one < other ? -1 : one > other ? 1 : 0))
    .map(([type, on, values, by]): ChildEvent => told(type, on, values, { ...by, child }))
}

function episodeEvents(referral: string, e: Episode): Event[] {
  const events: Event[] = []
  const as = e.imported ? ({ role: 'import', team: 'LA 301' } as const) : {}
  const add = (type: Event[0], on: string, values: object) => events.push([type, on, values as never, as])
  const after = (days: number | undefined) => addDays(e.on, days ?? 0)
  add('ReferralReceived', e.on, { referral, source: e.source, outOfHours: e.outOfHours })
  if (e.imported) add('ReferralDecided', e.on, { referral, outcome: 'NOT_STATED', need: 'N1', dateUnknown: true })
  else if (e.decided !== undefined)
    add('ReferralDecided', after(e.decided), { referral, outcome: e.outcome, need: 'N1' })
  if (e.allocated !== undefined) add('CaseAllocated', after(e.allocated), { referral, to: e.worker, team: 'North' })
  e.assessments.forEach(({ start, authorised, outcome }, at) => {
    const assessment = `${referral}-assessment-${at}`
    add('AssessmentStarted', after(start), { assessment, referral })
    if (authorised === undefined) return
    const on = addDays(after(start), authorised)
    add('AssessmentCompleted', on, { assessment, outcome, factors: ['21'] })
    add('AssessmentAuthorised', on, { assessment })
  })
  e.enquiries.forEach(({ start, conference, before, plan }, at) => {
    const section47 = `${referral}-s47-${at}`
    add('Section47Started', after(start), { section47, referral })
    if (conference === undefined) return
    const held = addDays(after(start), before ? -conference : conference)
    const id = `${referral}-conference-${at}`
    add('ConferenceHeld', held, {
      conference: id,
      referral,
      kind: 'INITIAL',
      section47,
      outcome: plan ? 'CP' : 'NFA',
    })
    if (plan) add('ProtectionPlanStarted', held, { plan: `${id}-plan`, referral, conference: id, category: 'NEG' })
  })
  if (e.movedIn !== undefined)
    add('ConferenceHeld', after(e.movedIn), {
      conference: `${referral}-moved`,
      referral,
      kind: 'TRANSFER_IN',
      outcome: 'CP',
    })
  if (e.plan) planEvents(`${referral}-plan`, referral, after(e.plan.start), e, add)
  if (e.cinPlan !== undefined) {
    add('CinPlanStarted', after(e.cinPlan), { plan: `${referral}-cin`, referral })
    for (const { after: days, seen } of e.visits)
      add('PlanVisitMade', addDays(after(e.cinPlan), days), { plan: `${referral}-cin`, seen })
  }
  if (e.steppedDown !== undefined) helpEvents(referral, after(e.steppedDown), e.helpEnded, add)
  if (e.closed !== undefined) add('CaseClosed', after(e.closed), { referral, closure: e.closure })
  return events
}

type Add = (type: Event[0], on: string, values: object) => void

function planEvents(plan: string, referral: string, start: string, { plan: its, visits }: Episode, add: Add): void {
  if (!its) return
  add('ProtectionPlanStarted', start, { plan, referral, category: 'NEG', previousPlans: its.previous })
  for (const days of its.reviews) add('ProtectionPlanReviewed', addDays(start, days), { plan, outcome: 'CONTINUE' })
  for (const { after, seen } of visits) add('PlanVisitMade', addDays(start, after), { plan, seen })
  if (its.ended !== undefined) add('ProtectionPlanEnded', addDays(start, its.ended), { plan, ending: 'NOT_STATED' })
}

function helpEvents(referral: string, on: string, ended: number | undefined, add: Add): void {
  const stepDown = `${referral}-step-down`
  const earlyHelp = `${referral}-help`
  add('StepDownProposed', on, { stepDown, referral })
  add('StepDownAccepted', on, { stepDown })
  add('EarlyHelpStarted', on, { earlyHelp, stepDown })
  if (ended !== undefined)
    add('EarlyHelpEnded', addDays(on, ended), { earlyHelp, ending: ended % 2 === 0 ? 'STEP_UP' : 'OUTCOMES_MET' })
}
