import type { Presentation } from './asking.js'

/** How the details of a child are asked: the name first, then birth, then where, then what else is known. */
export const childDetails: Presentation = {
  only: [
    ...['givenName', 'familyName', 'aliases', 'motherName', 'birthDate', 'expectedBirthDate', 'sex', 'ethnicity'],
    ...[
      'disabilities',
      'address',
      'postcode',
      'locality',
      'school',
      'nhsNumber',
      'upn',
      'upnUnknown',
      'formerUpn',
      'reason',
    ],
  ],
  hints: {
    expectedBirthDate: 'Only for an unborn child. For example, 4 6 2026',
    upn: 'A letter and 12 digits',
    nhsNumber: '10 digits',
  },
}
