import { dayOf } from '@front-door/calendar'
import type { Child } from '@front-door/case-flow'
import { dayOrNull, workingDays } from './days.js'
import { amongReferrals } from './re-referral.js'
import type { EpisodeTable } from './tables.js'
import { type Telling, firstAbout } from './telling.js'

export function episodeRows(telling: Telling): readonly EpisodeTable[] {
  const { child, agreed, of } = telling
  const received = firstAbout(of('ReferralReceived'), ({ data }) => data.referral)
  const among = amongReferrals(child.referrals)
  const within = withinReferrals(telling)
  // The referrer of a contact that became a referral knows, once told of either.
  const told = new Map(child.contacts.map(({ id, informedAt }) => [id, informedAt]))
  return child.referrals.map((referral) => {
    const { id, openedAt, decidedAt } = referral
    const place = among.get(referral)
    const follows = within.get(id) ?? nothing
    return {
      referral: id,
      child: child.id,
      received: dayOf(openedAt),
      received_at: openedAt,
      source: referral.source,
      agency: referral.agency ?? null,
      worker: received.get(id)?.worker.id ?? '',
      team: referral.team,
      out_of_hours: Number(referral.outOfHours),
      domestic_abuse: Number(referral.domesticAbuse),
      contact: referral.contact ?? null,
      stepped_up_from: referral.steppedUpFrom ?? null,
      imported: Number(referral.imported),
      stage: referral.stage,
      outcome: referral.outcome ?? null,
      nfa: referral.nfa === undefined ? null : Number(referral.nfa),
      need: referral.need ?? null,
      decided: dayOrNull(decidedAt),
      decision_days: workingDays(openedAt, decidedAt, agreed),
      informed: dayOrNull(referral.informedAt ?? told.get(referral.contact ?? '')),
      first_allocated: dayOrNull(referral.firstAllocatedAt),
      closed: dayOrNull(referral.closedAt),
      closure: referral.closureReason ?? null,
      of_day: place?.ofDay ?? 1,
      previous: place?.previous ?? null,
      re_referral: Number(place?.isReReferral ?? false),
      next: place?.next ?? null,
      first_assessment: follows.firstAssessment ?? null,
      assessment_wait: workingDays(openedAt, follows.firstAssessment, agreed),
      section47s: follows.section47s,
      conferences: follows.conferences,
      protection_plans: follows.protectionPlans,
      cin_plans: follows.cinPlans,
      authorised_assessments: follows.authorised,
      stepped_down: follows.steppedDown ?? null,
    }
  })
}

/** What happened within a referral. */
interface Within {
  firstAssessment?: string
  authorised: number
  section47s: number
  conferences: number
  protectionPlans: number
  cinPlans: number
  steppedDown?: string
}

const nothing: Within = { authorised: 0, section47s: 0, conferences: 0, protectionPlans: 0, cinPlans: 0 }

function withinReferrals({ child, referralOf }: Telling): ReadonlyMap<string, Within> {
  const all = new Map<string, Within>(child.referrals.map(({ id }) => [id, { ...nothing }]))
  for (const { referral, openedAt, authorisedAt } of child.assessments) {
    const within = all.get(referral)
    if (!within) continue
    within.firstAssessment = earlier(within.firstAssessment, dayOf(openedAt))
    if (authorisedAt !== undefined) within.authorised++
  }
  for (const kind of ['section47s', 'conferences', 'protectionPlans', 'cinPlans'] as const)
    for (const { referral } of child[kind]) {
      const within = all.get(referral)
      if (within) within[kind]++
    }
  for (const { id, day } of stepsDown(child)) {
    const within = all.get(referralOf(id) ?? '')
    if (within) within.steppedDown = earlier(within.steppedDown, day)
  }
  return all
}

/** Where early help took over: the step-downs it accepted, and the episodes that began. */
function stepsDown({ stepDowns, earlyHelp }: Child): readonly { readonly id: string; readonly day: string }[] {
  const accepted = stepDowns.filter(({ stage }) => stage === 'accepted')
  return [
    ...accepted.map(({ id, since }) => ({ id, day: dayOf(since) })),
    ...earlyHelp.map(({ id, openedAt }) => ({ id, day: dayOf(openedAt) })),
  ]
}

const earlier = (known: string | undefined, day: string) => (known === undefined || day < known ? day : known)
