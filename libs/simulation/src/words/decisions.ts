import type { Texts } from './text.js'

/** What screening makes of it, whatever was known before. */
const weighedUp = [
  [
    'The worry is real, and there are people around {name}.',
    'If this goes on, {name} will be harmed by it: school is already slipping.',
    'What {name} said carries weight, and nobody has asked {name} about it since.',
  ],
  [
    'I recommend early help with {agency} in the lead.',
    'I recommend that it be looked at further.',
    'I recommend advice to the referrer and no more now.',
  ],
] as const

/** Why something was decided at the front door. */
export const contactReasons = {
  'priority-RED': [
    [
      '{name} may not be safe tonight: what was said {when} points to harm by somebody in the home.',
      'An injury to {name} is not explained, and the {carer} is the one who would have to keep {name} safe.',
    ],
    ['We need to know today where {name} will sleep.', 'Police will be asked at once.'],
  ],
  'priority-AMBER': [
    [
      '{Name} is not in danger now, but it is the {ordinal} worry of this kind.',
      'What is said about {name} is serious if it is right, and we do not know yet.',
    ],
    ['It should be decided within a day.', 'The {carer} is at home with {name} and has agreed to talk.'],
  ],
  'priority-GREEN': [
    [
      '{name} is seen every day by {school}, who have no other worry.',
      'Nothing in what was told suggests that {name} is at risk of harm.',
    ],
    ['It can be looked at in the usual time.', 'What is asked for is advice.'],
  ],
  'consent-refused': [
    [
      'The {carer} of {name} does not want other agencies asked, and said so {when}.',
      'The {carer} said no to checks about {name} and would rather talk to {school}.',
    ],
    ['We explained what that means.', 'There is not enough to go on without it.'],
  ],
  'consent-not-needed': [
    [
      'Asking first could put {name} at risk of harm.',
      'There is reason to think that {name} has been harmed; waiting for consent would delay what has to be done.',
    ],
    ['The {carer} will be told when that is safe.', 'This was agreed with the manager {when}.'],
  ],
  'screening-first': [
    [
      'Nothing was known of {name} before.',
      'There is no earlier contact about {name}, and {school} describe a child who is doing well enough.',
      'The family was not known to us: one adult alone, little money, and nobody nearby who could help.',
    ],
    ...weighedUp,
  ],
  'screening-again': [
    [
      'What is told about {name} fits with what was known before: one adult alone, little money, and help that was taken up and then left.',
      'We were told of {name} before, and it was about much the same thing.',
      'What was known of {name} before was about something else; it does not make this less serious.',
    ],
    ...weighedUp,
  ],
  'not-waited-for': [
    [
      'What they could add about {name} would not change the decision, and it has been asked for twice this week.',
      'There is enough from {school} to decide about {name}. The answer will be added when it comes.',
    ],
  ],
  'contact-NFA': [
    [
      'What was told about {name} was looked into and there is another explanation, given by the {carer} {when}.',
      '{name} is safe and well according to {school}, and there is no history.',
    ],
    ['There is no role for us.', 'It does not meet the threshold and no other help is wanted.'],
  ],
  'contact-INFO_ADVICE': [
    [
      'Advice was given to the {carer} about {topic}, and where to turn if it gets worse for {name}.',
      'The referrer was advised how to go on with {name} and when to come back to us.',
    ],
    ['Nothing more is needed now.', 'The {carer} was glad of it and will call {school} {soon}.'],
  ],
  'contact-SIGNPOST': [
    [
      'The {carer} of {name} would like help with {topic}; {agency} can give it.',
      'What {name} needs is there already at {agency}.',
    ],
    ['The number was given and the {carer} will call {soon}.', 'They will tell us if the family does not come.'],
  ],
  'contact-EH_REFERRAL': [
    [
      '{name} and the {carer} need more than {school} can give: help with {topic} at home.',
      'More than one thing is hard for this family, and {name} is missing out because of it.',
    ],
    ['The {carer} agrees to early help.', 'A family plan with one lead will do more than another visit from us.'],
  ],
  'contact-CIN_REFERRAL': [
    [
      'What {name} said, with what was known before, means that an assessment has to be thought about.',
      '{name} is likely to be harmed if nothing changes: it is the {ordinal} time in a year.',
      'There is an injury or a threat of one, and the {carer} could not say how {name} will be kept safe.',
    ],
    ['This is a referral.', 'It meets the threshold for a referral.'],
  ],
  'contact-OPEN_CASE': [
    [
      '{name} has an open case. This was passed to the worker {when}.',
      'It is new information for the worker of {name}, who was told by telephone.',
    ],
  ],
  'referral-NFA': [
    [
      'Since it came in, {name} has been seen by {school} and the {carer} has shown that things are in place.',
      'What was told about {name} turned out to be about another family at the same address.',
    ],
    ['No assessment is needed.', 'We close it here.'],
  ],
  'referral-ADVICE': [
    ['The {carer} of {name} wants help with {topic} and knows now where to find it.'],
    ['An assessment would not add anything.', 'Advice was given {when}.'],
  ],
  'referral-STEP_DOWN_EH': [
    ['What {name} needs is help at home with {topic}, and the {carer} wants it.'],
    ['Early help can do that with {school}.', 'There is no sign of harm.'],
  ],
  'referral-TRANSFER': [
    ['{name} has lived in another area {since}. The referral was passed to the council there, which accepted it.'],
  ],
  'referral-STRATEGY_S47': [
    [
      'There is reasonable cause to suspect that {name} has suffered significant harm: an injury seen {when} is not explained.',
      'What {name} said {when} about somebody in the home means that we must talk to police today.',
    ],
    ['A strategy discussion is to be held at once.'],
  ],
  'referral-OTHER': [['{name} is to be seen together with the assessment of an adult in the home, and a date is set.']],
  'referral-ASSESSMENT': [
    [
      '{name} may be a child in need: {topic} has been hard at home for months, and early help has not changed it.',
      'We do not know enough about how {name} lives, and what we know worries us.',
      '{School} and police say different things about {name}; only an assessment will show.',
    ],
    ['A social work assessment is to be started.', 'The {carer} has been told and agrees.'],
  ],
  'referral-CP_TRANSFER_IN': [
    [
      '{name} lives here now and is on a child protection plan of another council. A conference is to be held within fifteen working days.',
    ],
  ],
} as const satisfies Texts
