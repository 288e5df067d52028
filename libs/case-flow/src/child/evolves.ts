import type { EventDefinition, EventOf } from '../event/event.js'
import type { Child } from './child.js'

/**
 * For every event of a folder, what it changes of the child, and to what. An event without an entry does not compile.
 * Remembering never refuses and never fails: what names an item that is not there changes nothing.
 */
export type Evolves<D extends readonly EventDefinition[]> = {
  readonly [T in D[number]['type']]: (child: Child, event: EventOf<Extract<D[number], { type: T }>>) => Partial<Child>
}
