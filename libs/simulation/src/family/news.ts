import type { InputOfAct } from '@front-door/case-flow'
import type { Group } from '../calibration.js'

type Contact = InputOfAct<'receive-contact'>

/** What comes to the front door: from whom, what for, and how urgent it will turn out to be. */
export interface News extends Pick<Contact, 'source' | 'agency' | 'domesticAbuse' | 'outOfHours' | 'need' | 'method'> {
  readonly at: number
  readonly group: Group
  readonly priority: 'RED' | 'AMBER' | 'GREEN'
}
