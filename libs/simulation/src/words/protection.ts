import type { Texts } from './text.js'

/** What is seen and agreed in enquiries and under plans. */
export const protectionAccounts = {
  shared: [
    [
      'Police told of {number} calls to the address {since}.',
      'Health said how the injury to {name} looked, and how old it is.',
      '{School} told what {name} said, word for word.',
    ],
    [
      'The {carer} has agreed to a medical.',
      'There is an older record about the other adult, from another area.',
      'Nothing was known of a former partner before now.',
    ],
  ],
  agreed: [
    [
      'We visit every four weeks and see {name} alone.',
      'The {carer} goes to {agency} about {topic}.',
      '{School} tell us the same day if {name} is not there.',
    ],
    [
      'The grandmother has {name} on Fridays.',
      'Review in six weeks; good enough means that {name} says so too.',
      'The {carer} keeps a diary of nights.',
    ],
  ],
  visit: [
    [
      '{Name} was at home with the {carer} and talked to me {where}.',
      'Seen {where} after school.',
      'I came unannounced. {Name} let me in and called the {carer}.',
    ],
    [
      'The home was tidy and there was a meal on.',
      'The bedroom is cold; the heater will be fixed by {day}.',
      '{They} is pleased about {thing} and showed me.',
      '{They} said the week was “all right”, and that nobody shouted.',
    ],
    ['The plan is being kept to.', 'Part of the plan has slipped: the {carer} missed {agency}.', 'Next visit agreed.'],
  ],
  'visit-not-seen': [
    [
      'Nobody opened. I left a note and rang the {carer}, who had forgotten.',
      '{Name} was at a friend’s. I spoke to the {carer} and will come again this week.',
      'The family was out; a neighbour said they had gone shopping.',
    ],
  ],
  handover: [
    [
      'Met {name} and the {carer} together with the worker before. The plan and what {name} likes were handed over.',
      'Handover by telephone and from the record. First visit to {name} planned for {day}.',
    ],
  ],
} as const satisfies Texts

/** Why something was decided in an enquiry or about a plan. */
export const protectionReasons = {
  'discussion-SECTION_47': [
    [
      'There is reasonable cause to suspect that {name} is suffering significant harm: the injury seen {when} and what {name} said about it.',
      'What police and health know of the home together means that {name} is likely to suffer significant harm.',
    ],
    ['We see {name} today, with police.', 'Social care goes alone, police stay in touch.'],
    ['{name} stays where {they} is tonight.', 'The {carer} can keep {them} safe until then.'],
  ],
  'discussion-ASSESSMENT': [
    ['What was shared about {name} does not amount to reasonable cause. The assessment goes on and looks at {topic}.'],
  ],
  'enquiry-conference': [
    [
      'The concern about {name} is substantiated, and {they} is at continuing risk: {topic} has not changed {since}.',
      '{Name} was hurt, and nobody in the home could say how it will not happen again.',
    ],
    ['A conference is needed.', 'An initial conference is called.'],
  ],
  'enquiry-ends': [
    [
      'What was feared for {name} was not found. The injury fits with the account given {when}.',
      'There was harm, but {name} is not at continuing risk: the other adult has left and the {carer} acted at once.',
    ],
    ['No conference; help goes on under the assessment.', 'We agreed this with police {when}.'],
  ],
  'conference-plan': [
    [
      'All who were there but one think that {name} is likely to suffer significant harm.',
      'The harm to {name} goes on and help so far has not been enough.',
    ],
    [
      'The plan is about {topic}, and about {name} being heard.',
      'What has to change was written in plain words with the {carer}.',
    ],
  ],
  'conference-none': [
    [
      'The {carer} has changed much {since}, and the conference does not think that {name} is likely to suffer significant harm.',
      'The worry about {name} is better met by a child in need plan, which the {carer} wants.',
    ],
  ],
  'review-continues': [
    [
      'Some of the plan for {name} is done; {topic} is not.',
      '{Name} says that it is better, and has said so before. We want to see it last.',
      'Visits were kept and {school} see a change. The {carer} is at the start of it.',
    ],
    ['The plan goes on.', 'It goes on, with a date for {agency}.'],
  ],
  'review-ends': [
    [
      'What the plan was for has changed, and has stayed so {since}.',
      '{name} is safe and says so. The {carer} no longer needs us for it.',
    ],
    ['The plan ends.', 'It ends by agreement of all.'],
  ],
  'plan-LOOKED_AFTER': [['{name} could not be kept safe at home and is looked after by the council now.']],
  'plan-MOVED': [
    ['{name} moved to another area {when}. The council there held its own conference and has taken over.'],
  ],
  'plan-ADULT': [['{name} turned 18. What is still needed is with adult services or by {their} own choice.']],
  'plan-DIED': [['{name} died. The plan ends; the review of the death is a matter of its own.']],
  'late-assessment': [
    [
      '{name} could not be seen for {number} weeks because the family was away.',
      'The worker of {name} left and the case was handed over late.',
      'What we waited for about {name} from police came {number} weeks after it was asked for.',
    ],
  ],
  'late-conference': [
    [
      'The conference about {name} was put off once because the {carer} could not come, and there was no room before {day}.',
      'Reports about {name} were late, and the chair asked for another date.',
    ],
  ],
} as const satisfies Texts
