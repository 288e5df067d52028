import type { Texts } from './text.js'

/** What is asked and told before a decision, and after it. */
export const contactAccounts = {
  'consultation-question': [
    [
      'We are worried about {name} and not sure whether it is for social care.',
      'We have worked with the family of {name} for {number} months and things are not better.',
    ],
    [
      'Attendance is poor and the {carer} does not answer calls.',
      'The {carer} says that {name} will not sleep and that nobody helps.',
      '{name} has begun to come in hungry.',
    ],
    ['What would you advise, and should we refer?', 'What else could we do first?'],
  ],
  'consultation-AGENCY_CONTINUES': [
    [
      'What you do is right for {name} and has not yet had time to work. Go on, set a date to look at it again, and come back if {name} says anything that worries you.',
    ],
  ],
  'consultation-EARLY_HELP': [
    [
      'Ask the {carer} about early help and write down what {name} would like to change. A family plan with {school} is the next step; we do not see a need for an assessment now.',
    ],
  ],
  'consultation-WILL_REFER': [
    [
      'What was said about {name} {when} needs to come to us as a contact today. Tell the {carer} that you are getting in touch, unless that puts {name} at risk.',
    ],
  ],
  'consultation-NOTHING': [
    [
      'From what was said there is nothing that {name} needs from us or from early help. Keep a note of it, and of what {name} said {when}.',
    ],
  ],
  asked: [
    [
      'What do you know of {name} and of those in the home over the last twelve months?',
      'Please tell us of any contact with {name} or the {carer} {since}.',
      'Have you had any worry about the care of {name}, and has anything been done about it?',
    ],
    ['We need it by the end of the day.', 'Consent has been asked for.', 'Please say also what is going well.'],
  ],
  reply: [
    [
      '{Name} is known to us and was last seen {when}.',
      'We have {number} entries about the family in the last year.',
      'Nothing is known to us about {name} or the {carer} beyond routine contact.',
    ],
    [
      'Appointments are kept, mostly, and {name} is growing well.',
      'There was a worry in the spring about who collects {name}; it was looked into and ended there.',
      'The {carer} has been open with us about low mood and takes medication.',
      'Attendance is {percent} per cent. {Name} has one close friend.',
    ],
    ['We have nothing to add.', 'We would come to a meeting.', 'We will tell you if we hear more.'],
  ],
  told: [
    [
      'We told {person} what we decided about {name} and why.',
      'The outcome for {name} was explained, and what to do if things change.',
    ],
    [
      'They were content with it.',
      'They would have expected more, and were told how to challenge the decision.',
      'They will go on supporting the family.',
    ],
  ],
  'moved-in': [
    [
      'The council there tells us that {name} moved to {address} {when}. {Name} has been on a child protection plan there since last year; the last core group saw some progress and some worry about who visits the home.',
    ],
  ],
} as const satisfies Texts
