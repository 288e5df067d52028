import { codeList } from './code-list.js'

/** Factors identified at the end of an assessment. 21 stands alone. 18A and 19A are retired. */
export const assessmentFactor = codeList('assessmentFactor', 'Factor', 'CIN census 2025-26, CBDS N00181', [
  { code: '1A', label: 'Alcohol misuse: child', group: 'Alcohol misuse' },
  { code: '1B', label: 'Alcohol misuse: parent/carer', group: 'Alcohol misuse' },
  { code: '1C', label: 'Alcohol misuse: other person in household', group: 'Alcohol misuse' },
  { code: '2A', label: 'Drug misuse: child', group: 'Drug misuse' },
  { code: '2B', label: 'Drug misuse: parent/carer', group: 'Drug misuse' },
  { code: '2C', label: 'Drug misuse: other person in household', group: 'Drug misuse' },
  { code: '3A', label: 'Domestic abuse: child is victim', group: 'Domestic abuse' },
  { code: '3B', label: 'Domestic abuse: parent/carer is victim', group: 'Domestic abuse' },
  { code: '3C', label: 'Domestic abuse: other household member is victim', group: 'Domestic abuse' },
  { code: '4A', label: 'Mental health: child', group: 'Mental health' },
  { code: '4B', label: 'Mental health: parent/carer', group: 'Mental health' },
  { code: '4C', label: 'Mental health: other person in household', group: 'Mental health' },
  { code: '5A', label: 'Learning disability: child', group: 'Learning disability' },
  { code: '5B', label: 'Learning disability: parent/carer', group: 'Learning disability' },
  { code: '5C', label: 'Learning disability: other person in household', group: 'Learning disability' },
  { code: '6A', label: 'Physical disability or illness: child', group: 'Physical disability or illness' },
  { code: '6B', label: 'Physical disability or illness: parent/carer', group: 'Physical disability or illness' },
  {
    code: '6C',
    label: 'Physical disability or illness: other person in household',
    group: 'Physical disability or illness',
  },
  { code: '7A', label: 'Young carer', group: 'Young carer' },
  { code: '8B', label: 'Privately fostered: overseas child who will return home', group: 'Private fostering' },
  { code: '8C', label: 'Privately fostered: overseas child who will stay', group: 'Private fostering' },
  { code: '8D', label: 'Privately fostered: UK child in educational placement', group: 'Private fostering' },
  { code: '8E', label: 'Privately fostered: UK child, alternative family arrangement', group: 'Private fostering' },
  { code: '8F', label: 'Privately fostered: other', group: 'Private fostering' },
  { code: '9A', label: 'Unaccompanied asylum-seeking child', group: 'UASC' },
  { code: '10A', label: 'Going or being missing', group: 'Missing' },
  { code: '11A', label: 'Child sexual exploitation', group: 'Exploitation' },
  { code: '12A', label: 'Trafficking', group: 'Exploitation' },
  { code: '13A', label: 'Gangs', group: 'Exploitation' },
  { code: '14A', label: 'Socially unacceptable behaviour', group: 'Behaviour' },
  { code: '15A', label: 'Self-harm', group: 'Self-harm' },
  { code: '16A', label: 'Neglect', group: 'Abuse or neglect' },
  { code: '17A', label: 'Emotional abuse', group: 'Abuse or neglect' },
  {
    code: '18A',
    label: 'Physical abuse (undivided; retired, queried if used after retirement)',
    to: 2020,
    group: 'Abuse or neglect',
  },
  { code: '18B', label: 'Physical abuse: by another child', from: 2021, group: 'Abuse or neglect' },
  { code: '18C', label: 'Physical abuse: by an adult', from: 2021, group: 'Abuse or neglect' },
  {
    code: '19A',
    label: 'Sexual abuse (undivided; retired, queried if used after retirement)',
    to: 2020,
    group: 'Abuse or neglect',
  },
  { code: '19B', label: 'Sexual abuse: by another child', from: 2021, group: 'Abuse or neglect' },
  { code: '19C', label: 'Sexual abuse: by an adult', from: 2021, group: 'Abuse or neglect' },
  { code: '20', label: 'Other', group: 'Other' },
  { code: '21', label: 'No factors identified (only alone, and only where no further action follows)', group: 'None' },
  { code: '22A', label: 'Female genital mutilation', group: 'FGM' },
  { code: '23A', label: 'Abuse linked to faith or belief', group: 'Faith or belief' },
  { code: '24A', label: 'Child criminal exploitation', from: 2022, group: 'Exploitation' },
] as const)

/** The SSD value list and the SSD outcome flags that name something it lacks. NOT_STATED is for imported history only. */
export const assessmentOutcome = codeList('assessmentOutcome', 'Outcome', 'SSD assessment outcomes', [
  { code: 'NFA', label: 'No further action' },
  { code: 'STEP_DOWN_EH', label: 'Step down to early help' },
  { code: 'PROV_OF_SERVICES', label: 'Services under section 17' },
  { code: 'PROV_OF_SB_CARE', label: 'Short breaks under section 17' },
  { code: 'STRATEGY_S47', label: 'Strategy discussion or section 47' },
  { code: 'CLA_REQUEST', label: 'Request for care' },
  { code: 'PRIVATE_FOSTERING', label: 'Private fostering' },
  { code: 'LEGAL_ACTION', label: 'Legal action' },
  { code: 'SPECIALIST_ASSESSMENT', label: 'Specialist assessment' },
  { code: 'REFERRAL_TO_OTHER_AGENCY', label: 'Referred to another agency' },
  { code: 'OTHER', label: 'Other' },
  { code: 'NOT_STATED', label: 'Not stated', imported: true },
] as const)

export const reviewOutcome = codeList('reviewOutcome', 'Outcome of the review', 'Ours', [
  { code: 'ON_TRACK', label: 'On track to finish in time' },
  { code: 'MORE_TIME', label: 'More time is needed' },
  { code: 'FINISH', label: 'Ready to be finished' },
  { code: 'NOT_STATED', label: 'Not stated', imported: true },
] as const)

export const sharedWith = codeList('sharedWith', 'Shared with', 'Ours (needs N9)', [
  { code: 'PARENTS', label: 'Parents or carers' },
  { code: 'CHILD', label: 'The child' },
  { code: 'FAMILY', label: 'Other family members' },
  { code: 'PROFESSIONALS', label: 'Professionals around the family' },
] as const)
