/** Something that is wrong with a log, where it is, and what that means in a sentence. */
export interface Flaw {
  /** `damaged`: the store itself cannot be read. What comes after that was not looked at. */
  readonly what: 'changed' | 'missing' | 'no-stream' | 'unreadable' | 'out-of-order' | 'damaged'
  readonly says: string
  /** Not there where the store cannot tell whose event it was. */
  readonly stream?: string
  readonly version?: number
  readonly position?: number
  readonly id?: string
  readonly type?: string
}
