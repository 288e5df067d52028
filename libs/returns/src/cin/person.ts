import { codes, fields } from '@front-door/case-flow'
import type { CinPerson } from './child.js'
import { type Entry, everythingIn } from './xml/entry.js'
import { type Problem, type Reading, aCode, aDay, value, values } from './value.js'

const CHILD_ID = /^[A-Za-z0-9]{1,20}$/
const UPN = /^[A-Z]\d{11}[0-9A-Z]$/

/**
 * A text of its own. The parser's texts are windows on the piece of the file they come from, and one that is kept
 * keeps all of that piece in memory.
 */
const ofItsOwn = (text: string): string => Buffer.from(text).toString()

const aChildId: Reading<string> = (text) => (CHILD_ID.test(text) ? ofItsOwn(text) : undefined)
const aFormerUpn: Reading<string> = (text) => (/^[A-Za-z0-9]{1,13}$/.test(text) ? ofItsOwn(text) : undefined)
const aUpn: Reading<string> = (text, note) => {
  const upn = ofItsOwn(text.toUpperCase())
  if (!UPN.test(upn)) return undefined
  if (!fields.hasRightCheckLetter(upn)) note('is kept as it stands, though its check letter does not fit (rule 1510).')
  return upn
}

const aDisability = aCode(codes.disability)
const anEthnicity = aCode(codes.ethnicity)
const aUpnUnknown = aCode(codes.upnUnknown)

/** Sex since 2025, and GenderCurrent before it. Exports have been seen to mix the two. */
const sexes = { M: 'M', F: 'F', U: 'U', 1: 'M', 2: 'F', 0: 'U', 9: 'U' } as const
const isSex = (text: string): text is keyof typeof sexes & string => Object.hasOwn(sexes, text)
const aSex: Reading<'M' | 'F' | 'U'> = (text, note) => {
  const code = text.toUpperCase()
  if (code === '9') note('(indeterminate) is kept as U.')
  return isSex(code) ? sexes[code] : undefined
}

/** What a Child says of the person. */
export function personIn(entry: Entry, problems: Problem[]): CinPerson & { readonly id: string | undefined } {
  const all = entry.within.filter(({ name }) => name !== 'CINdetails').flatMap((each) => [each, ...everythingIn(each)])
  const disabilities = values(all, ['Disability', 'Disabilities'], aDisability, problems)
  return {
    id: value(all, 'LAchildID', aChildId, problems),
    upn: value(all, 'UPN', aUpn, problems),
    formerUpn: value(all, 'FormerUPN', aFormerUpn, problems),
    upnUnknown: value(all, 'UPNunknown', aUpnUnknown, problems),
    birthDate: value(all, 'PersonBirthDate', aDay, problems),
    expectedBirthDate: value(all, 'ExpectedPersonBirthDate', aDay, problems),
    sex: value(all, 'Sex', aSex, problems) ?? value(all, 'GenderCurrent', aSex, problems),
    ethnicity: value(all, 'Ethnicity', anEthnicity, problems),
    disabilities: disabilities.length > 0 ? disabilities : undefined,
    deathDate: value(all, 'PersonDeathDate', aDay, problems),
  }
}
