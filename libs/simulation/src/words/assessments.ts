import type { Texts } from './text.js'

/** What an assessment is made of. */
export const assessmentAccounts = {
  seen: [
    [
      '{Name} was seen at {place} {when}.',
      '{Name} was seen at home and showed me the bedroom.',
      '{Name} was at {school} and came out of a lesson to see me.',
    ],
    [
      '{They} was dressed for the weather and had eaten.',
      '{They} was quiet, and talked more when we drew together.',
      'We talked about friends, about {sibling} and about what happens when people are cross.',
    ],
    [
      'There were no marks.',
      'A bruise on the shin was explained by a fall and fits with that.',
      '{They} asked when I would come again.',
    ],
  ],
  history: [
    [
      'The family has been known {since}: {number} contacts, mostly about {topic}.',
      'There is little history. What there is says that help was accepted and then ended early.',
    ],
    [
      'Each time it got better for some months. That matters now because {name} has learned not to count on it.',
      'The {carer} grew up in care and said what that means for trusting people like us.',
    ],
  ],
  partnerInformation: [
    [
      '{School} describe {name} as bright and often tired; attendance is {percent} per cent.',
      'Police have been to the home {number} times in two years.',
      'The health visitor sees warmth, and a {carer} who is worn out.',
    ],
    [
      'Health have no worry about growth.',
      'All agree that weekends are hardest.',
      'They do not agree about how serious it is, and that was talked through.',
    ],
  ],
  risk: [
    [
      'The risk is that {topic} goes on and that {name} carries it alone.',
      'If the other adult comes back {name} may be hurt, as happened {when}.',
      'Neglect here is not one event: it is many small things over {number} months.',
    ],
    [
      'It is lower when the grandmother is there.',
      'It is likely unless something changes before winter.',
      'What would change our mind: a missed visit, a new injury, {name} not at {school}.',
    ],
  ],
  strengths: [
    [
      '{name} and {sibling} look after each other and laugh together.',
      'The {carer} asked for help before anybody said so.',
      'There is family nearby who come when they are called.',
    ],
    ['{School} is a safe place.', 'The home is warm and there is food.', 'Appointments have been kept {since}.'],
  ],
  equalities: [
    [
      'No issues identified.',
      'None.',
      'Not applicable.',
      'The family speaks another language at home; an interpreter was there, and {name} was not asked to translate. Faith matters to them and decides who they turn to first.',
      '{Name} is the only child in the class who looks like {name} does, and said so. That is part of why school is hard.',
      'The {carer} has a learning disability: letters were read aloud, and the plan has pictures.',
    ],
  ],
  familyEngagement: [
    [
      'The {carer} took part in every visit and read the draft.',
      'The {carer} was angry at first and let us in the {ordinal} time.',
      'The father was asked for his view by telephone, and gave it.',
    ],
    [
      'They do not agree with what we say about {topic}.',
      'They wrote part of the plan.',
      'They would have liked it to be quicker.',
    ],
  ],
  'review-ON_TRACK': [
    [
      '{Name} has been seen and partners have answered. It will be finished in time.',
      'What is left is to see {name} once more and talk to the father. On track.',
    ],
  ],
  'review-MORE_TIME': [
    [
      'The {carer} of {name} was away for two weeks and police have not answered. It will take longer; we agreed until when.',
    ],
  ],
  'review-FINISH': [['Everything that is needed about {name} is there. To be written up by {day}.']],
  authorised: [
    [
      'A clear picture of {name}, and I agree.',
      'I agree. The plan says who does what for {name} by when.',
      'Good on what {name} said. Say more about the father next time.',
    ],
  ],
  'safety-plan': [
    [
      'Until {day}: {name} stays with the grandmother, and the {carer} comes to see {them} there.',
      'The other adult does not come to {address}. If that happens the {carer} takes the children next door and calls 999.',
      '{Name} has a phone number to ring and a neighbour to go to at any time.',
    ],
    ['The {carer} read it, has a copy and agreed to it.', 'It is on the fridge, and {school} has a copy.'],
  ],
} as const satisfies Texts

/** Why an assessment came to what it did. */
export const assessmentReasons = {
  'assessment-ends': [
    [
      'Taken together {name} is looked after well enough by people who see what {they} needs.',
      'The worry that brought {name} to us was real on the day and has not come back {since}.',
    ],
    ['The {carer} has made changes by {themselves} and knows who to call.', '{School} see a child who is settled.'],
    ['No further action is needed from us.', 'We do not think that {name} is a child in need, and end here.'],
  ],
  'assessment-early-help': [
    [
      '{name} is not at risk of harm, but {topic} makes daily life hard.',
      'Much has changed for {name} {since}, and it will last only with help nearby.',
    ],
    ['The {carer} would like one person to work with.', '{School} can lead a family plan.'],
    ['Early help is the right place, and the {carer} agrees.'],
  ],
  'assessment-services': [
    [
      '{name} is a child in need: without help {they} will not do well, because of {topic}.',
      'Over {number} months care of {name} has gone up and down with how well the {carer} is.',
      '{Name} has been harmed by what {they} has seen, and shows it at {school}.',
    ],
    [
      'What helps is somebody who comes every week and stays.',
      'The {carer} can do it, with help, and not alone.',
      'The strengths are real, and they are not yet enough.',
    ],
    ['A plan is needed, and is written with the family.', 'Services under section 17, with a review after six weeks.'],
  ],
  returned: [
    [
      'Before I can authorise it: say what {name} thinks of this, and what the history means.',
      'The risk is listed and not weighed. What would have to happen for {name} to be harmed, and how likely is that?',
      'The father of {name} is missing. Please speak to him before {day}.',
    ],
  ],
} as const satisfies Texts
