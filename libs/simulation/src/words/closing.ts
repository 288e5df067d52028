import type { Texts } from './text.js'

/** What early help does, and what is handed on to it. */
export const closingAccounts = {
  actions: [
    [
      '1. {carerAs} goes to the group about {topic}.',
      '1. A worker comes on {day}s for {number} weeks.',
      '1. {School} gives {name} a place at breakfast club.',
    ],
    [
      '2. {Name} keeps one person at school to talk to.',
      '2. {Agency} help with money and forms.',
      '2. The grandmother has {name} one night a week.',
    ],
    ['3. The plan is looked at after six weeks.', '3. If {name} is hurt or not at school, we hear the same day.'],
  ],
  accepted: [['We know the family and will see {name} this week.', 'Accepted. The lead will come to the last visit.']],
  'early-help-plan': [
    [
      '{name} gets to school on time: breakfast club and a text in the morning.',
      'Nights are calmer: the {carer} and {name} agree on bedtime.',
    ],
    ['The {carer} has somebody to talk to about {topic}.', 'Money: {agency} help with debts and forms.'],
    ['We meet every four weeks at {school}.', '{Name} says from one to ten how it is going.'],
  ],
  'step-up': [
    [
      '{Name} told us {when} what happens at home on Fridays, and it is more than early help can hold.',
      'In {number} weeks nothing has changed for {name}, and now there is an injury.',
    ],
    ['The {carer} has stopped letting us in.', 'The {carer} agrees that it has to go further.'],
  ],
  'carried-forward': [
    [
      'We saw {name} {number} times. What worked: mornings at {school}, the {carer} coming to the group. What did not: evenings.',
      'The plan of {day} is attached in full: three of five actions done. {Name} trusts the lead, who will come along to the first visit.',
    ],
  ],
} as const satisfies Texts

/** Why help ends, or goes on elsewhere. */
export const closingReasons = {
  'step-down': [
    [
      '{name} no longer needs a social worker; the family needs somebody nearby for {topic}.',
      'What was agreed has held for {number} weeks, and the {carer} wants to keep it going with help.',
    ],
    ['Early help can do that.', '{School} is ready to be part of it.'],
  ],
  declined: [
    [
      'The {carer} of {name} told us {when} that they do not want early help.',
      'There is more about {name} here than we can hold: please look again at {topic}.',
    ],
  ],
  'outcomes-met': [
    [
      'What {name} and the {carer} wanted has come about: {topic} is no longer a daily matter.',
      '{Name} says eight out of ten. The family knows where to find us.',
    ],
  ],
  'early-help-ends': [
    [
      'The {carer} stopped coming {when}, and did not answer {number} calls. {School} keep an eye on {name}.',
      'The family of {name} has moved on with other help.',
    ],
  ],
  'closing-close': [
    [
      '{name} is safe and well, and nobody who knows {them} has a worry {since}.',
      'The work with {name} is done, and the {carer} knows who to call.',
      'We end here with {name}: {topic} is much better, and help is there if it comes back.',
    ],
    ['The family agrees that we close.', 'Partners were told.', 'A closing letter was written to {name}.'],
  ],
  'closing-care': [['{name} has a permanent home by order of the court {since}. The case at the front door closes.']],
  'closing-moved': [['{name} lives in another area now and the council there has taken over.']],
  'closing-adult': [['{name} is 18. What is left was handed on, or ended with {their} agreement.']],
  'closing-died': [['{name} died. Everything that has to follow is in hand elsewhere, and the case is closed.']],
} as const satisfies Texts
