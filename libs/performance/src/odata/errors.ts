/** What a client asked that the feed cannot answer: 400 where it is mistaken, 404 where there is none, 501 where we do not. */
export class ODataError extends Error {
  constructor(
    readonly status: 400 | 404 | 501,
    message: string,
    /** The part of the request that is wrong: `$filter`. */
    readonly target?: string,
  ) {
    super(message)
    this.name = 'ODataError'
  }
}

const codes = { 400: 'BadRequest', 404: 'NotFound', 501: 'NotImplemented' } as const

/** The error as OData's JSON says it. */
export function errorBody({ status, message, target }: ODataError): string {
  return saidInOData(codes[status], message, target)
}

/** Anything that is wrong, as OData's JSON says it: a code for programs, a sentence for people, and where it is. */
export function saidInOData(code: string, message: string, target?: string): string {
  return JSON.stringify({ error: { code, message, ...(target ? { target } : {}) } })
}
