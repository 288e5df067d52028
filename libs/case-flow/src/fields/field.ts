import type { Day, Moment } from '@front-door/calendar'
import type { CodeList, CodeOf } from '../codes/index.js'

/**
 * One thing that is written down, described once. The API's check, its OpenAPI schema, the form, the sentence of an
 * error, the shape of the event and its JSON Schema are all read from this description.
 */
export interface Field<V = unknown> {
  readonly kind: Kind
  readonly label: string
  readonly hint?: string
  readonly required: boolean
  /** It may be left out, but not always: the hint says when it is needed. */
  readonly sometimes?: true
  /** Words about a child: sealed under the child's key, never read by a rule or a figure. */
  readonly words: boolean
  readonly codes?: CodeList
  readonly many?: boolean
  readonly fields?: Fields
  /** For a reference: the kinds of item it may name. */
  readonly of?: readonly ItemKind[]
  readonly max?: number
  readonly pattern?: RegExp
  readonly remedy?: string
  /** For a day: how it may stand to today. */
  readonly when?: 'past' | 'any'
  readonly value?: V
}

export type Kind =
  'text' | 'code' | 'day' | 'moment' | 'yesNo' | 'count' | 'reference' | 'child' | 'worker' | 'group' | 'changes'

/** What an act may be about. Each is opened by one event and named by its id from then on. */
export type ItemKind =
  | 'contact'
  | 'consultation'
  | 'request'
  | 'referral'
  | 'assessment'
  | 'discussion'
  | 'section47'
  | 'conference'
  | 'protectionPlan'
  | 'cinPlan'
  | 'stepDown'
  | 'earlyHelp'

export type Fields = Readonly<Record<string, Field>>
export type Optional<F extends Field> = Omit<F, 'required'> & { readonly required: false }
type Required<F extends Field> = Omit<F, 'required'> & { readonly required: true }
type Open<V> = Required<Field<V>> & { readonly words: false }
type Sealed<V> = Required<Field<V>> & { readonly words: true }

export type ValueOf<F> = F extends { readonly value?: infer V } ? NonNullable<V> : never
type Needed<F extends Fields> = { [K in keyof F]: F[K]['required'] extends true ? K : never }[keyof F]
type ShapeOf<F extends Fields> = { readonly [K in Needed<F>]: ValueOf<F[K]> } & {
  readonly [K in Exclude<keyof F, Needed<F>>]?: ValueOf<F[K]> | undefined
}

/** Everything a person enters. */
export type InputOf<F extends Fields> = ShapeOf<F>
/** The part that stays open in an event. */
export type DataOf<F extends Fields> = ShapeOf<{ [K in keyof F as F[K]['words'] extends true ? never : K]: F[K] }>
/** The part that is sealed in an event. */
export type WordsOf<F extends Fields> = ShapeOf<{ [K in keyof F as F[K]['words'] extends true ? K : never]: F[K] }>

type Extra = Pick<Field, 'hint' | 'max' | 'pattern' | 'remedy' | 'when'>

const open = <V>(kind: Kind, label: string, extra: Partial<Field> = {}) =>
  ({ kind, label, required: true, words: false, ...extra }) as Open<V>

/** Words about a child: a name, an address, a story. 20,000 characters unless told. */
export const words = (label: string, extra: Extra = {}) =>
  ({ kind: 'text', label, required: true, words: true, max: 20_000, ...extra }) as Sealed<string>

/** A short text that identifies nobody: a school, a team, a locality. */
export const text = (label: string, extra: Extra = {}) => open<string>('text', label, { max: 100, ...extra })
export const code = <L extends CodeList>(codes: L, label: string = codes.label, extra: Extra = {}) =>
  open<CodeOf<L>>('code', label, { codes, ...extra })
export const codes = <L extends CodeList>(codes: L, label: string = codes.label, extra: Extra = {}) =>
  open<readonly CodeOf<L>[]>('code', label, { codes, many: true, ...extra })
export const day = (label: string, extra: Extra = {}) => open<Day>('day', label, { when: 'past', ...extra })
export const moment = (label: string, extra: Extra = {}) => open<Moment>('moment', label, extra)
export const yesNo = (label: string, extra: Extra = {}) => open<boolean>('yesNo', label, extra)
export const count = (label: string, extra: Extra = {}) => open<number>('count', label, extra)
export const child = (label: string, extra: Extra = {}) => open<string>('child', label, extra)
export const children = (label: string, extra: Extra = {}) =>
  open<readonly string[]>('child', label, { many: true, ...extra })
export const worker = (label: string, extra: Extra = {}) => open<string>('worker', label, extra)
export const workers = (label: string, extra: Extra = {}) =>
  open<readonly string[]>('worker', label, { many: true, ...extra })
export const reference = (of: ItemKind | readonly ItemKind[], label: string, extra: Extra = {}) =>
  open<string>('reference', label, { of: typeof of === 'string' ? [of] : of, ...extra })
export const group = <F extends Fields>(fields: F, label: string, extra: Extra = {}) =>
  open<InputOf<F>>('group', label, { fields, ...extra })
/** New values for fields of an earlier event; which ones depends on that event. */
export const changes = (label: string, extra: Extra = {}) =>
  open<Readonly<Record<string, unknown>>>('changes', label, extra)

/** The same field, which may be left out. */
export const optional = <F extends Field>(field: F) => ({ ...field, required: false }) as Optional<F>

/** The same field, which is needed in some cases and left out in others; the hint says in which. */
export const sometimes = <F extends Field>(field: F, hint: string) =>
  ({ ...field, required: false, sometimes: true, hint }) as Optional<F>

/** The same field, which must be given: an act may need what imported history may lack. */
export const needed = <F extends Field>(field: F) =>
  ({ ...field, required: true }) as Omit<F, 'required'> & { readonly required: true }

/** These fields, without some of them. */
export function without<F extends Fields, K extends keyof F & string>(fields: F, ...names: K[]): Omit<F, K> {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name as K))) as Omit<F, K>
}
