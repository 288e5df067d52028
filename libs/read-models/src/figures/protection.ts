import { dayOf } from '@front-door/calendar'
import { dayOrNull, workingDays } from './days.js'
import type { ConferenceTable, DiscussionTable, Section47Table } from './tables.js'
import { type Telling, firstAbout } from './telling.js'

export function discussionRows({ child, of, referralOf }: Telling): readonly DiscussionTable[] {
  const held = firstAbout(of('StrategyDiscussionHeld'), ({ data }) => data.discussion)
  return child.discussions.map(({ id, about, openedAt, outcome }) => ({
    discussion: id,
    child: child.id,
    about,
    referral: referralOf(about),
    held: dayOf(openedAt),
    outcome,
    team: held.get(id)?.worker.team ?? '',
  }))
}

export function section47Rows({ child, of }: Telling): readonly Section47Table[] {
  const started = firstAbout(of('Section47Started'), ({ data }) => data.section47)
  const concluded = new Map(of('Section47Concluded').map((event) => [event.data.section47, event]))
  const conferences = firstAbout(of('ConferenceHeld'), ({ data }) => data.section47 ?? '')
  return child.section47s.map(({ id, referral, stage, outcome, openedAt, conferenceNotRequired, conferenceAt }) => {
    const conclusion = concluded.get(id)
    const concludedAt = conclusion?.data.dateUnknown ? undefined : conclusion?.occurredAt
    return {
      section47: id,
      child: child.id,
      referral,
      started: dayOf(openedAt),
      ended: dayOrNull(concludedAt ?? conferenceAt),
      stage,
      outcome: outcome ?? null,
      conference_not_required: Number(conferenceNotRequired ?? false),
      conference: conferences.get(id)?.data.conference ?? null,
      team: started.get(id)?.worker.team ?? '',
    }
  })
}

/** A conference of a child who moved here has no enquiry of ours to count from. */
export function conferenceRows({ child, agreed }: Telling): readonly ConferenceTable[] {
  const started = new Map(child.section47s.map(({ id, openedAt }) => [id, openedAt]))
  const withPlan = new Set(child.protectionPlans.map(({ conference }) => conference))
  return child.conferences.map(({ id, referral, kind, section47, openedAt, outcome }) => ({
    conference: id,
    child: child.id,
    referral,
    kind,
    section47: section47 ?? null,
    held: dayOf(openedAt),
    outcome,
    days: kind === 'TRANSFER_IN' ? null : workingDays(started.get(section47 ?? ''), openedAt, agreed),
    plan: Number(withPlan.has(id)),
  }))
}
