import { dayOf } from '@front-door/calendar'
import { dayOrNull } from './days.js'
import type { EarlyHelpTable, StepDownTable, StepUpTable } from './tables.js'
import { type Telling, firstAbout } from './telling.js'

export function stepDownRows({ child, of }: Telling): readonly StepDownTable[] {
  const proposed = firstAbout(of('StepDownProposed'), ({ data }) => data.stepDown)
  const answers = new Map(
    [...of('StepDownAccepted'), ...of('StepDownDeclined')].map(({ data, worker }) => [data.stepDown, worker.id]),
  )
  return child.stepDowns.map(({ id, referral, openedAt, proposedBy, stage, since }) => ({
    step_down: id,
    child: child.id,
    referral,
    proposed: dayOf(openedAt),
    proposed_by: proposedBy,
    answered: stage === 'proposed' ? null : dayOf(since),
    answered_by: stage === 'proposed' ? null : (answers.get(id) ?? null),
    stage,
    team: proposed.get(id)?.worker.team ?? '',
  }))
}

/** Early help is a source of referrals (5D), whether or not its episode was recorded here. */
export function stepUpRows({ child }: Telling): readonly StepUpTable[] {
  return child.referrals
    .filter(({ steppedUpFrom, source }) => steppedUpFrom !== undefined || source === '5D')
    .map(({ id, steppedUpFrom, openedAt }) => ({
      referral: id,
      child: child.id,
      early_help: steppedUpFrom ?? null,
      received: dayOf(openedAt),
    }))
}

export function earlyHelpRows({ child, referralOf }: Telling): readonly EarlyHelpTable[] {
  return child.earlyHelp.map(({ id, stepDown, contact, organisation, openedAt, endedAt, endReason }) => ({
    early_help: id,
    child: child.id,
    step_down: stepDown ?? null,
    contact: contact ?? null,
    referral: referralOf(id),
    organisation: organisation ?? null,
    started: dayOf(openedAt),
    ended: dayOrNull(endedAt),
    end_reason: endReason ?? null,
  }))
}
