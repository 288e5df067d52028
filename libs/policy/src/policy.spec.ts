import { describe, expect, it } from '@jest/globals'
import { addVersions, agencyOf, defaultPolicy, mayDo, policyOn } from './index.js'

describe('who may do what', () => {
  it('lets only managers authorise an assessment', () => {
    expect(mayDo(defaultPolicy, 'team-manager', 'authorise-assessment')).toBe(true)
    expect(mayDo(defaultPolicy, 'social-worker', 'authorise-assessment')).toBe(false)
  })

  it('denies what it does not name, and anybody it does not know', () => {
    expect(mayDo(defaultPolicy, 'team-manager', 'delete-everything')).toBe(false)
    expect(mayDo(defaultPolicy, 'import', 'receive-contact')).toBe(false)
    expect(mayDo(defaultPolicy, 'team-manager', 'constructor')).toBe(false)
  })
})

describe('which agency somebody answers for', () => {
  const of = (role: string, team: string) => agencyOf(defaultPolicy, { role, team })

  it('is that of their team, where the policy names it', () => {
    expect(of('partner', 'Police')).toBe('POLICE')
    expect(of('partner', 'Fire and Rescue')).toBeUndefined()
    expect(of('partner', 'constructor')).toBeUndefined()
  })

  it('is none for somebody of the council, whatever their team is called', () => {
    expect(of('business-support', 'Health')).toBeUndefined()
  })
})

describe("a council's own versions", () => {
  const { versions, problems } = addVersions(defaultPolicy, [
    {
      version: 'ours-2027',
      effective: '2027-04-01',
      timescales: { allocation: { limit: { workingDays: 2 } } },
      words: { 'contactOutcome.EH_REFERRAL': 'Family Help' },
    },
    { version: 'ours-2028', effective: '2028-04-01', may: { 'decide-referral': ['team-manager'] } },
  ])

  it('change what they name and keep the rest', () => {
    expect(problems).toEqual([])
    const later = policyOn(versions, '2028-04-02')
    expect(later.timescales.allocation.limit).toEqual({ workingDays: 2 })
    expect(later.timescales.referralDecision).toEqual(defaultPolicy.timescales.referralDecision)
    expect(later.words['contactOutcome.EH_REFERRAL']).toBe('Family Help')
    expect(later.may['decide-referral']).toEqual(['team-manager'])
  })

  it('judge a decision by the version in force on its day', () => {
    expect(policyOn(versions, '2027-03-31').version).toBe('default-2026')
    expect(policyOn(versions, '2027-04-01').version).toBe('ours-2027')
    expect(policyOn(versions, '1999-01-01').version).toBe('default-2026')
  })

  it('are refused whole, with every problem named', () => {
    const refused = addVersions(defaultPolicy, [
      {
        version: 'bad',
        effective: '2011-01-01',
        colour: 'blue',
        timescales: { lunch: {}, allocation: { limit: { workingDays: 0 } } },
        may: { 'fly-away': [], 'decide-contact': ['king'] },
        agencies: { Police: 999 },
        thresholds: { emergencyHours: 0, patience: 3 },
      },
    ])
    expect(refused.versions).toEqual([defaultPolicy])
    expect(refused.problems).toHaveLength(9)
    for (const problem of [
      'there is no timescale called lunch.',
      'thresholds.emergencyHours must be a whole number above 0.',
      'there is no threshold called patience.',
    ])
      expect(refused.problems).toContain(`Policy version bad: ${problem}`)
    expect(addVersions(defaultPolicy, {}).problems).toEqual(['The policy must be a list of versions.'])
  })
})
