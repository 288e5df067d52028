import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { type Desk, type Ways, openDesk } from './desk.js'
import { assessAndStepDown, closeContact, protect, readTrail, recordContact, screen } from './journey.js'

/** Three siblings, from one call of the police to three different ends, as people do it at the desk. */
export function journeys(how: string, ways: Ways): void {
  describe(`three siblings come to notice, and everything is done through the pages ${how}`, () => {
    let desk: Desk
    beforeAll(async () => {
      desk = await openDesk(ways)
    }, 60_000)
    afterAll(() => desk.close())
    afterEach(() => expect(desk.trouble).toEqual([]))

    const step = (name: string, does: (desk: Desk) => Promise<void>) => it(name, () => does(desk), 120_000)

    step('a contact from the police about all three is recorded once', recordContact)
    step('the first is screened with what a partner answered, consent and the child’s voice, and referred', screen)
    step('is assessed, authorised by somebody else than the author, and taken on by early help', assessAndStepDown)
    step('the second goes to a strategy discussion and a section 47 enquiry', protect)
    step('for the third nothing more is done', closeContact)
    step('the program is cut off and starts again: everybody is still signed in, and the trail tells it all', readTrail)
  })
}
