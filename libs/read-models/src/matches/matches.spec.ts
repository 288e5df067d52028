import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { type Following, follow } from '@front-door/feed'
import { agreed, council } from '../../testing/council.js'
import { type MatchWanted, findChildren, possibleDuplicates, possibleMatches, projector } from '../index.js'

let here: Awaited<ReturnType<typeof council>>
let following: Following

beforeEach(async () => {
  here = await council()
  following = follow(here.log, projector({ ...here, agreed }))
  await register('A1', 'Zoë', 'O’Example-Smith', '2015-03-04', { aliases: 'Zed Sample', nhsNumber: '943 476 5919' })
  await following.reached(await here.log.end())
})

afterEach(async () => {
  await following.close()
  await here.close()
})

const register = (child: string, givenName?: string, familyName?: string, birthDate?: string, more: object = {}) =>
  here.do(child, 'register-person', { givenName, familyName, birthDate, ...more })
const matches = async (wanted: MatchWanted) => {
  await following.reached(await here.log.end())
  return (await possibleMatches(here.rows, wanted)).map(({ child, why }) => [child.child, why])
}
const zoe = { givenName: 'zoe', familyName: 'OExample Smith' }

describe('possible matches', () => {
  it.each<[string, MatchWanted]>([
    ['Same name and date of birth', { ...zoe, birthDate: '2015-03-04' }],
    ['Known by this name, and same date of birth', { givenName: 'Zed', familyName: 'Sample', birthDate: '2015-03-04' }],
    ['Name begins the same, and same date of birth', { givenName: 'Zo', familyName: 'oex', birthDate: '2015-03-04' }],
    ['Same name; day and month of birth the other way round', { ...zoe, birthDate: '2015-04-03' }],
    ['Same name; one digit of the date of birth differs', { ...zoe, birthDate: '2016-03-04' }],
    ['Same date of birth and family name', { ...zoe, givenName: 'Kim', birthDate: '2015-03-04' }],
    ['Same date of birth and given name', { givenName: 'Zoë', birthDate: '2015-03-04' }],
    ['Same name; the date of birth is not known of both', zoe],
    ['Name begins the same; the date of birth is not known of both', { givenName: 'zo', familyName: 'oex' }],
  ])('are told with the reason: %s', async (why, wanted) => {
    expect(await matches(wanted)).toEqual([['A1', why]])
  })

  it('are not told where only a name or only a day is shared, or the dates of birth are far apart', async () => {
    expect(await matches({ familyName: 'OExample Smith' })).toEqual([])
    expect(await matches({ birthDate: '2015-03-04' })).toEqual([])
    expect(await matches({ givenName: 'Alex', familyName: 'Other', birthDate: '2015-03-04' })).toEqual([])
    expect(await matches({ ...zoe, birthDate: '2013-11-20' })).toEqual([])
  })

  it('have the strongest reason first', async () => {
    await register('B2', 'Zoe', 'OExample Smith', '2015-03-05')
    await register('C3', 'Kim', 'OExample Smith', '2015-03-04')
    expect((await matches({ ...zoe, birthDate: '2015-03-04' })).map(([child]) => child)).toEqual(['A1', 'B2', 'C3'])
  })

  it('know the child that was expected when it was registered', async () => {
    await here.do('D4', 'register-unborn', { familyName: 'Example', expectedBirthDate: '2026-05-20' })
    const born = { givenName: 'Kit', familyName: 'Example' }
    expect(await matches({ ...born, birthDate: '2026-05-12' })).toEqual([
      ['D4', 'Same family name; was expected around this date of birth'],
    ])
    expect(await matches({ ...born, birthDate: '2025-05-12' })).toEqual([])
    expect(await matches({ ...born, familyName: 'Other', birthDate: '2026-05-12' })).toEqual([])
  })

  it('leave out a duplicate that was merged', async () => {
    await register('B2', 'Zoe', 'OExample Smith', '2015-03-04')
    await here.do('B2', 'merge-person', { into: 'A1', reason: 'Same.' }, 'team-manager')
    expect(await matches({ ...zoe, birthDate: '2015-03-04' })).toEqual([['A1', 'Same name and date of birth']])
  })
})

describe('possible duplicates of a child', () => {
  it('are looked for the same way, and by numbers that belong to one child alone', async () => {
    await register('B2', 'Zoe', 'OExample Smith', '2015-04-03')
    await register('C3', 'Alex', 'Other', '2012-01-01', { nhsNumber: '9434765919' })
    await register('D4', 'Alex', 'Nobody', '2012-01-01')
    await following.reached(await here.log.end())
    const [child] = await findChildren(here.rows, { reference: 'A1' })
    if (!child) throw new Error('A1 was registered.')
    expect((await possibleDuplicates(here.rows, child)).map(({ child: { child: id }, why }) => [id, why])).toEqual([
      ['C3', 'Same NHS number'],
      ['B2', 'Same name; day and month of birth the other way round'],
    ])
  })
})
