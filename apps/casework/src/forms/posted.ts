import type { Entries } from '@front-door/pages'

/** What a form of ours posts besides the answers. */
export interface Posted {
  readonly form?: string
  /** The version of the record that whoever decides has seen. */
  readonly seen?: number
  /** `record` on the page that is read before recording, `change` to go back from it. */
  readonly step?: string
  /** Other children for whom the same is recorded. */
  readonly alsoFor: readonly string[]
  /** The answers as they were typed. */
  readonly typed: Entries
}

export function postedIn(body: unknown): Posted {
  const { _form, _csrf, seen, step, ...typed } = { ...(body as Entries | undefined) }
  const version = typeof seen === 'string' && /^\d{1,9}$/.test(seen) ? Number(seen) : undefined
  return {
    ...(typeof _form === 'string' ? { form: _form } : {}),
    ...(version === undefined ? {} : { seen: version }),
    ...(typeof step === 'string' ? { step } : {}),
    alsoFor: [typed['alsoFor']].flat().filter((one): one is string => typeof one === 'string'),
    typed,
  }
}
