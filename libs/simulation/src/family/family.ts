import type { Command } from '@front-door/case-flow'
import type { Chance, Some } from '../chance/chance.js'
import type { Council, Locality } from '../council/council.js'
import type { WorkingTime } from '../time/working-time.js'
import type { Member } from './member.js'
import type { Next } from './next.js'

export interface Home {
  readonly locality: Locality
  readonly familyName: string
  readonly address: string
  readonly postcode: string
}

/** An invented family, and all that its story is told with. */
export interface Family {
  readonly members: Some<Member>
  readonly home: Home
  readonly chance: Chance
  readonly council: Council
  readonly hours: WorkingTime
  /** When the family comes to notice. */
  readonly noticed: number
  /** The time by its clock: nothing is recorded earlier any more. */
  now: number
  /** Reasons that were written before, from which some are copied. */
  readonly written: string[]
  /** A second record of the same child, made by mistake. */
  doubleOf(member: Member): Member
  /** Tells something else at the same time. */
  also(life: Life): void
  /** Goes on with what follows. */
  follow(next: Next): void
}

/** What is asked of the recorder, but for its id and the time it is recorded. */
export type Asked = Omit<Command, 'id' | 'now'> & {
  /** Somebody tries what they may not: it has to be refused. */
  readonly provoked?: boolean
}

/** The next step of a life: wait until a time by the family's clock, or do something. */
export type Step = { readonly until: number } | { readonly asks: Asked }

/** A strand of a family's story, told step by step. What was recorded shows in the histories of the members. */
export type Life<T = void> = Generator<Step, T, void>
