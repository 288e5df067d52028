import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { askAsKnown, breakDown, openCases, pickDays, readKeyFacts, rehearse, takeFiles } from './analysis.js'
import { type Desk, type Ways, openDesk } from './desk.js'

/** A performance analyst and one figure of an invented council, from the key facts to a child's trail. */
export function analyses(how: string, ways: Ways): void {
  describe(`a performance analyst reads a figure ${how}`, () => {
    let desk: Desk
    beforeAll(async () => {
      desk = await openDesk({ ...ways, simulated: true })
    }, 120_000)
    afterAll(() => desk.close())
    afterEach(() => expect(desk.trouble.splice(0)).toEqual([]))

    const step = (name: string, does: (desk: Desk) => Promise<void>) => it(name, () => does(desk), 120_000)

    step('from the key facts, of the year that is over', readKeyFacts)
    step('breaks it down by team, and the teams add up', breakDown)
    step('opens what it is made of, goes on to one child’s trail, and comes back', openCases)
    step('asks what was known of it half way through the year', askAsKnown)
    step('tries another limit and another calendar, which is labelled as a rehearsal', rehearse)
    step('enters days of their own, and picks a period again', pickDays)
    step('takes it away as CSV and for Excel', takeFiles)
  })
}
