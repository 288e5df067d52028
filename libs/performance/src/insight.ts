import type { Figures } from './figures.js'
import type { Feed } from './odata/feed.js'
import type { Signals } from './signals/signals.js'

/** All that is read from rows, wherever they are: in this process, or in a thread of its own. */
export interface Insight extends Figures, Signals, Feed {}
