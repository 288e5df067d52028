import { type Instant, dayOf, momentOf } from '@front-door/calendar'
import { type Agreed, actNames, fields, flow } from '@front-door/case-flow'
import { mayDo, policyOn } from '@front-door/policy'
import { whenItHappened } from './act-dto.js'

/** Every act as whoever asks would find it: what it takes, who may do it, when, and whether they may themselves. */
export function actsInWords({ policies }: Agreed, now: Instant, role: string) {
  const policy = policyOn(policies, dayOf(momentOf(now)))
  return actNames.map((name) => {
    const { act, on, stops = [], asks = [] } = flow[name]
    return {
      act: name,
      label: act.label,
      ...(act.hint ? { hint: act.hint } : {}),
      roles: policy.may[name] ?? [],
      yours: mayDo(policy, role, name),
      about: on ?? {},
      stops,
      asks,
      fields: fields.schemaOf({ ...act.fields, occurredAt: whenItHappened }),
    }
  })
}
