import { Imported } from './importing.js'
import { childOf, returnOf } from './writing.js'

/** What a child with one episode comes to: the events with their days and what they say, and the lines of the report. */
export async function told(person: string, ...episodes: readonly string[]) {
  const imported = new Imported()
  const { events, lines } = await imported.take(returnOf(childOf(person, ...episodes)))
  const said = events.map(({ type, occurredAt, data, words }) => [type, occurredAt, { ...data, ...words }] as const)
  return { said, lines, events, state: imported.history('T1').state }
}

export const REFERRAL = '<CINreferralDate>2025-06-03</CINreferralDate><ReferralSource>6</ReferralSource>'
export const CASE = `${REFERRAL}<PrimaryNeedCode>N1</PrimaryNeedCode><ReferralNFA>0</ReferralNFA>`
