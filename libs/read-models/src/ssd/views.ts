import { frontViews } from './front.js'
import { needViews } from './need.js'
import { peopleViews } from './people.js'
import { protectionViews } from './protection.js'
import type { View } from './view.js'
import { workerViews } from './workers.js'

/** The tables of the Standard Safeguarding Dataset that our rows can fill. */
export const ssdViews: readonly View[] = [
  ...peopleViews,
  ...frontViews,
  ...needViews,
  ...protectionViews,
  ...workerViews,
]
