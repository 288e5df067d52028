import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { childOf, returnOf } from './writing.js'

/** Writes an invented return of about so many megabytes, without holding it in memory. Gives the number of children. */
export async function writeLargeReturn(file: string, megabytes: number): Promise<number> {
  const [head = '', tail = ''] = returnOf('CHILDREN').split('CHILDREN')
  const out = createWriteStream(file)
  let written = 0
  let children = 0
  const write = async (text: string) => {
    written += text.length
    if (!out.write(text)) await once(out, 'drain')
  }
  await write(head)
  while (written < megabytes * 1_000_000) await write(`${inventedChild(++children)}\n`)
  await write(tail)
  out.end()
  await once(out, 'finish')
  return children
}

/** A child with a closed case and an open one on a protection plan; every third child with two more referrals. */
function inventedChild(number: number): string {
  const born = day(2008 + (number % 15), number)
  const upn = `A301${String(number).padStart(9, '0').slice(-9)}`
  const person = `<LAchildID>LARGE${String(number).padStart(12, '0')}</LAchildID><UPN>${upn}</UPN>
<PersonBirthDate>${born}</PersonBirthDate><Sex>${number % 2 ? 'F' : 'M'}</Sex><Ethnicity>WBRI</Ethnicity>
<Disabilities><Disability>NONE</Disability></Disabilities>`
  const more = number % 3 === 0 ? [noFurtherAction(2023, number), noFurtherAction(2022, number)] : []
  return childOf(person, ...more, closedCase(number), openCase(number))
}

function noFurtherAction(year: number, number: number): string {
  return `<CINreferralDate>${day(year, number)}</CINreferralDate><ReferralSource>6</ReferralSource><ReferralNFA>1</ReferralNFA>`
}

function closedCase(number: number): string {
  return `<CINreferralDate>${day(2024, number)}</CINreferralDate><ReferralSource>2A</ReferralSource>
<PrimaryNeedCode>N1</PrimaryNeedCode><CINclosureDate>${day(2025, number)}</CINclosureDate><ReasonForClosure>RC7</ReasonForClosure>
<Assessments><AssessmentActualStartDate>${day(2024, number)}</AssessmentActualStartDate>
<AssessmentAuthorisationDate>${day(2025, number)}</AssessmentAuthorisationDate><FactorsIdentifiedAtAssessment>
<AssessmentFactors>4B</AssessmentFactors><AssessmentFactors>16A</AssessmentFactors></FactorsIdentifiedAtAssessment></Assessments>
<ReferralNFA>0</ReferralNFA>`
}

function openCase(number: number): string {
  const start = day(2026, number)
  return `<CINreferralDate>${start}</CINreferralDate><ReferralSource>3E</ReferralSource><PrimaryNeedCode>N1</PrimaryNeedCode>
<Section47><S47ActualStartDate>${start}</S47ActualStartDate><DateOfInitialCPC>${start}</DateOfInitialCPC>
<ICPCnotRequired>0</ICPCnotRequired></Section47><ReferralNFA>0</ReferralNFA>
<ChildProtectionPlans><CPPstartDate>${start}</CPPstartDate><InitialCategoryOfAbuse>NEG</InitialCategoryOfAbuse>
<LatestCategoryOfAbuse>NEG</LatestCategoryOfAbuse><NumberOfPreviousCPP>0</NumberOfPreviousCPP></ChildProtectionPlans>`
}

function day(year: number, number: number): string {
  return `${year}-0${(number % 3) + 1}-${String((number % 28) + 1).padStart(2, '0')}`
}
