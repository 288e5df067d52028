import type { Texts } from './text.js'

/** What the child says, or might say. */
export const voices = {
  'voice-unborn': [
    [
      'I will need a warm place and somebody who wakes when I cry.',
      'I will need my {carer} to be well, and people who help when it is hard.',
    ],
    ['I do not know yet that people are worried.', 'I would like them to be ready for me before I come.'],
  ],
  'voice-baby': [
    [
      '{Name} settles when the {carer} holds and talks to {them}.',
      '{Name} was watchful and did not cry when put down.',
      '{Name} reached for the {carer} and smiled at strangers without looking back.',
    ],
    [
      'If {name} could talk: I like it when it is quiet.',
      'If {name} could talk: sometimes nobody comes.',
      'If {name} could talk: pick me up a bit sooner.',
    ],
  ],
  'voice-small': [
    [
      '{Name} drew the house with everybody in it but {carer}.',
      '{Name} said that “{sibling} is my best friend” and that the dark is scary.',
      '{Name} played with the doctor’s set and made the doll better again and again.',
    ],
    [
      '{They} said “no shouting” when asked what would be good.',
      '{They} would like a bed with a blue cover.',
      '{They} did not want to go home first, and then did.',
    ],
  ],
  'voice-child': [
    [
      '{Name} said that it is all right at home when it is not the weekend.',
      '{Name} said “I don’t like it when they argue, I take {sibling} upstairs”.',
      '{Name} talked about football for a long time, and then about being hungry.',
    ],
    [
      '{They} would like somebody to talk to {carer}, and not to be told off for it.',
      '{They} wants to stay at {school}.',
      'What {they} wants most is that nobody moves away.',
    ],
  ],
  'voice-teenager': [
    [
      '{Name} did not want to talk at first and said “what is the point, you all ask the same”.',
      '{Name} said that the {carer} means well and is never there.',
      '{Name} feels watched, and safer at a friend’s home.',
    ],
    [
      '{They} wants to be told first what is written.',
      '{They} asked for help with sleeping, and with college.',
      '{They} does not want a meeting at {school}.',
    ],
  ],
} as const satisfies Texts
