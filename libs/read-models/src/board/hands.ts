import { type History, asCorrected, eventsOf } from '@front-door/case-flow'

export interface Hands {
  readonly worker: string
  readonly team: string
}

/** In whose hands each contact and referral is before a case is allocated: who screens it, else who recorded it. */
export function handsOf(history: History): ReadonlyMap<string, Hands> {
  const hands = new Map<string, Hands>()
  for (const { type, data, worker } of asCorrected(eventsOf(history))) {
    if (worker.role === 'import') continue
    const { id, team } = worker
    if (type === 'ContactReceived') hands.set(data.contact, { worker: id, team })
    if (type === 'ScreeningStarted') hands.set(data.about, { worker: id, team })
    if (type === 'ReferralReceived') hands.set(data.referral, hands.get(data.contact ?? '') ?? { worker: id, team })
  }
  return hands
}
