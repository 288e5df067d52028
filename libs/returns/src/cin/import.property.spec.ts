import { definitionOf, whyIllFitting } from '@front-door/case-flow'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { Imported, fileWith } from '../../testing/importing.js'
import { returns, returnsInOrder } from '../../testing/arbitrary.js'

const RUNS = { numRuns: 100 }
const SECONDS = 60_000

const blocksIn = (content: string, name: string) => content.split(`<${name}>`).length - 1

describe('whatever a return holds', () => {
  it(
    'is imported once, however often it is read and whatever was read in between',
    async () => {
      await fc.assert(
        fc.asyncProperty(returnsInOrder, fc.boolean(), async (contents, opensWords) => {
          const imported = new Imported(opensWords)
          const files = contents.map((content, at) => fileWith(content, `${at}.xml`))
          for (const file of files) await imported.add(file)
          for (const file of [...files, ...files.toReversed()]) expect((await imported.add(file)).events).toEqual([])
        }),
        RUNS,
      )
    },
    SECONDS,
  )

  it(
    'becomes events that fit their shapes, each with an id of its own, and a line for each child and episode',
    async () => {
      await fc.assert(
        fc.asyncProperty(returns, async (contents) => {
          const imported = new Imported()
          const ids = new Set<string>()
          for (const content of contents) {
            const file = fileWith(content, 'each.xml')
            const { events, lines } = await imported.add(file)
            expect((await imported.add(file)).events).toEqual([])
            for (const event of events) {
              expect([event.type, whyIllFitting(event)]).toEqual([event.type, undefined])
              for (const word of Object.keys(event.words))
                expect(definitionOf(event.type)?.fields[word]?.words).toBe(true)
              expect(ids.has(event.id)).toBe(false)
              ids.add(event.id)
            }
            const told = lines.filter(({ about }) => about === 'child' || about === 'episode')
            expect(told).toHaveLength(blocksIn(content, 'Child') + blocksIn(content, 'CINdetails'))
            expect(lines.reduce((sum, line) => sum + line.events, 0)).toBe(events.length)
          }
        }),
        RUNS,
      )
    },
    SECONDS,
  )

  it(
    'is remembered as far as it can be understood: no referral, item or closure is lost for its dates',
    async () => {
      await fc.assert(
        fc.asyncProperty(returns, async ([content = '']) => {
          const imported = new Imported()
          const { events } = await imported.add(fileWith(content, 'alone.xml'))
          const of = (type: string) => events.filter((event) => event.type === type)
          const states = [...imported.histories.values()].map(({ state }) => state)
          const referrals = states.flatMap((state) => state.referrals)
          const assessments = states.flatMap((state) => state.assessments)
          const section47s = states.flatMap((state) => state.section47s)
          const plans = states.flatMap((state) => state.protectionPlans)
          expect(referrals).toHaveLength(of('ReferralReceived').length)
          expect(referrals.filter(({ closureReason }) => closureReason)).toHaveLength(of('CaseClosed').length)
          expect(referrals.filter(({ closedAt }) => closedAt)).toHaveLength(
            of('CaseClosed').filter(({ data }) => !data['dateUnknown']).length,
          )
          expect(assessments.filter(({ authorisedAt }) => authorisedAt)).toHaveLength(of('AssessmentAuthorised').length)
          expect(assessments.flatMap(({ reviews }) => reviews)).toHaveLength(of('AssessmentReviewed').length)
          expect(section47s.filter(({ conferenceAt }) => conferenceAt)).toHaveLength(
            of('ConferenceHeld').filter(({ data }) => data['kind'] === 'INITIAL').length,
          )
          expect(plans).toHaveLength(of('ProtectionPlanStarted').length)
          expect(plans.flatMap(({ reviews }) => reviews)).toHaveLength(of('ProtectionPlanReviewed').length)
        }),
        RUNS,
      )
    },
    SECONDS,
  )
})
