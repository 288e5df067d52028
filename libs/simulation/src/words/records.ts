import type { Texts } from './text.js'

/** Why a manager takes a view, or a record is put right. */
export const recordReasons = {
  oversight: [
    [
      'I have read the record of {name} and talked to the worker {when}.',
      'Looked at with the worker {when}.',
      'I have seen what {name} said and what partners told.',
    ],
    [
      'The history is taken into account and the view of {name} is clear.',
      'I want {name} to be seen before {day}, and the father to be asked.',
      'What is missing is what {name} thinks of it.',
      'The threshold is met, and the next step is the right one.',
    ],
    ['I agree with the way forward.', 'To be looked at again in supervision.', 'Agreed, with the date that was set.'],
  ],
  correction: [
    [
      'It was entered wrongly: the note of {day} says otherwise.',
      'Seen when the record of {name} was read again. What is there now is what was meant.',
      'The wrong line was picked from the list; {person} told me.',
    ],
  ],
  withdrawal: [['This was entered twice.', 'Entered twice by mistake {when}; the other entry stands.']],
  'correct-reason': [
    [
      'As first written it left out what {name} said: {they} does not feel safe on Fridays. The decision stays the same.',
      'The name of another child was in it. It should read: {name} is seen by {school} each day, and that is why.',
    ],
  ],
  'details-learned': [
    ['Told by the {carer} {when}.', 'From {school}, and checked with the {carer}.', 'From the health record.'],
  ],
  'moved-house': [['The family moved {when}.', 'New tenancy, told by the {carer}.']],
  merged: [
    ['Same date of birth and address as {name}; the {carer} confirmed it {when}. The officer had the name by ear.'],
  ],
} as const satisfies Texts
