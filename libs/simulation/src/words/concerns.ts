import type { Texts } from './text.js'

/** What people tell the front door, by who tells it. */
export const concerns = {
  'concern-police': [
    [
      'Officers attended {address} {when} after a call from a neighbour.',
      'Officers came across {name} near {place} {when}, far from home and with nobody who was sober.',
      'Police were called to {place} {when} because of an argument between adults in front of {name}.',
    ],
    [
      'The home was cold and there was little food; {name} was awake and did not speak to officers.',
      '{name} said nothing was wrong, and looked to the {carer} before answering.',
      'The {carer} had been drinking and could not say who was looking after {name}.',
    ],
    [
      'No offence was recorded. A child notification was made.',
      'The officer asks that the family be offered help.',
      'This is the {ordinal} notification this year.',
    ],
  ],
  'concern-domestic-abuse': [
    [
      'A call was made from {address} {when}: an adult was heard shouting and something was broken.',
      'The {carer} told staff at {place} {when} of threats by a former partner.',
      'A neighbour reported shouting and banging {when}, the {ordinal} time in a month.',
    ],
    [
      '{name} was upstairs and heard it. The {carer} had a mark on the arm and did not want to make a statement.',
      '{name} was in the room and tried to stop it.',
      '{name} was asleep, we were told; the bedroom door had been forced before.',
    ],
    [
      'A risk assessment was completed as {risk} risk.',
      'The other adult left before officers came. A safety plan was talked about, not written.',
      'Support was offered and declined.',
    ],
  ],
  'concern-schools': [
    [
      '{name} came to school {when} without a coat and said there had been no tea the night before.',
      '{name} told a teaching assistant {when} that home is loud and that sleeping is hard.',
      'Attendance has fallen to {percent} per cent, and {name} is often late.',
    ],
    [
      '{Name} is tired and tearful, and has stopped playing with others.',
      'The {carer} has not come to three meetings.',
      'A mark was seen on the back of a hand; {name} gave two different accounts of it.',
    ],
    [
      'The school has an early help plan and it is not working.',
      'We have told the {carer} that we are making contact.',
      'We have not told the {carer}, because we think that may make it worse.',
    ],
  ],
  'concern-health': [
    [
      '{name} was brought to us {when} with an injury that the account given does not explain well.',
      '{Name} was not brought to the last {number} appointments.',
      'At a home visit {when} the {carer} was low and said that every day is hard.',
    ],
    [
      'Weight has dropped two centiles and the plan for feeding is not followed.',
      'The {carer} misses medication and has no family nearby.',
      '{name} was quiet and watchful throughout, and held on to the {carer}.',
    ],
    [
      'We have seen the family for {number} months.',
      'The health visitor will visit weekly until this is decided.',
      'The {carer} agreed to this contact.',
    ],
  ],
  'concern-council': [
    [
      'A colleague visited {address} {when} about something else and was worried by what was seen.',
      'In work with the {carer} it came out {when} that {name} cares for the younger children most days.',
      'The family may lose the tenancy at the end of the month.',
    ],
    [
      'There were no beds made up and the kitchen could not be used.',
      '{name} opened the door and was alone in the house.',
      'The {carer} spoke over {name} and would not let us talk alone.',
    ],
    [
      'We ask that this be looked at together with what is known.',
      'We will go on with our own work meanwhile.',
      'The {carer} knows that we are getting in touch.',
    ],
  ],
  'concern-people': [
    [
      'The caller lives near the family and hears {name} crying most evenings.',
      'The caller is a relative and has not been allowed to see {name} {since}.',
      'The caller says that {name} is left alone after school.',
    ],
    [
      'There are many visitors late at night and the {carer} is often out.',
      '{Name} was seen asking neighbours for food.',
      'The {carer} has said that it is all too much.',
    ],
    [
      'The caller does not want to be named to the family.',
      'The caller has told the {carer} of the worry.',
      'Nothing like it has been reported before, the caller thinks.',
    ],
  ],
  'concern-housing': [
    [
      'At an inspection of {address} {when} officers found damp in every room and no heating.',
      'Rent has not been paid for {number} months and an eviction is planned.',
    ],
    [
      '{name} sleeps in the living room.',
      'Neighbours have complained of noise and of people coming and going at night.',
    ],
    [
      'The tenant was told that we would make contact.',
      'Repairs are booked; the family may need somewhere else to stay meanwhile.',
    ],
  ],
  'concern-law': [
    [
      'An adult in the home of {name} is subject to an order and moved back {when}.',
      'The court asked for checks before a hearing about where {name} is to live.',
    ],
    [
      'The conditions do not allow contact with children unless somebody else is present.',
      'Each parent says that {name} is not safe with the other.',
    ],
    ['We need to know what is known before {day}.', 'A home visit is planned jointly.'],
  ],
  'concern-others': [
    [
      '{name} comes to our group each week and has become withdrawn {since}.',
      'The {carer} told a volunteer at {place} {when} that there is no money for food.',
    ],
    [
      '{Name} said that a {sibling} hits at night and that nobody comes.',
      'The {carer} has debts and has begun to drink.',
      'The family has moved {number} times in two years.',
    ],
    ['We have offered what we have and it is not enough.', 'The {carer} agreed that we get in touch.'],
  ],
  referrer: [['{person}']],
} as const satisfies Texts
