import type { TimescaleId } from '@front-door/policy'
import type { Act } from '../act/index.js'
import type { Child, Person, itemsOf } from '../child/index.js'
import type { ItemKind } from '../fields/index.js'
import type { Unless } from './unless.js'

export type StageOf<K extends ItemKind> = ReturnType<typeof itemsOf<K>>[number]['stage']

/** The stages of each kind of item. */
export type Stages = { readonly [K in ItemKind]?: readonly StageOf<K>[] }

/** One line of the flow: an act, and everything about when it may happen and what it moves. */
export interface Row<A extends Act = Act> {
  readonly act: A
  /** In which stage the child must be. Registered, and not merged into another record, unless told. */
  readonly child?: readonly Person['stage'][]
  /** The items it is about, and the stages from which it may happen. Not there: it is about the child. */
  readonly on?: Stages
  /** The stages it moves that item to; not there when it moves nothing. */
  readonly to?: Stages
  /** What it opens. */
  readonly opens?: Stages
  readonly stops?: readonly TimescaleId[]
  /** What a good record shows by then. Asked for, not required. */
  readonly asks?: readonly string[]
  readonly unless?: Unless
  /** What guidance says must not be held up: strategy discussions and section 47 enquiries. */
  readonly urgent?: true
  /** Once this holds it can still be done, but is not offered as a next step. */
  readonly done?: (child: Child, id: string) => boolean
  /** It can be done at any time, so it is not offered as a next step. */
  readonly always?: true
  /**
   * Anybody whose role may can do it about a restricted record too: what people tell of a child must find its way in,
   * where those named have left, somebody must be able to open the record again, and at night a child may be at risk.
   */
  readonly evenRestricted?: true
}

export const onceRegistered: readonly Person['stage'][] = ['unborn', 'living', 'died']

export function row<A extends Act>(act: A, rest: Omit<Row, 'act'> = {}): Row<A> {
  return { act, ...rest }
}

/** Whether the child is in a stage in which the act may happen. */
export function allowsChild(line: Row, child: Child): boolean {
  return (line.child ?? onceRegistered).includes(child.person.stage)
}
