import type { EventDefinition, EventOf } from '../event/event.js'
import type { Child } from './child.js'

/**
 * For every event of a folder, what is another of the child after it. An event without an entry does not compile.
 * Remembering never refuses and never fails: what names an item that is not there changes nothing.
 */
export type Evolves<D extends readonly EventDefinition[]> = {
  readonly [T in D[number]['type']]: (child: Child, event: EventOf<Extract<D[number], { type: T }>>) => Partial<Child>
}
