/** One thing that is wrong: where, by which rule, and what to do about it. */
export interface Wrong {
  readonly field?: string
  readonly rule: string
  readonly message: string
  readonly source?: string
  readonly child?: string
}

/** A problem as RFC 9457 tells it. */
export interface ProblemDetails {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly instance?: string
  readonly errors?: readonly Wrong[]
  readonly [more: string]: unknown
}

const kinds = {
  invalid: [400, 'What was sent cannot be read'],
  'not-signed-in': [401, 'Sign in first'],
  'purpose-needed': [403, 'Say what you open this record for'],
  'not-allowed': [403, 'Your role may not do this'],
  'not-found': [404, 'There is nothing here'],
  'method-not-allowed': [405, 'This cannot be done here'],
  stale: [412, 'The record has moved on since you looked at it'],
  'too-large': [413, 'What was sent is too large'],
  'not-json': [415, 'Send JSON'],
  refused: [422, 'This may not be recorded'],
  'key-reused': [422, 'The idempotency key was used before for something else'],
  erased: [410, 'The words of this record were erased'],
  failed: [500, 'Something went wrong'],
  unavailable: [503, 'Try again in a moment'],
} as const satisfies Record<string, readonly [number, string]>

export type ProblemKind = keyof typeof kinds

/** Something a request cannot have, said so that whoever asked knows what to do. */
export class Problem extends Error {
  readonly status: number
  readonly title: string

  constructor(
    readonly kind: ProblemKind,
    detail: string,
    readonly errors: readonly Wrong[] = [],
    readonly headers: Readonly<Record<string, string>> = {},
    readonly more: Readonly<Record<string, unknown>> = {},
  ) {
    super(detail)
    ;[this.status, this.title] = kinds[kind]
  }

  details(instance: string): ProblemDetails {
    const { kind, title, status, message: detail, errors, more } = this
    return {
      type: `/api/problems#${kind}`,
      title,
      status,
      detail,
      instance,
      ...(errors.length > 0 ? { errors } : {}),
      ...more,
    }
  }
}

/** One sentence for many: the first, and how many more there are. */
export function summed(errors: readonly Wrong[]): string {
  const [first, ...more] = errors
  return `${first?.message ?? 'Nothing is known about why.'}${more.length > 0 ? ` And ${more.length} more: see errors.` : ''}`
}
