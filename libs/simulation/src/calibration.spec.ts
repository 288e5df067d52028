import { addDays, addMonths } from '@front-door/calendar'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { countedFrom, headlines } from '../testing/figures.js'
import { type Invented, UNTIL, emptyRecord } from '../testing/invented.js'

type Figures = ReturnType<typeof headlines>

/**
 * What each should be, and how far off it may be with so few children: brothers and sisters go together, so a share of
 * some hundreds of referrals is that of fewer families. England is the year to 31 March 2025.
 */
const published: readonly (readonly [says: string, figure: keyof Figures, should: number, within: number])[] = [
  ['referrals are 519 per 10,000 children (England)', 'referralsPer10000', 519, 80],
  ['the police make 28 % of referrals (England)', 'police', 28.3, 6],
  ['schools make 21 % of referrals (England)', 'schools', 20.6, 6],
  ['health makes 15 % of referrals (England)', 'health', 15.2, 5],
  ['19 % are re-referrals within 12 months (17.2 in table B, England 22.6)', 'reReferrals', 19.5, 4.5],
  ['6.5 % of referrals end with nothing further (England)', 'referralsNfa', 6.5, 3],
  ['86 % of assessments are done within 45 working days (England)', 'assessmentsIn45', 85.7, 5],
  ['35 % of assessments are done within 20 working days (England in table B)', 'assessmentsIn20', 35.2, 6],
  ['30 % of assessments end with nothing further (33.8 in table B, England 27.8)', 'assessmentsNfa', 30.5, 6],
  ['section 47 enquiries are 36 to 100 referrals (England)', 'enquiriesToReferrals', 36.4, 7],
  ['conferences are 31 to 40 to 100 enquiries (England)', 'conferencesToEnquiries', 36, 12],
  ['81 % of conferences are held within 15 working days (England)', 'conferencesIn15', 81.4, 12],
  ['86 % of conferences agree a plan (England)', 'conferencesToPlan', 85.8, 12],
  ['90 to 100 % of plan reviews are on time (England, table B)', 'reviewsOnTime', 96, 4],
  ['93 to 99 % of plan visits are on time (table B)', 'visitsOnTime', 94.5, 4],
]

/** Not published for England: as councils tell of it. */
const local: typeof published = [
  ['about 30 % of contacts become referrals', 'contactsToReferral', 30, 5],
  ['about 25 % of contacts end with no further action', 'contactsNfa', 24, 6],
  ['about 15 % of contacts go to early help', 'contactsEarlyHelp', 15, 5],
  ['90 % of contacts are decided within a working day', 'contactsDecidedIn1', 90, 4],
  ['90 % of referrals are decided within a working day', 'referralsDecidedIn1', 90, 5],
  ['domestic abuse is a quarter of contacts', 'domesticAbuse', 25, 4],
  ['one contact in ten comes out of hours', 'outOfHours', 10, 2.5],
  ['about 20 % of contacts are about a child whose case is open', 'contactsOpenCase', 20, 8],
  ['about a tenth of step-downs are declined', 'stepDownsDeclined', 10, 8],
]

describe('The last two years of an invented council of 1,500 children', () => {
  let record: Invented
  let figures: Figures

  beforeAll(async () => {
    record = emptyRecord()
    const { population } = await record.simulate({ children: 1500, years: 3, seed: 1 })
    figures = headlines(countedFrom(await record.histories(), addDays(addMonths(UNTIL, -24), 1), UNTIL), 2 * population)
  }, 120_000)
  afterAll(() => record.close())

  it.each([...published, ...local])('%s', (_, figure, should, within) => {
    expect(figures[figure]).toBeGreaterThanOrEqual(should - within)
    expect(figures[figure]).toBeLessThanOrEqual(should + within)
  })

  it('some plans are not the first', () => {
    expect(figures.repeatPlans).toBeGreaterThan(3)
    expect(figures.repeatPlans).toBeLessThan(35)
  })
})
