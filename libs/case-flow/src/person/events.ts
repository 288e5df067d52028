import { disability, ethnicity, relation, sex, upnUnknown } from '../codes/index.js'
import { event } from '../event/event.js'
import { child, code, codes, day, moment, optional, text, words, workers } from '../fields/index.js'

/** UPN: check letter, authority, year and serial; the check letter itself is a rule of its own. */
const UPN = /^[A-HJ-NP-RT-Z]\d{3}\d{8}[0-9A-HJ-NP-RT-Z]$/

/** Who the child is, in words. All may be unknown at first. */
export const names = {
  givenName: optional(words('Given name', { max: 100 })),
  familyName: optional(words('Family name', { max: 100 })),
  aliases: optional(words('Other names', { max: 200, hint: 'Also known as, with commas between' })),
  address: optional(words('Address', { max: 500 })),
  postcode: optional(words('Postcode', { max: 10 })),
  school: optional(words('School or nursery', { max: 200 })),
  nhsNumber: optional(
    words('NHS number', { max: 12, pattern: /^\d{3} ?\d{3} ?\d{4}$/, remedy: 'Enter the NHS number as 10 digits.' }),
  ),
  upn: optional(
    words('UPN', {
      max: 13,
      pattern: UPN,
      remedy: 'Enter the UPN as 13 characters: a letter and 12 digits, the last of which may be a letter.',
    }),
  ),
  formerUpn: optional(words('Former UPN', { max: 13 })),
}

/** What rules and figures need to know of the child. */
export const characteristics = {
  birthDate: optional(day('Date of birth')),
  sex: optional(code(sex)),
  ethnicity: optional(code(ethnicity)),
  disabilities: optional(codes(disability, 'Disabilities', { hint: 'NONE if there is none' })),
  upnUnknown: optional(code(upnUnknown)),
  locality: optional(text('Locality', { hint: 'The area of the council the child lives in' })),
}

export const expectedBirthDate = day('Expected date of birth', { when: 'any' })

export const personRegistered = event('PersonRegistered', { ...characteristics, ...names })

export const unbornRegistered = event('UnbornRegistered', {
  expectedBirthDate: optional(expectedBirthDate),
  ethnicity: optional(code(ethnicity)),
  locality: optional(text('Locality')),
  givenName: names.givenName,
  familyName: names.familyName,
  motherName: optional(words('Name of the mother', { max: 200 })),
  address: names.address,
  postcode: names.postcode,
})

export const birthRecorded = event('BirthRecorded', {
  birthDate: day('Date of birth'),
  sex: code(sex),
  givenName: names.givenName,
  familyName: names.familyName,
})

export const personDetailsCorrected = event('PersonDetailsCorrected', {
  ...characteristics,
  expectedBirthDate: optional(expectedBirthDate),
  ...names,
  reason: optional(words('Reason for the change')),
})

export const personRelated = event('PersonRelated', { other: child('Other child'), relation: code(relation) })

/** In the history of a duplicate: `into` says where its story goes on. In the other's history: `from`. */
export const personMerged = event('PersonMerged', {
  into: optional(child('Record to keep')),
  from: optional(child('Duplicate record')),
  reason: optional(words('Why they are the same child')),
})

export const deathRecorded = event('DeathRecorded', { deathDate: day('Date of death') })

/** From then on the record opens only to the people named, and to them with a purpose. */
export const recordRestricted = event('RecordRestricted', {
  to: workers('Who may open it', { hint: 'The ids of workers. Nobody else sees more than that there is a record' }),
  reason: words('Why it is restricted'),
})

export const restrictionLifted = event('RestrictionLifted', { reason: words('Why it is no longer restricted') })

/** Somebody whom it does not name opened it because a child was at risk: it opens to them as well, until then. */
export const recordOpenedInEmergency = event('RecordOpenedInEmergency', {
  until: moment('Open until'),
  reason: words('Why it cannot wait', { hint: 'What the risk is. Whoever the record is restricted to sees it' }),
})

export const emergencyOpeningEnded = event('EmergencyOpeningEnded', { event: text('Opening that ends') })

export const personEvents = [
  personRegistered,
  unbornRegistered,
  birthRecorded,
  personDetailsCorrected,
  personRelated,
  personMerged,
  deathRecorded,
  recordRestricted,
  restrictionLifted,
  recordOpenedInEmergency,
  emergencyOpeningEnded,
] as const
