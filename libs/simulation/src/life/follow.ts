import { earlyHelp } from '../calibration.js'
import type { Family, Life } from '../family/family.js'
import type { Next } from '../family/next.js'
import { openCase } from './case.js'
import { contact } from './contact.js'
import { correct } from './correction.js'
import { helpEarly, startEarlyHelp } from './early-help.js'
import { quiet } from './quiet.js'
import { referral } from './referral.js'
import { stepDown } from './step-down.js'

/** How the story goes on: the one place where the strands meet. */
export function lifeOf(family: Family, next: Next): Life {
  switch (next.to) {
    case 'contact':
      return contact(family, next.members, next.at)
    case 'referral':
      return referral(family, next)
    case 'case':
      return openCase(family, next)
    case 'step-down':
      return stepDown(family, next.members, next.at)
    case 'early-help':
      return next.from === 'contact'
        ? startEarlyHelp(family, next.members, next.at)
        : helpEarly(family, next.members, next.at, earlyHelp.stepsUpAgain)
    case 'quiet':
      return quiet(family, next)
    case 'correction':
      return correct(family, next.member, next.event)
  }
}
