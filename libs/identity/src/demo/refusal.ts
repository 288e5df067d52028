/** The demo issuer cannot start; the sentence says what to change. */
export class CannotStartIssuer extends Error {
  constructor(sentence: string, cause?: unknown) {
    super(`The demo sign-in service cannot start. ${sentence}`, { cause })
    this.name = 'CannotStartIssuer'
  }
}

/** A token was asked for somebody who is not among the demo staff. */
export class NotOnTheStaff extends Error {
  constructor(id: string, known: readonly string[]) {
    super(`There is nobody called ${id} among the demo staff. There are ${known.join(', ')}.`)
    this.name = 'NotOnTheStaff'
  }
}
