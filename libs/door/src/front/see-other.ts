/** Thrown where a form has been taken: the browser goes on to another page, so that going back posts nothing twice. */
export class SeeOther extends Error {
  constructor(readonly url: string) {
    super(`See ${url}.`)
  }
}
