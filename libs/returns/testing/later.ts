import { expect } from '@jest/globals'
import { Imported } from './importing.js'
import { returnOf } from './writing.js'

export const PERSON = '<PersonBirthDate>2015-03-04</PersonBirthDate><Sex>F</Sex><Ethnicity>WBRI</Ethnicity>'
export const REFERRAL = '<CINreferralDate>2024-06-03</CINreferralDate>'
export const CASE = `${REFERRAL}<ReferralSource>6</ReferralSource><PrimaryNeedCode>N1</PrimaryNeedCode><ReferralNFA>0</ReferralNFA>`
export const ASSESSMENT = '<AssessmentActualStartDate>2024-06-10</AssessmentActualStartDate>'
export const last = (children: string) => returnOf(children, '2025-03-31')
export const next = (children: string) => returnOf(children, '2026-03-31')

/** What the first files bring is known; then what the last one brings, and that a second time brings nothing. */
export async function after(...files: readonly string[]) {
  const imported = new Imported()
  for (const file of files.slice(0, -1)) await imported.take(file)
  const { events, lines } = await imported.take(files.at(-1) ?? '')
  const again = await imported.take(files.at(-1) ?? '')
  expect(again.events).toEqual([])
  expect(new Set(again.lines.filter(({ element }) => !element).map(({ outcome }) => outcome))).toEqual(
    new Set(['unchanged']),
  )
  return { imported, events, lines, types: events.map(({ type }) => type), state: imported.history('T1').state }
}
